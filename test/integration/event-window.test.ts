import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Core } from '../../electron/core/core.ts'
import { createCore } from '../../electron/core/create-core.ts'
import { csvCell } from '../../electron/core/handlers/event.ts'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import type { AuditEvent, EventFilter } from '../../shared/model/event.ts'
import { ENGAGEMENT } from '../fakes/locker.ts'

let demo: Demo
let core: Core
const folder = mkdtempSync(join(tmpdir(), 'locker-window-'))

beforeAll(async () => {
  demo = await startDemo({ apps: 4, people: 8, events: 2500, months: 4 })
  const connection = {
    id: 'c1',
    label: 'audit',
    apiUrl: demo.apiUrl,
    dataUrl: demo.dataUrl,
    account: null,
    addedAt: '2026-01-01T00:00:00.000Z',
  }
  core = createCore({
    actor: 'ana@laptop',
    proxy: null,
    credential: async () => ({ connection, token: demo.tokens.auditor }),
  })
  await core.create(join(folder, 'a.locker'), ENGAGEMENT)
  await core.ask('collection:run', { connectionId: 'c1' })
})

afterAll(async () => {
  await core.close()
  await demo.close()
  rmSync(folder, { recursive: true, force: true })
})

async function walked(filter: EventFilter): Promise<AuditEvent[]> {
  const rows: AuditEvent[] = []
  for (let after: string | null = null; ; ) {
    const page: { rows: readonly AuditEvent[]; next: string | null } = await core.ask('event:page', {
      filter,
      after,
      limit: 1000,
    })
    rows.push(...page.rows)
    if (page.next === null) return rows
    after = page.next
  }
}

const FILTERS: readonly (readonly [string, EventFilter])[] = [
  ['no filter', {}],
  ['a type', { type: 'code_release' }],
  ['words', { text: 'northquay' }],
  ['a time', { from: '2026-10-01T00:00:00.000Z', to: '2026-10-31T23:59:59.999Z' }],
  ['a time and a type', { type: 'code_release', from: '2026-09-15T00:00:00.000Z' }],
  ['nothing that occurs', { actor: 'nobody@example.com' }],
]

describe('events by position', () => {
  it.each(FILTERS)('are the same rows as page after page: %s', async (_name, filter) => {
    const all = await walked(filter)
    for (const start of [0, 1, 99, Math.floor(all.length / 2), Math.max(0, all.length - 3), all.length + 5]) {
      const told = await core.ask('event:window', { filter, start, limit: 50 })
      expect(told.total).toBe(all.length)
      expect(told.rows.map(({ seq }) => seq)).toEqual(all.slice(start, start + 50).map(({ seq }) => seq))
    }
  })

  it.each(FILTERS)('over time, every event lies in one stretch: %s', async (_name, filter) => {
    const { from: _from, to: _to, ...whole } = filter
    const all = await walked(whole)
    const { from, step, counts } = await core.ask('event:histogram', { filter, buckets: 40 })
    const expected = counts.map(
      (_count, n) =>
        all.filter(({ at }) => Date.parse(at) >= from + n * step && Date.parse(at) < from + (n + 1) * step)
          .length,
    )
    expect(counts).toEqual(expected)
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(all.length)
  })

  it('the values of a field are those that occur', async () => {
    const types = await core.ask('event:values', { field: 'type', limit: 1000 })
    expect([...new Set((await walked({})).map(({ type }) => type))].sort()).toEqual([...types].sort())
    expect(await core.ask('event:values', { field: 'type', containing: 'RELEASE' })).toContain('code_release')
  })

  it('a file holds what the filter lets through, and no formula', async () => {
    const filter = { type: 'code_release' }
    const destination = join(folder, 'events.csv')
    const { rows } = await core.ask('event:export', { filter, destination })
    const lines = readFileSync(destination, 'utf8').trimEnd().split('\r\n')
    expect(lines.length - 1).toBe(rows)
    expect(rows).toBe((await walked(filter)).length)
    expect(['=1+1', '@x', '+1', '-1', 'a,b', 'say "x"', null].map(csvCell)).toEqual([
      "'=1+1",
      "'@x",
      "'+1",
      "'-1",
      '"a,b"',
      '"say ""x"""',
      '',
    ])
  })
})
