import type { Check } from './check.ts'
import { ageInDays, isOlderThan } from './facts/ages.ts'
import { eachApp } from './facts/apps.ts'
import { grouped } from './facts/grouped.ts'
import { readsOf } from './facts/reads.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

/** CFG-01. */
export const secretsRotate: Check = {
  id: 'CFG-01',
  title: 'Secret-like config vars changed within the rotation window',
  severity: 'high',
  needs: ['app-inventory', 'config-var-rotation'],
  why: 'Everybody who could once read a secret can use it until it changes: former colleagues, old laptops, a log file of two years ago.',
  fix: 'Make a new credential at the service it belongs to, then `heroku config:set NAME=… --app APP`; for Heroku Postgres `heroku pg:credentials:rotate`. Revoke the old one afterwards.',
  limits:
    'Names tell what looks like a secret. A change shows a new value, not that the old one was revoked; and a variable that was removed and set again counts as changed.',
  *judge(view, { secretRotationDays: window }) {
    const variables = grouped(view.items('config-var-rotation'), (item) => item.content.app.id)
    const reads = readsOf(view, 'config-var-rotation')
    yield* eachApp(view, function* (app) {
      const secrets = variables.get(app.subjectId) ?? []
      const dated = secrets.flatMap((item) =>
        item.content.value_updated_at === null ? [] : [{ item, changed: item.content.value_updated_at }],
      )
      const stale = dated.filter(({ changed }) => isOlderThan(view.asOf, changed, window))
      const gap = reads.finished('app', app.subjectId) ? null : reads.gap('app', app.subjectId)
      if (stale.length > 0) {
        const which = stale
          .toSorted((a, b) => Date.parse(a.changed) - Date.parse(b.changed))
          .map(({ item, changed }) => `${item.content.key} (${ageInDays(view.asOf, changed)} days)`)
        yield fail(
          app,
          `${stale.length} of ${count(secrets.length, 'secret')} unchanged for more than ${window} days: ${listed(which)}.`,
          stale.map(({ item }) => item),
        )
      } else if (gap) yield notEvaluated(app, gap, [app])
      else if (secrets.length === 0)
        yield notApplicable(app, 'No config var of the app looks like a secret.', [app])
      else if (dated.length < secrets.length) {
        const undated = secrets.filter((item) => item.content.value_updated_at === null)
        yield notEvaluated(
          app,
          `Heroku did not tell when ${listed(undated.map((item) => item.content.key))} last changed.`,
          undated,
        )
      } else
        yield pass(app, `${count(secrets.length, 'secret')}, all changed within ${window} days.`, secrets)
    })
  },
}
