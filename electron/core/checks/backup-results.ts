import type { Verdict } from '../../../shared/model/check.ts'
import type { Check, EvidenceView } from './check.ts'
import type { Addon } from './facts/addons.ts'
import { isWithinHours } from './facts/ages.ts'
import { exemptFromBackups, TRANSFERS_PATH, type Transfer, transfersByApp } from './facts/backups.ts'
import { eachDatabase, transferNames } from './facts/databases.ts'
import { readsOf } from './facts/reads.ts'
import { fail, notEvaluated, pass } from './facts/verdict.ts'
import { minute } from './facts/words.ts'

/** DAT-05. */
export const lastBackupSucceeded: Check = {
  id: 'DAT-05',
  title: 'Last backup succeeded in the last 48 hours',
  severity: 'high',
  needs: ['addon-inventory', 'postgres-backups'],
  why: 'Schedules fail silently: a lock, a full disk, a plan that changed. Only the last result shows that a backup would be there today.',
  fix: 'See why with `heroku pg:backups --app APP` and `heroku pg:backups:info ID --app APP`, then make one now: `heroku pg:backups:capture --app APP`.',
  limits:
    'Judges scheduled backups by the state Heroku tells; the content of a backup is not looked at (see DAT-06). Databases of review apps do not count.',
  *judge(view, policy) {
    const backups = transfersByApp(view, 'scheduled-backup')
    const isAbout = transferNames(view)
    const exempt = exemptFromBackups(view, policy)
    const reads = readsOf(view, 'postgres-backups', TRANSFERS_PATH)
    const offersSchedules = schedulesOffered(view)
    yield* eachDatabase(view, function* (addon) {
      const app = addon.content.app.id
      const scheduled = (backups.get(app) ?? []).filter(({ content }) =>
        isAbout(addon, { app, name: content.from_name }),
      )
      const last = scheduled.find(
        (item) => item.content.finished_at !== null || item.content.succeeded !== null,
      )
      const gap = reads.gap('app', app)
      const otherwise = exempt(addon)
      if (otherwise) yield otherwise
      else if (last) yield judgeLast(addon, last, view.asOf, policy.backupMaxAgeHours)
      else if (gap) yield notEvaluated(addon, gap, [addon])
      else if (scheduled.length > 0)
        yield notEvaluated(addon, 'The only scheduled backup was still running.', scheduled)
      else if (!offersSchedules(addon))
        yield notEvaluated(addon, `Heroku offers no scheduled backups on ${addon.content.plan.name}.`, [
          addon,
        ])
      else yield fail(addon, 'There is no scheduled backup.', [addon])
    })
  },
}

/** Schedules were asked for wherever Heroku offers them: of other databases there is neither item nor reading. */
function schedulesOffered(view: EvidenceView): (addon: Addon) => boolean {
  const reads = readsOf(view, 'postgres-backups')
  const asked = reads.subjects('addon')
  return (addon) => asked.has(addon.content.id)
}

function judgeLast(addon: Addon, last: Transfer, asOf: Date, hours: number): Verdict {
  const { label, succeeded, finished_at: finished, created_at: created } = last.content
  const when = finished ?? created
  if (succeeded === false)
    return fail(addon, `The last scheduled backup, ${label} of ${minute(when)}, failed.`, [last])
  if (succeeded === null)
    return notEvaluated(addon, `Heroku did not tell how the last scheduled backup, ${label}, ended.`, [last])
  return isWithinHours(asOf, when, hours)
    ? pass(addon, `The last scheduled backup, ${label}, succeeded on ${minute(when)}.`, [last])
    : fail(
        addon,
        `The last scheduled backup, ${label}, succeeded on ${minute(when)}: more than ${hours} hours before the collection.`,
        [last],
      )
}
