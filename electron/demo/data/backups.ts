import type { Addon } from '../addons.ts'
import type { App } from '../apps.ts'
import { canary, canaryUrl } from '../canary.ts'
import { HOSTILE } from '../hostile.ts'
import type { Organisation } from '../organisation.ts'
import { ago, diceOf, type Ground, hexOf, idOf } from '../random.ts'
import { tierOf } from './postgres.ts'

const WEEK = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** How a database is backed up; without a word about it, production is and the rest is not. */
const habit = (addon: Addon) =>
  addon.traits.database?.backups ?? (addon.app.traits.stage === 'production' ? 'daily' : 'none')

/** `GET /client/v11/databases/{id}/transfer-schedules`. */
export function schedulesAnswer(org: Organisation, addon: Addon) {
  const kind = habit(addon)
  if (kind === 'none') return []
  return [
    {
      uuid: scheduleId(org.ground, addon),
      name: `${addon.as}_URL`,
      callback_url: `https://demo.invalid/callback?token=${canary(org.ground, 'callback', addon.id)}`,
      days: kind === 'weekly' ? ['Sunday'] : WEEK,
      hour: 2,
      timezone: 'UTC',
      retain_weeks: kind === 'weekly' ? 1 : 4,
      retain_months: kind === 'weekly' ? 0 : 12,
    },
  ]
}

const scheduleId = (ground: Ground, addon: Addon) => idOf(ground, 'schedule', addon.id)

interface Draft {
  readonly addon: Addon
  readonly kind: 'scheduled' | 'manual' | 'restore' | 'copy'
  readonly days: number
  readonly succeeded: boolean
}

/** `GET /client/v11/apps/{app}/transfers`: backups, restores and copies, oldest first. */
export function transfersAnswer(org: Organisation, app: App) {
  const databases = (org.addonsOf.get(app.id) ?? []).filter(
    (addon) => addon.service.name === 'heroku-postgresql' && tierOf(addon) !== 'advanced',
  )
  return databases
    .flatMap(draftsOf)
    .filter((draft) => draft.days < app.ageDays - 0.5)
    .sort((a, b) => b.days - a.days)
    .map((draft, i) => transfer(org, draft, i + 1))
}

/** Backups of the last week at two in the morning (or of the last Sundays), and what was done by hand. */
function draftsOf(addon: Addon): readonly Draft[] {
  const kind = habit(addon)
  const ages = kind === 'none' ? [] : kind === 'weekly' ? [4, 11, 18] : [0, 1, 2, 3, 4, 5, 6]
  const scheduled = ages.map((age) => ({
    addon,
    kind: 'scheduled' as const,
    days: age + 22 / 24,
    succeeded: kind !== 'failing' || age > 2,
  }))
  const restored = addon.traits.database?.restored
  return [
    ...scheduled,
    ...(kind === 'none' ? [] : [{ addon, kind: 'manual' as const, days: 33, succeeded: true }]),
    ...(restored === undefined ? [] : [{ addon, kind: 'restore' as const, days: restored, succeeded: true }]),
    ...(addon.app.name === 'rates-engine'
      ? [{ addon, kind: 'copy' as const, days: 70, succeeded: true }]
      : []),
  ]
}

const ENDS = {
  scheduled: ['pg_dump', 'gof3r'],
  manual: ['pg_dump', 'gof3r'],
  restore: ['gof3r', 'pg_restore'],
  copy: ['pg_dump', 'pg_restore'],
} as const

function transfer(org: Organisation, draft: Draft, num: number) {
  const { ground } = org
  const { addon, kind, days, succeeded } = draft
  const [from, to] = ENDS[kind]
  const id = idOf(ground, 'transfer', addon.id, num)
  const bytes = diceOf(ground, 'transfer', id).int(1_000_000, 900_000_000)
  const database = canaryUrl(ground, 'postgres', `${addon.name}.data.demo:5432/db`, addon.id)
  const store = `https://backups.demo/${id}?signature=${canary(ground, 'transfer', id)}`
  return {
    uuid: id,
    num: String(num),
    from_type: from,
    to_type: to,
    from_name: from === 'gof3r' ? 'BACKUP' : addon.as,
    from_uuid: addon.id,
    from_url: from === 'gof3r' ? store : database,
    to_name: to === 'gof3r' ? 'BACKUP' : addon.as,
    to_uuid: addon.id,
    to_url: to === 'gof3r' ? store : database,
    options: {},
    source_bytes: bytes,
    processed_bytes: succeeded ? Math.floor(bytes / 4) : 0,
    succeeded,
    warnings: num % 5 === 0 ? 2 : 0,
    created_at: ago(ground, days),
    started_at: ago(ground, days, -0.01),
    canceled_at: null,
    updated_at: ago(ground, days, -0.3),
    finished_at: ago(ground, days, -0.3),
    deleted_at: null,
    purged_at: null,
    num_keep: 40,
    ...(kind === 'scheduled' ? { schedule: { uuid: scheduleId(ground, addon) } } : {}),
  }
}

/** Log lines of one transfer, as `?verbose=true` adds them. */
export const transferLogs = (org: Organisation, id: string) => [
  { created_at: ago(org.ground, 1), message: `starting ${hexOf(org.ground, 8, 'log', id)}` },
  { created_at: ago(org.ground, 1), message: HOSTILE.control },
]
