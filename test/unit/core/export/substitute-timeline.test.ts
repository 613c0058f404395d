import { expect, it } from 'vitest'
import { workbookSheets } from '../../../../electron/core/export/index.ts'
import type { WorkbookSource } from '../../../../electron/core/export/workbook-source.ts'
import { CONTENTS } from './made/contents.ts'
import { madeSource } from './made/made-source.ts'

const team = (name: string, enterprise: string | null) => ({
  ...{ of: 'team', id: `team-${name}`, name, enterprise_account: enterprise, identity_provider: null },
})
const app = (id: string, of: string | null) => ({
  ...CONTENTS['app-inventory'][0],
  ...{ id, name: id, team: of === null ? null : { id: `team-${of}`, name: of } },
})
const release = (of: string, version: number, at: string) => ({
  ...CONTENTS.releases[0],
  ...{ id: `${of}-${version}`, app: { id: of, name: of }, version, created_at: at },
})
const sent = (of: string, at: string) => ({
  ...{ of: 'event', id: 'e1', app: { id: of, name: of }, resource: 'dyno', action: 'create', actor: null },
  ...{ resource_id: null, created_at: at },
})
const space = (id: string, of: string) => ({
  ...CONTENTS['space-isolation'].find((one) => one.of === 'space'),
  ...{ id, name: id, team: { id: `team-${of}`, name: of } },
})
const rules = (of: string, at: string) => ({
  ...CONTENTS['space-trusted-ips'][0],
  ...{ id: `rules-${of}`, space: { id: of, name: of }, created_at: at, created_by: 'ben@x.example' },
  rules: [{ action: 'allow', source: '192.0.2.0/24' }],
})

/** The workbook's sheet where these are all the items. */
function timeline(items: Readonly<Record<string, readonly object[]>>) {
  const told: Partial<WorkbookSource> = {
    items: (topic) =>
      (items[topic] ?? []).map((content, index) => ({ id: index + 1, topic, content })) as never,
  }
  return [...workbookSheets(madeSource(told))].find(({ name }) => name === 'Substitute timeline')
}

it('puts what other lists tell of apps and spaces without an audit trail in order of time, and says that it is none', () => {
  const sheet = timeline({
    'sso-identity-provider': [team('inside', 'acme'), team('outside', null)],
    'app-inventory': [app('own', null), app('covered', 'inside'), app('free', 'outside')],
    releases: [
      release('free', 2, '2026-05-03T00:00:00Z'),
      release('own', 1, '2026-05-01T00:00:00Z'),
      release('covered', 9, '2026-05-02T00:00:00Z'),
    ],
    'app-webhooks': [sent('own', '2026-05-04T00:00:00+02:00'), sent('covered', '2026-05-04T00:00:00Z')],
    'space-isolation': [space('den', 'outside'), space('vault', 'inside')],
    'space-trusted-ips': [rules('den', '2026-05-02T00:00:00Z'), rules('vault', '2026-05-02T00:00:00Z')],
  })
  const rows = [...(sheet?.rows() ?? [])].map(({ cells }) => [cells[1], cells[2], cells[4]])
  expect(rows.map(([told, about]) => [told, about])).toEqual([
    ['release', 'own'],
    ['rule set', 'den'],
    ['release', 'free'],
    ['webhook event', 'own'],
  ])
  expect(rows[1]?.[2]).toBe('ben@x.example')
  expect(sheet?.notes[0]).toMatch(/^This is no audit trail/)
  expect(`${sheet?.name} ${sheet?.title}`).not.toMatch(/^audit trail/i)
})

it('is not there where every app and space belongs to an enterprise account', () => {
  const items = {
    'sso-identity-provider': [team('inside', 'acme')],
    'app-inventory': [app('covered', 'inside')],
    releases: [release('covered', 1, '2026-05-01T00:00:00Z')],
  }
  expect(timeline(items)).toBeUndefined()
})
