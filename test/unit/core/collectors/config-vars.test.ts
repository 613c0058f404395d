import { describe, expect, it } from 'vitest'
import { configVarRotation } from '../../../../electron/core/collectors/config-var-rotation.ts'
import { configVarsInventory } from '../../../../electron/core/collectors/config-vars-inventory.ts'
import { collect, forbidden, SUBJECT, uuid } from '../../../fakes/collecting.ts'

const settingsPath = `/apps/${SUBJECT.app.id}/config-vars-settings`
const valuesPath = `/apps/${SUBJECT.app.id}/config-vars`
const app = { id: SUBJECT.app.id, name: SUBJECT.app.name }
const at = '2026-03-01T12:00:00Z'

function setting(key: string, value: string | null, more: object = {}) {
  return {
    key,
    value,
    masked: false,
    masking_supported: true,
    value_updated_at: at,
    attachment: null,
    ...more,
  }
}

const hmac = { hmac: expect.stringMatching(/^[0-9a-f]{64}$/) }

describe('config vars', () => {
  const settings = [
    setting('LANG', 'en_US.UTF-8'),
    setting('DEBUG', 'true'),
    setting('STRIPE_API_KEY', 'CANARY-3vb9w8e7tz24qmnp'),
    setting('DATABASE_URL', 'postgres://u:CANARY2h4k9z@host/db', { attachment: { id: uuid(40) } }),
  ]

  it('are kept by name, mask and age, in one request and without a value', async () => {
    const { task, contents, asked } = await collect(configVarsInventory, SUBJECT.app, {
      [settingsPath]: settings,
    })
    const base = { app, masked: false, masking_supported: true, value_updated_at: at, attachment: null }
    expect(contents).toEqual([
      { ...base, key: 'LANG', secret_like: false, debug_flag_on: null },
      { ...base, key: 'DEBUG', secret_like: false, debug_flag_on: true },
      { ...base, key: 'STRIPE_API_KEY', secret_like: true, debug_flag_on: null },
      { ...base, key: 'DATABASE_URL', secret_like: true, debug_flag_on: null, attachment: uuid(40) },
    ])
    expect(asked).toEqual([settingsPath])
    expect(JSON.stringify(task)).not.toMatch(/CANARY|en_US/)
  })

  it('leave a fingerprint where their name looks like a credential’s', async () => {
    const { task, contents } = await collect(configVarRotation, SUBJECT.app, { [settingsPath]: settings })
    expect(contents).toEqual([
      { app, key: 'STRIPE_API_KEY', value_updated_at: at, attachment: null, fingerprint: hmac },
      { app, key: 'DATABASE_URL', value_updated_at: at, attachment: uuid(40), fingerprint: hmac },
    ])
    expect(JSON.stringify(task)).not.toContain('CANARY')
  })

  it('have equal fingerprints for equal values only', async () => {
    const { contents } = await collect(configVarRotation, SUBJECT.app, {
      [settingsPath]: [
        setting('ONE_TOKEN', 'CANARY-3vb9w8e7tz24qmnp'),
        setting('TWO_TOKEN', 'CANARY-3vb9w8e7tz24qmnp'),
        setting('RED_TOKEN', 'CANARY-3vb9w8e7tz24qmnq'),
      ],
    })
    const prints = (contents as { fingerprint: unknown }[]).map((content) => content.fingerprint)
    expect(prints[0]).toEqual(prints[1])
    expect(prints[0]).not.toEqual(prints[2])
  })

  it('say why there is no fingerprint', async () => {
    const { contents } = await collect(configVarRotation, SUBJECT.app, {
      [settingsPath]: [
        setting('SHORT_TOKEN', 'abc'),
        setting('EMPTY_TOKEN', ''),
        setting('MASKED_TOKEN', null, { masked: true }),
        setting('STARS_TOKEN', 'CANARY-3vb9w8e7tz24qmnp', { masked: true }),
      ],
    })
    expect(contents).toMatchObject(
      ['short', 'empty', 'masked', 'masked'].map((withheld) => ({ fingerprint: { withheld } })),
    )
  })

  it('are asked for again only where a value that matters is missing without being masked', async () => {
    const { contents, asked } = await collect(configVarRotation, SUBJECT.app, {
      [settingsPath]: [setting('API_TOKEN', null), setting('LANG', null)],
      [valuesPath]: { API_TOKEN: 'CANARY-3vb9w8e7tz24qmnp', LANG: 'en' },
    })
    expect(asked).toEqual([settingsPath, valuesPath])
    expect(contents).toMatchObject([{ key: 'API_TOKEN', fingerprint: hmac }])
  })

  it('may be called anything', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'reveal']
    const values = JSON.parse(
      `{"API_TOKEN": "CANARY-3vb9w8e7tz24qmnp", "__proto__": "CANARY", "reveal": "1"}`,
    )
    const both = await collect(configVarsInventory, SUBJECT.app, {
      [settingsPath]: [setting('API_TOKEN', null), ...names.map((name) => setting(name, null))],
      [valuesPath]: values,
    })
    expect(both.contents).toMatchObject(['API_TOKEN', ...names].map((key) => ({ key })))
    const older = await collect(configVarsInventory, SUBJECT.app, { [valuesPath]: values })
    expect(older.contents).toMatchObject(['API_TOKEN', '__proto__', 'reveal'].map((key) => ({ key })))
    expect(both.task.readings).toHaveLength(1)
  })

  it('are kept without fingerprint where only the values are denied', async () => {
    const { task, contents } = await collect(configVarRotation, SUBJECT.app, {
      [settingsPath]: [setting('API_TOKEN', null)],
      [valuesPath]: forbidden,
    })
    expect(contents).toMatchObject([{ value_updated_at: at, fingerprint: { withheld: 'not-readable' } }])
    expect(task.readings).toMatchObject([
      { path: null, outcome: 'read', items: 1 },
      { path: valuesPath, outcome: 'denied' },
    ])
  })

  it('come from the older read where the settings do not exist', async () => {
    const { contents } = await collect(configVarsInventory, SUBJECT.app, {
      [valuesPath]: { DEBUG: '0', API_TOKEN: 'CANARY' },
    })
    const unknown = { app, masked: null, masking_supported: null, value_updated_at: null, attachment: null }
    expect(contents).toEqual([
      { ...unknown, key: 'DEBUG', secret_like: false, debug_flag_on: false },
      { ...unknown, key: 'API_TOKEN', secret_like: true, debug_flag_on: null },
    ])
  })

  it('are not asked for a second time where the token may not read them', async () => {
    const { task, asked } = await collect(configVarsInventory, SUBJECT.app, { [settingsPath]: forbidden })
    expect(task.items).toEqual([])
    expect(task.readings).toMatchObject([{ path: settingsPath, outcome: 'denied' }])
    expect(asked).toEqual([settingsPath])
  })

  it('are none where the app has none', async () => {
    const { task, asked } = await collect(configVarsInventory, SUBJECT.app, { [settingsPath]: [] })
    expect(task.readings).toMatchObject([{ path: null, outcome: 'read', items: 0 }])
    expect(asked).toEqual([settingsPath])
  })
})
