import type { Check } from './check.ts'
import { eachProductionApp } from './facts/production.ts'
import { inWords, readsOf } from './facts/reads.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'

/** ACC-01. */
export const productionAppsLocked: Check = {
  id: 'ACC-01',
  title: 'Scoped production apps are locked',
  severity: 'medium',
  needs: ['app-inventory', 'app-lock', 'pipelines-promotions'],
  why: 'Any member of a team can join an unlocked app of the team and then deploy to it. Locking keeps production to the people who were given access.',
  fix: 'Lock the app with `heroku apps:lock --app APP`, or in the Dashboard under the app, Access.',
  limits:
    'Production is what a person tagged so, else what a pipeline couples at a production stage; an app with neither is not judged here (CHG-01 reports it).',
  *judge(view, policy) {
    const locks = new Map(view.items('app-lock').map((item) => [item.content.id, item]))
    const reads = readsOf(view, 'app-lock')
    yield* eachProductionApp(view, policy, function* (app, couplings) {
      const lock = locks.get(app.subjectId)
      const refusal = reads.refusals.find((reading) => reading.subject === app.team)
      if (app.team === null) yield notApplicable(app, 'A personal app cannot be locked.', [app])
      else if (lock?.content.locked)
        yield pass(app, 'The app is locked: members join by invitation only.', [lock, ...couplings])
      else if (lock)
        yield fail(app, `The app is not locked: every member of ${app.team} can join it.`, [
          lock,
          ...couplings,
        ])
      else if (refusal)
        yield notEvaluated(app, `The apps of ${app.team} could not be read (${inWords(refusal)}).`, [app])
      else yield notEvaluated(app, `The list of ${app.team}'s apps does not show this one.`, [app])
    })
  },
}
