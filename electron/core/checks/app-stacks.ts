import type { Verdict } from '../../../shared/model/check.ts'
import type { StackContent } from '../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Check, EvidenceView } from './check.ts'
import { type App, eachApp } from './facts/apps.ts'
import { inWords, listGap, readsOf } from './facts/reads.ts'
import { OWN_IMAGE, STACK_ENDS } from './facts/stacks.ts'
import { fail, notEvaluated, pass } from './facts/verdict.ts'
import { day } from './facts/words.ts'

type Of<Kind extends StackContent['of']> = EvidenceItem<'stack-eol'> & {
  readonly content: Extract<StackContent, { of: Kind }>
}

/** Judges each app with its stack; an app whose stack was not told is not evaluated. */
function* eachAppStack(view: EvidenceView, judge: (app: App, item: Of<'app'>) => Verdict): Iterable<Verdict> {
  const stacks = new Map(
    view
      .items('stack-eol')
      .filter((item): item is Of<'app'> => item.content.of === 'app')
      .map((item) => [item.content.app.id, item]),
  )
  const refusal = readsOf(view, 'stack-eol', /^\/apps/).refusals[0]
  yield* eachApp(view, function* (app) {
    const item = stacks.get(app.subjectId)
    if (item) yield judge(app, item)
    else if (refusal)
      yield notEvaluated(app, `The stacks of apps could not be read (${inWords(refusal)}).`, [app])
    else yield notEvaluated(app, 'Heroku did not tell the stack of this app.', [app])
  })
}

/** PLT-01. */
export const stacksAreSupported: Check = {
  id: 'PLT-01',
  title: 'Each app runs a supported stack',
  severity: 'high',
  needs: ['app-inventory', 'stack-eol'],
  why: 'A stack past its end gets no security fixes for its operating system, and one that is deprecated soon will not.',
  fix: 'Test on the new stack in a review app, then `heroku stack:set heroku-24 --app APP` and deploy.',
  limits:
    'Container and Fir apps bring their own image; only a scan of that image can judge it. Dates are those known by November 2026; the live state of Heroku’s list counts as well.',
  *judge(view) {
    const catalog = new Map(
      view
        .items('stack-eol')
        .filter((item): item is Of<'stack'> => item.content.of === 'stack')
        .map((item) => [item.content.name, item]),
    )
    const unlisted = listGap(view, 'stack-eol', 'stacks', /^\/stacks/)
    yield* eachAppStack(view, (app, item) => {
      const { stack } = item.content
      const entry = catalog.get(stack)
      const end = STACK_ENDS[stack]
      const grounds = entry ? [item, entry] : [item]
      if (OWN_IMAGE.has(stack))
        return notEvaluated(
          app,
          `Stack ${stack}: the image is not Heroku’s, so a scan of it has to tell.`,
          grounds,
        )
      if (end !== undefined && end < day(view.asOf)) return fail(app, `${stack} ended on ${end}.`, grounds)
      if (entry?.content.state === 'deprecated')
        return fail(app, `${stack} is deprecated${end ? ` and ends on ${end}` : ''}.`, grounds)
      if (entry?.content.state === 'public')
        return pass(app, `${stack} is supported${end ? ` until ${end}` : ''}.`, grounds)
      if (unlisted)
        return notEvaluated(app, `Whether ${stack} is supported is not known. ${unlisted.reason}`, grounds)
      return notEvaluated(
        app,
        entry
          ? `${stack} is ${entry.content.state} at Heroku.`
          : `${stack} is not in Heroku’s list of stacks.`,
        grounds,
      )
    })
  },
}

/** PLT-02. */
export const stackUpgradeIsDone: Check = {
  id: 'PLT-02',
  title: 'Build stack equals run stack',
  severity: 'low',
  needs: ['app-inventory', 'stack-eol'],
  why: 'An upgrade that was ordered but never deployed looks done in the settings while the old operating system keeps running.',
  fix: 'Deploy the app, so that it is built on the new stack: `git commit --allow-empty` and push, or redeploy in the Dashboard. To call it off, `heroku stack:set OLD --app APP`.',
  limits: '',
  judge: (view) =>
    eachAppStack(view, (app, item) => {
      const { stack, build_stack: next } = item.content
      return stack === next
        ? pass(app, `Runs and builds on ${stack}.`, [item])
        : fail(app, `Runs on ${stack}; the next build will be on ${next}.`, [item])
    }),
}
