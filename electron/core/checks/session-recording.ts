import type { Verdict } from '../../../shared/model/check.ts'
import type { Check } from './check.ts'
import { eachApp } from './facts/apps.ts'
import { saidBy, standing } from './facts/attestations.ts'
import { readsOf } from './facts/reads.ts'
import { spacesOf } from './facts/spaces.ts'
import { handles, inClassWords, notTagged, tagsOf } from './facts/tags.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'

/** LOG-06. */
export const sessionsCanBeRecorded: Check = {
  id: 'LOG-06',
  title: 'Keystroke logging can operate for scoped apps',
  severity: 'high',
  needs: ['app-inventory', 'space-isolation', 'space-logging'],
  needsAttestations: ['keystroke-logging'],
  why: 'Whoever opens a one-off dyno of an app with health or card data sees that data. Only a Shield Space records what is typed there, and only its log drain keeps the record.',
  fix: 'Run the app in a Shield Space and set its drain: `heroku drains:set https://HOST/PATH --space SPACE`. Then ask Heroku whether recording is on, and state the answer.',
  limits:
    'No API tells whether recording is on, nor shows what was recorded: that is a person’s statement, which is quoted where there is one.',
  *judge(view) {
    const tagOf = tagsOf(view)
    const spaces = new Map(spacesOf(view).map((space) => [space.content.id, space]))
    const logging = new Map(view.items('space-logging').map((item) => [item.content.space.id, item]))
    const reads = readsOf(view, 'space-logging')
    const word = standing(view, 'keystroke-logging')
    yield* eachApp(view, function* (app): Iterable<Verdict> {
      const tag = tagOf(app.subjectId)
      const classes = handles(tag, ['phi', 'cardholder'])
      const ref = app.content?.space ?? null
      const space = ref ? spaces.get(ref.id) : undefined
      const state = ref ? logging.get(ref.id) : undefined
      const grounds = [app, ...(space ? [space] : []), ...(state ? [state] : [])]
      const what = `The app handles ${inClassWords(classes)}`
      if (classes.length === 0) yield notApplicable(app, notTagged(tag), [app])
      else if (app.content === null)
        yield notEvaluated(app, `${what}; in which space it runs is not known.`, [app])
      else if (app.content.generation === 'fir')
        yield notApplicable(app, 'Fir has no Shield Space and no recording of sessions.', grounds)
      else if (ref === null)
        yield fail(app, `${what} and runs in the Common Runtime, where no session is recorded.`, grounds)
      else if ((space?.content.shield ?? ref.shield) === null)
        yield notEvaluated(app, `Whether space ${ref.name} is shielded is not known.`, grounds)
      else if (!(space?.content.shield ?? ref.shield))
        yield fail(app, `${what}; space ${ref.name} is not shielded, so no session is recorded.`, grounds)
      else if (!state)
        yield notEvaluated(
          app,
          reads.gap('space', ref.id) ?? `The log drain of space ${ref.name} is not known.`,
          grounds,
        )
      else if (state.content.drain === null)
        yield fail(
          app,
          `${what}; Shield Space ${ref.name} has no log drain that would keep a record of sessions.`,
          grounds,
        )
      else if ('stated' in word && word.stated.content.answer === false)
        yield fail(app, `Sessions of space ${ref.name} are not recorded: ${saidBy(word.stated)}.`, grounds)
      else {
        const stated =
          'stated' in word && word.stated.content.answer === true
            ? `That it is on: ${saidBy(word.stated)}`
            : 'Whether it is on, nobody has stated yet'
        yield pass(
          app,
          `Shield Space ${ref.name} can record sessions, and its drain to ${state.content.drain.host} keeps them. ${stated}.`,
          grounds,
        )
      }
    })
  },
}
