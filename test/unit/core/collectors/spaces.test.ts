import { describe, expect, it } from 'vitest'
import { spaceIsolation } from '../../../../electron/core/collectors/space-isolation.ts'
import { spaceOutboundIps } from '../../../../electron/core/collectors/space-outbound-ips.ts'
import { spaceTrustedIps } from '../../../../electron/core/collectors/space-trusted-ips.ts'
import { collect, forbidden, SUBJECT, uuid } from '../../../fakes/collecting.ts'

const { account, space } = SUBJECT
const ref = { id: space.id, name: space.name }
const at = '2025-01-01T12:00:00Z'

describe('a space', () => {
  it('tells its isolation', async () => {
    const content = {
      of: 'space',
      ...ref,
      team: { id: uuid(2), name: 'acme-shop' },
      shield: true,
      state: 'allocated',
      generation: 'cedar',
      cidr: '10.0.0.0/16',
      data_cidr: null,
      created_at: at,
    }
    const { contents } = await collect(spaceIsolation, account, {
      '/spaces': [{ ...content, region: { id: uuid(8), name: 'dublin' } }],
    })
    expect(contents).toEqual([{ ...content, region: 'dublin' }])
  })

  it('has trusted ranges and their history, each rule set once', async () => {
    const ruleset = (n: number) => ({
      id: uuid(n),
      created_at: at,
      created_by: 'ana@example.com',
      rules: [{ action: 'allow', source: '192.0.2.0/24' }],
    })
    const { contents } = await collect(spaceTrustedIps, space, {
      [`/spaces/${space.id}/inbound-ruleset`]: { ...ruleset(30), applied: true },
      [`/spaces/${space.id}/inbound-rulesets`]: [ruleset(30), ruleset(31)],
    })
    expect(contents).toEqual([
      { space: ref, current: true, ...ruleset(30) },
      { space: ref, current: false, ...ruleset(31) },
    ])
  })

  it('may have no ranges at all, or a history that is denied', async () => {
    const off = await collect(spaceTrustedIps, space, {})
    expect(off.task.readings).toMatchObject([{ outcome: 'read', items: 0 }, { outcome: 'off' }])
    const denied = await collect(spaceTrustedIps, space, {
      [`/spaces/${space.id}/inbound-ruleset`]: { id: uuid(30), created_at: at, rules: [] },
      [`/spaces/${space.id}/inbound-rulesets`]: forbidden,
    })
    expect(denied.contents).toMatchObject([{ current: true, created_by: null }])
    expect(denied.task.readings).toMatchObject([{ outcome: 'read', items: 1 }, { outcome: 'denied' }])
  })

  it('calls out from stable addresses', async () => {
    const { contents } = await collect(spaceOutboundIps, space, {
      [`/spaces/${space.id}/nat`]: { state: 'enabled', sources: ['192.0.2.2', '192.0.2.1'], created_at: at },
    })
    expect(contents).toEqual([{ space: ref, state: 'enabled', sources: ['192.0.2.1', '192.0.2.2'] }])
  })
})
