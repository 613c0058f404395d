import { z } from 'zod'
import { POSTGRES } from './addons.ts'
import type { Collector } from './collector.ts'
import { orNull, Time } from './fields.ts'
import { planTier } from './postgres-plan.ts'

const Schedule = z.object({
  uuid: z.string(),
  name: z.string(),
  hour: z.number(),
  timezone: z.string(),
  days: orNull(z.array(z.string())),
  retain_weeks: orNull(z.number()),
  retain_months: orNull(z.number()),
})

const Transfer = z.object({
  uuid: z.string(),
  num: orNull(z.union([z.string(), z.number()])),
  from_type: orNull(z.string()),
  to_type: orNull(z.string()),
  from_name: orNull(z.string()),
  to_name: orNull(z.string()),
  schedule: orNull(z.object({ uuid: orNull(z.string()) })),
  succeeded: orNull(z.boolean()),
  warnings: orNull(z.number()),
  source_bytes: orNull(z.number()),
  processed_bytes: orNull(z.number()),
  created_at: Time,
  finished_at: orNull(Time),
  deleted_at: orNull(Time),
})

const common = {
  topic: 'postgres-backups',
  title: 'Postgres backups',
  says: 'which databases are backed up when, how that went, and what was restored',
  scope: 'read-protected',
} as const

/** Backup schedules of a database, and that they were read. Postgres Advanced offers none. */
export const backupSchedules: Collector<'postgres-backups', 'addon'> = {
  ...common,
  id: 'postgres-backups.schedules',
  per: 'addon',
  when: (addon) => addon.service === POSTGRES && planTier(addon.plan) !== 'advanced',
  async *collect(heroku, addon) {
    const refs = { addon: { id: addon.id, name: addon.name }, app: addon.app }
    const path = `/client/v11/databases/${addon.id}/transfer-schedules`
    let count = 0
    for await (const { uuid, ...schedule } of heroku.list(path, Schedule, { api: 'data' })) {
      count += 1
      yield {
        subject: `${addon.name} schedule ${schedule.name}`,
        subjectId: uuid,
        content: { of: 'schedule', id: uuid, ...refs, ...schedule, days: schedule.days ?? [] },
      }
    }
    yield {
      subject: `${addon.name} schedules`,
      subjectId: addon.id,
      content: { of: 'schedules-read', ...refs, plan: addon.plan, count },
    }
  },
}

/** Backups, copies and restores of an app's databases. The list is app-wide and known by the app's name. */
export const backupTransfers: Collector<'postgres-backups', 'app'> = {
  ...common,
  id: 'postgres-backups.transfers',
  per: 'app',
  when: (app) => app.hasPostgres,
  async *collect(heroku, app) {
    const ref = { id: app.id, name: app.name }
    const path = `/client/v11/apps/${app.name}/transfers`
    for await (const transfer of heroku.list(path, Transfer, { api: 'data' })) {
      const kind = kindOf(transfer)
      const label = `${LETTER[kind]}${String(transfer.num ?? '').padStart(3, '0')}`
      yield {
        subject: `${app.name} ${label}`,
        subjectId: transfer.uuid,
        content: {
          of: 'transfer',
          id: transfer.uuid,
          app: ref,
          label,
          kind,
          from_name: transfer.from_name,
          to_name: transfer.to_name,
          succeeded: transfer.succeeded,
          warnings: transfer.warnings,
          source_bytes: transfer.source_bytes,
          processed_bytes: transfer.processed_bytes,
          created_at: transfer.created_at,
          finished_at: transfer.finished_at,
          deleted_at: transfer.deleted_at,
        },
      }
    }
  },
}

const LETTER = { 'scheduled-backup': 'a', 'manual-backup': 'b', copy: 'c', restore: 'r' } as const

/** As `heroku pg:backups` tells them apart (CLI, `src/lib/pg/backups.ts`). */
function kindOf(transfer: z.infer<typeof Transfer>): keyof typeof LETTER {
  if (transfer.to_type === 'pg_restore') return transfer.from_type === 'pg_dump' ? 'copy' : 'restore'
  return transfer.schedule ? 'scheduled-backup' : 'manual-backup'
}
