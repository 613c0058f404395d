import { describe, expect, it } from 'vitest'
import { appDrains, spaceDrain } from '../../../../electron/core/collectors/log-drains.ts'
import { collect, SUBJECT, uuid } from '../../../fakes/collecting.ts'

const created_at = '2025-01-01T12:00:00Z'

describe('log destinations', () => {
  it('keep scheme, host and port of an address, and whether a credential is in it', async () => {
    const { task, contents } = await collect(appDrains, SUBJECT.app, {
      [`/apps/${SUBJECT.app.id}/log-drains`]: [
        {
          id: uuid(50),
          url: 'https://user:CANARY@in.logs.example:8443/CANARY?x=CANARY',
          token: 'd.CANARY',
          addon: { id: uuid(51), name: 'papertrail-round-1', app: { id: uuid(5), name: 'shop-api' } },
          created_at,
        },
      ],
    })
    expect(contents).toEqual([
      {
        of: 'app-drain',
        id: uuid(50),
        owner: { id: SUBJECT.app.id, name: 'shop-api' },
        scheme: 'https',
        host: 'in.logs.example',
        port: 8443,
        credential_in_address: true,
        addon: { id: uuid(51), name: 'papertrail-round-1' },
        created_at,
      },
    ])
    expect(task.items[0]?.subject).toBe('shop-api to in.logs.example')
    expect(JSON.stringify(task)).not.toContain('CANARY')
  })

  it('say that a space without its drain has it off', async () => {
    const { task } = await collect(spaceDrain, SUBJECT.space, {})
    expect(task.items).toEqual([])
    expect(task.readings).toMatchObject([
      { path: null, outcome: 'read', items: 0 },
      { path: `/spaces/${SUBJECT.space.id}/log-drain`, outcome: 'off' },
    ])
  })
})
