import { describe, expect, it } from 'vitest'
import { backupSchedules, backupTransfers } from '../../../../electron/core/collectors/postgres-backups.ts'
import { collect, SUBJECT, uuid } from '../../../fakes/collecting.ts'

const { addon, app } = SUBJECT
const refs = { addon: { id: addon.id, name: addon.name }, app: addon.app }
const schedulesPath = `/client/v11/databases/${addon.id}/transfer-schedules`

describe('backup schedules', () => {
  it('are kept without the address that is called back, and counted', async () => {
    const schedule = {
      name: 'DATABASE_URL',
      hour: 4,
      timezone: 'UTC',
      days: ['Mon'],
      retain_weeks: 4,
      retain_months: null,
    }
    const { task, contents } = await collect(backupSchedules, addon, {
      [schedulesPath]: [{ uuid: uuid(90), ...schedule, callback_url: 'https://u:CANARY@x' }],
    })
    expect(contents).toEqual([
      { of: 'schedule', id: uuid(90), ...refs, ...schedule },
      { of: 'schedules-read', ...refs, plan: addon.plan, count: 1 },
    ])
    expect(JSON.stringify(task)).not.toContain('CANARY')
  })

  it('are told to be none where there is none', async () => {
    const { contents } = await collect(backupSchedules, addon, { [schedulesPath]: [] })
    expect(contents).toEqual([{ of: 'schedules-read', ...refs, plan: addon.plan, count: 0 }])
  })

  it('are not offered by Postgres Advanced', () => {
    expect(backupSchedules.when?.({ ...addon, plan: 'heroku-postgresql:advanced' })).toBe(false)
    expect(backupSchedules.when?.(addon)).toBe(true)
  })
})

describe('transfers', () => {
  it.each([
    ['pg_dump', 'gof3r', { uuid: uuid(90) }, 'a007', 'scheduled-backup'],
    ['pg_dump', 'gof3r', null, 'b007', 'manual-backup'],
    ['pg_dump', 'pg_restore', null, 'c007', 'copy'],
    ['gof3r', 'pg_restore', null, 'r007', 'restore'],
    ['https', 'pg_restore', null, 'r007', 'restore'],
  ])('from %s to %s are named as the CLI names them', async (from_type, to_type, schedule, label, kind) => {
    const { task, contents } = await collect(backupTransfers, app, {
      [`/client/v11/apps/${app.name}/transfers`]: [
        {
          uuid: uuid(91),
          num: 7,
          from_type,
          to_type,
          schedule,
          from_name: 'DATABASE',
          to_name: 'BACKUP',
          from_url: 'postgres://u:CANARY@x/y',
          to_url: 'https://CANARY',
          succeeded: true,
          warnings: 0,
          source_bytes: 10,
          processed_bytes: 9,
          created_at: '2026-11-20 04:00:03 +0000',
          finished_at: '2026-11-20 04:01:03 +0000',
          deleted_at: null,
          logs: ['CANARY'],
        },
      ],
    })
    expect(contents).toEqual([
      {
        of: 'transfer',
        id: uuid(91),
        app: { id: app.id, name: app.name },
        label,
        kind,
        from_name: 'DATABASE',
        to_name: 'BACKUP',
        succeeded: true,
        warnings: 0,
        source_bytes: 10,
        processed_bytes: 9,
        created_at: '2026-11-20T04:00:03.000Z',
        finished_at: '2026-11-20T04:01:03.000Z',
        deleted_at: null,
      },
    ])
    expect(JSON.stringify(task)).not.toContain('CANARY')
  })
})
