import type { Verdict } from '../../../shared/model/check.ts'
import type { Check } from './check.ts'
import type { Addon } from './facts/addons.ts'
import { type Backup, exemptFromBackups } from './facts/backups.ts'
import { eachDatabase } from './facts/databases.ts'
import { grouped } from './facts/grouped.ts'
import { readsOf } from './facts/reads.ts'
import { fail, notEvaluated, pass } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

type Schedule = Backup<'schedule'>

/** DAT-04. */
export const backupsScheduled: Check = {
  id: 'DAT-04',
  title: 'A backup schedule exists',
  severity: 'medium',
  needs: ['addon-inventory', 'postgres-backups'],
  why: 'A backup that depends on somebody’s memory is missing on the day it is needed. Continuous protection goes away with the database; a backup file does not.',
  fix: 'Schedule one: `heroku pg:backups:schedule DATABASE_URL --at "02:00 UTC" --app APP`.',
  limits:
    'Knows Heroku’s own schedules; backups made by other tools are not visible. Postgres Advanced offers no schedules, and databases of review apps need none. Retention comes from the policy (`backupRetainWeeks`).',
  *judge(view, policy) {
    const items = view.items('postgres-backups')
    const schedules = grouped(
      items.filter((item): item is Schedule => item.content.of === 'schedule'),
      (item) => item.content.addon.id,
    )
    const read = new Map(
      items
        .filter((item): item is Backup<'schedules-read'> => item.content.of === 'schedules-read')
        .map((item) => [item.content.addon.id, item]),
    )
    const exempt = exemptFromBackups(view, policy)
    const reads = readsOf(view, 'postgres-backups', /transfer-schedules/)
    yield* eachDatabase(view, function* (addon) {
      const own = schedules.get(addon.content.id) ?? []
      const whole = read.get(addon.content.id)
      if (own.length > 0 || whole)
        yield exempt(addon) ?? judgeSchedules(addon, own, whole, policy.backupRetainWeeks)
      else
        yield exempt(addon) ??
          notEvaluated(
            addon,
            reads.refusal('addon', addon.content.id)
              ? (reads.gap('addon', addon.content.id) ?? '')
              : `Heroku offers no backup schedules on ${addon.content.plan.name}, or they were not read.`,
            [addon],
          )
    })
  },
}

function judgeSchedules(
  addon: Addon,
  schedules: readonly Schedule[],
  read: Backup<'schedules-read'> | undefined,
  weeks: number,
): Verdict {
  if (schedules.length === 0) return fail(addon, 'No backup is scheduled.', read ? [read] : [addon])
  const daily = schedules.filter((item) => new Set(item.content.days.map((d) => d.toLowerCase())).size >= 7)
  const kept = (item: Schedule) => (item.content.retain_weeks ?? 0) + 4 * (item.content.retain_months ?? 0)
  const told = (item: Schedule) => item.content.retain_weeks !== null || item.content.retain_months !== null
  const good = daily.find((item) => kept(item) >= weeks)
  if (good)
    return pass(
      addon,
      `Daily at ${String(good.content.hour).padStart(2, '0')}:00 ${good.content.timezone}, kept for about ${count(kept(good), 'week')}.`,
      [good],
    )
  if (daily.some((item) => !told(item)))
    return notEvaluated(
      addon,
      'A backup is scheduled daily, but Heroku did not tell how long it is kept.',
      daily,
    )
  if (daily.length > 0)
    return fail(
      addon,
      `Daily backups are kept for less than ${count(weeks, 'week')}, which the policy asks for.`,
      daily,
    )
  return fail(
    addon,
    `Backups are scheduled, but not daily: ${listed(schedules.map((item) => item.content.days.join(' ')))}.`,
    schedules,
  )
}
