import { describe, expect, it } from 'vitest'
import { postgresCredentials } from '../../../../electron/core/collectors/postgres-credentials.ts'
import { postgresLoggingSettings } from '../../../../electron/core/collectors/postgres-logging-settings.ts'
import { collect, forbidden, SUBJECT, uuid } from '../../../fakes/collecting.ts'

const { addon } = SUBJECT
const advanced = { ...addon, plan: 'heroku-postgresql:advanced' }
const about = {
  addon: { id: addon.id, name: addon.name },
  app: addon.app,
  plan: addon.plan,
  tier: 'standard',
}
const aboutAdvanced = { ...about, plan: advanced.plan, tier: 'advanced' }
const place = { database: 'CANARY', host: 'CANARY', port: 5432 }

describe('credentials of a database', () => {
  it('are names, states and users; passwords and hosts are gone, and the list is proved', async () => {
    const path = `/postgres/v0/databases/${addon.id}/credentials`
    const { task, contents, asked } = await collect(postgresCredentials, addon, {
      [path]: [
        {
          ...{ uuid: uuid(70), name: 'analytics', state: 'rotating', ...place },
          credentials: [
            { user: 'u1', password: 'CANARY', state: 'revoking' },
            { user: 'u2', password: 'CANARY', state: 'active' },
          ],
        },
      ],
    })
    expect(contents).toEqual([
      {
        ...{ of: 'credential', ...about, id: uuid(70), name: 'analytics', type: null, state: 'rotating' },
        created_at: null,
        roles: [
          { user: 'u1', state: 'revoking' },
          { user: 'u2', state: 'active' },
        ],
      },
      { of: 'credentials-read', ...about, count: 1 },
    ])
    expect(asked).toEqual([path])
    expect(JSON.stringify(task)).not.toContain('CANARY')
    expect(new Map(task.dropped).get('/postgres/v0/databases/{id}/credentials')).toContain(
      'credentials.password',
    )
  })

  it('of Postgres Advanced also tell when they were made', async () => {
    const { task, contents } = await collect(postgresCredentials, advanced, {
      [`/data/postgres/v1/${addon.id}/credentials`]: {
        items: [
          {
            ...{ id: uuid(71), name: 'default', type: 'owner', state: 'active', ...place },
            created_at: '2026-01-02 03:04:05 +0000',
            roles: [{ user: 'u1', password: 'CANARY', state: 'active' }],
          },
        ],
      },
    })
    expect(contents[0]).toEqual({
      ...{ of: 'credential', ...aboutAdvanced, id: uuid(71), name: 'default', type: 'owner' },
      ...{
        state: 'active',
        created_at: '2026-01-02T03:04:05.000Z',
        roles: [{ user: 'u1', state: 'active' }],
      },
    })
    expect(JSON.stringify(task)).not.toContain('CANARY')
  })

  it('that may not be read leave a reading and nothing else', async () => {
    const { task, contents } = await collect(postgresCredentials, addon, {
      [`/postgres/v0/databases/${addon.id}/credentials`]: forbidden,
    })
    expect(contents).toEqual([])
    expect(task.readings.map(({ outcome }) => outcome)).toEqual(['denied'])
  })
})

describe('settings of a database', () => {
  const path = `/postgres/v0/databases/${addon.id}/config`

  it('are value and default by name, those about logs apart', async () => {
    const { contents } = await collect(postgresLoggingSettings, addon, {
      [path]: {
        log_statement: { value: 'ddl', desc: 'which', default: 'ddl', values: { none: 'CANARY' } },
        log_connections: { value: false, desc: 'each', default: true },
        log_min_duration_statement: { value: -1, desc: 'ms', default: 2000 },
      },
    })
    expect(contents).toEqual([
      {
        ...about,
        ...{ log_connections: false, log_statement: 'ddl', log_min_duration_statement: -1 },
        log_min_error_statement: null,
        settings: [
          { name: 'log_connections', value: 'false', default: 'true', reboot_required: null },
          { name: 'log_min_duration_statement', value: '-1', default: '2000', reboot_required: null },
          { name: 'log_statement', value: 'ddl', default: 'ddl', reboot_required: null },
        ],
      },
    ])
  })

  it('of Postgres Advanced come as a list', async () => {
    const { contents } = await collect(postgresLoggingSettings, advanced, {
      [`/data/postgres/v1/${addon.id}/settings`]: {
        items: [{ name: 'log_connections', current: true, default: true, reboot_required: false }],
      },
    })
    expect(contents).toEqual([
      {
        ...aboutAdvanced,
        ...{ log_connections: true, log_statement: null, log_min_duration_statement: null },
        log_min_error_statement: null,
        settings: [{ name: 'log_connections', value: 'true', default: 'true', reboot_required: false }],
      },
    ])
  })

  it('of a plan without any are none', async () => {
    const { contents } = await collect(postgresLoggingSettings, addon, { [path]: {} })
    expect(contents).toMatchObject([{ log_connections: null, log_statement: null, settings: [] }])
  })

  it('that are not offered leave Heroku’s answer and no content', async () => {
    const { task, contents } = await collect(postgresLoggingSettings, addon, {})
    expect(contents).toEqual([])
    expect(task.readings.map(({ outcome }) => outcome)).toEqual(['read', 'off'])
  })
})
