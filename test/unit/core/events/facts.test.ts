import { describe, expect, it } from 'vitest'
import { factsOf } from '../../../../electron/core/events/facts.ts'

describe('the columns of an event', () => {
  it('are what the documented fields say', () => {
    expect(
      factsOf({
        id: '3f2a1b4c-5d6e-4000-8000-00000000000a',
        type: 'config_change',
        action: 'set',
        created_at: '2026-10-03T09:12:44Z',
        actor: { id: 'u', email: 'dev@acme.example' },
        app: { id: 'a', name: 'acme-api' },
        team: { id: 't', name: 'acme-prod' },
        request: { ip_address: '192.0.2.10' },
      }),
    ).toEqual({
      at: Date.UTC(2026, 9, 3, 9, 12, 44),
      id: '3f2a1b4c-5d6e-4000-8000-00000000000a',
      values: ['config_change', 'set', 'dev@acme.example', 'acme-api', 'acme-prod', '192.0.2.10'],
    })
  })

  it('are empty where an event does not tell, whatever shape it has', () => {
    const nothing = { at: null, id: null, values: [null, null, null, null, null, null] }
    for (const event of [
      {},
      { actor: null, app: 7, team: [], request: 'x', type: {}, id: '', created_at: {} },
      [],
      null,
    ])
      expect(factsOf(event)).toEqual(nothing)
  })

  it('fall back to ids where there is no name, and take numbers as texts', () => {
    const event = { id: 17, type: 5, actor: { id: 'u' }, app: { id: 'a', name: null }, team: { id: 't' } }
    expect(factsOf(event)).toMatchObject({ id: '17', values: ['5', null, 'u', 'a', 't', null] })
  })

  it.each([
    'yesterday',
    '',
    '2026-13-01T00:00:00Z',
    '1969-12-31T23:59:59Z',
    '+010000-01-01T00:00:00Z',
    1_700_000_000,
  ])('have no time where it reads %j', (created_at) => {
    expect(factsOf({ created_at }).at).toBeNull()
  })

  it('hold at most 500 characters and no half characters', () => {
    const { values } = factsOf({ type: 'x'.repeat(501), action: 'a\ud800' })
    expect(values.slice(0, 2)).toEqual(['x'.repeat(500), 'a\ufffd'])
  })
})
