import type { Check } from './check.ts'
import { eachApp } from './facts/apps.ts'
import { dataClassesOf, inClassWords, tagsOf } from './facts/tags.ts'
import { fail, notEvaluated, pass, WHOLE } from './facts/verdict.ts'
import { day, listed } from './facts/words.ts'

/** PLT-06. */
export const appsAreTagged: Check = {
  id: 'PLT-06',
  title: 'Every app has a data class, environment and owner tag',
  severity: 'medium',
  needs: ['app-inventory'],
  why: 'What an app handles, what it is for and who answers for it decide every other question about it. An app without an answer is one that nobody looks after.',
  fix: 'Tag the app: `scope tag APP --data personal --environment production --owner NAME`, or import a table of all apps with `scope import`.',
  limits: 'Tells that somebody said it, not that it is true.',
  *judge(view) {
    const tagOf = tagsOf(view)
    if (view.records('app-tag').length === 0) {
      yield notEvaluated(WHOLE, 'Nobody has tagged any app yet.')
      return
    }
    yield* eachApp(view, function* (app) {
      const tag = tagOf(app.subjectId)
      const classes = dataClassesOf(tag)
      const missing = [
        ...(classes === null ? ['data class'] : []),
        ...(tag?.content.environment ? [] : ['environment']),
        ...(tag?.content.owner ? [] : ['owner']),
      ]
      if (!tag) yield fail(app, 'Nobody tagged the app.', [app])
      else if (missing.length > 0) yield fail(app, `Nobody said its ${listed(missing)}.`, [app])
      else {
        const data = classes && classes.length > 0 ? inClassWords(classes) : 'none of the classes of data'
        yield pass(
          app,
          `${tag.content.environment}, ${data}, owner ${tag.content.owner}, as said on ${day(tag.at)}.`.replace(
            /^./,
            (c) => c.toUpperCase(),
          ),
          [app],
        )
      }
    })
  },
}
