import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { wantedOf } from '../../../../electron/core/events/query-words.ts'
import { wordsOf } from '../../../../electron/core/events/words.ts'
import type { WritableDb } from '../../../../electron/core/store/db.ts'
import { countEvents, eventHistogram } from '../../../../electron/core/store/events-count.ts'
import {
  eachEvent,
  eachEventUpTo,
  eventBySeq,
  eventDetails,
  eventPage,
} from '../../../../electron/core/store/events-read.ts'
import { closeLocker, createLocker } from '../../../../electron/core/store/open.ts'
import type { AuditEvent, EventFilter } from '../../../../shared/model/event.ts'
import {
  archiveCollection,
  archived,
  dice,
  type MadeEvent,
  someEvents,
  take,
} from '../../../fakes/audit-archives.ts'
import { BIRTH, KEY, testLocker } from '../../../fakes/locker.ts'

/** The values that a search looks through: all but the time. */
function valuesOf(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'created_at'
      ? []
      : [...(/[^a-z_]/.test(name) && !Array.isArray(value) ? [name] : []), ...valuesOf(inner)],
  )
}

/** Says of an event what the index should: the rules once more, without an index. */
function lets(filter: EventFilter, event: AuditEvent, made: MadeEvent): boolean {
  const { from, to, text = '', ...exact } = filter
  if (from !== undefined && Date.parse(event.at) < Date.parse(from)) return false
  if (to !== undefined && Date.parse(event.at) > Date.parse(to)) return false
  if (Object.entries(exact).some(([name, value]) => event[name as keyof AuditEvent] !== value)) return false
  const words = valuesOf(made).map(wordsOf)
  return wantedOf(text).every(({ term, isPrefix, ids, whole }) =>
    words.some(
      ({ terms, refs }) =>
        terms.some((word) => (isPrefix ? term !== null && word.startsWith(term) : word === term)) ||
        refs.some(
          (ref) =>
            ids !== null &&
            ref >= ids.first &&
            ref <= ids.last &&
            (whole === null || JSON.stringify(made).includes(whole)),
        ),
    ),
  )
}

let db: WritableDb
let folder: string
const made = new Map<number, MadeEvent>()
let all: AuditEvent[]

/**
 * Five months out of order, one of them issued anew, in runs that overlap in time: every way in which the order
 * of the locker is not the order of time.
 */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'locker-test-'))
  db = createLocker(join(folder, 'acme.locker'), KEY, BIRTH)
  archiveCollection(db)
  const limits = { runEvents: 90, blockEvents: 16 }
  const months = ['05', '03', '04', '06', '07']
  for (const [i, month] of months.entries())
    await take(db, archived(JSON.stringify(someEvents(200, i, 2026, month)), 2026, month), { limits })
  const again = [...someEvents(30, 99, 2026, '04'), ...someEvents(200, 2, 2026, '04')]
  await take(db, archived(JSON.stringify(again), 2026, '04'), { limits })
  await take(db, archived(JSON.stringify(someEvents(150, 55, 2026, '05')), 2026, '05'), {
    limits,
    enterprise: { id: 'b', name: 'b' },
  })
  all = [...eachEvent(db)]
  for (const { seq } of all) made.set(seq, JSON.parse(eventBySeq(db, seq).json) as MadeEvent)
  return () => {
    closeLocker(db)
    rmSync(folder, { recursive: true, force: true })
  }
})

function expected(filter: EventFilter): AuditEvent[] {
  return all
    .filter((event) => lets(filter, event, made.get(event.seq) as MadeEvent))
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at) || b.seq - a.seq)
}

function allPages(filter: EventFilter, limit: number): AuditEvent[] {
  const rows: AuditEvent[] = []
  for (let after: string | null = null; ; ) {
    const page = eventPage(db, filter, after, limit)
    expect(page.rows.length).toBeLessThanOrEqual(limit)
    rows.push(...page.rows)
    if (page.next === null) return rows
    after = page.next
  }
}

const FILTERS: readonly EventFilter[] = [
  {},
  { type: 'app' },
  { type: 'App' },
  { type: 'nothing' },
  { action: 'set' },
  { actor: 'Jürgen@contractor.example' },
  { app: 'ledger', team: 'acme-lab' },
  { ip: '192.0.2.10', type: 'config_change', action: 'create' },
  { from: '2026-04-10T00:00:00Z', to: '2026-05-02T00:00:00Z' },
  { from: '2026-05-01T01:00:00.000Z', to: '2026-05-01T01:00:00.000Z' },
  { from: '2030-01-01T00:00:00Z' },
  { to: '2026-03-20T12:00:00+02:00', team: 'acme-prod' },
  { text: 'acme' },
  { text: 'acm' },
  { text: 'api acme' },
  { text: 'maria@acme.example' },
  { text: 'maria@acm destroy' },
  { text: 'JURGEN' },
  { text: 'ledger', action: 'destroy' },
  { text: 'database_url' },
  { text: 'naive 日本' },
  { text: '192.0.2.' },
  { text: '192.0.2.2' },
  { text: 'config change', from: '2026-05-01T00:00:00Z' },
  { text: 'd' },
  { text: '7' },
  { text: 'nothing here' },
  { text: '" OR 1=1 --' },
  { text: '*' },
  { text: '"' },
]

/** Events that are told when they are asked for, as plain objects. */
const plainly = (events: Iterable<AuditEvent>): AuditEvent[] =>
  [...events].map(({ seq, at, id, type, action, actor, app, team, ip }) => {
    return { seq, at, id, type, action, actor, app, team, ip }
  })

describe('events as checks read them', () => {
  it('are of any of the types and actions that are named, within a span of time, oldest first', () => {
    const [from, to] = ['2026-04-10T00:00:00Z', '2026-06-20T00:00:00Z']
    const wanted = { type: ['app', 'config_change', 'nothing'], action: ['create', 'set'], from, to }
    const found = plainly(eachEventUpTo(db, 1, wanted))
    const right = all.filter(
      ({ type, action, at }) =>
        wanted.type.includes(type) &&
        wanted.action.includes(action) &&
        Date.parse(at) >= Date.parse(from) &&
        Date.parse(at) <= Date.parse(to),
    )
    expect(found.length).toBeGreaterThan(20)
    expect(found).toEqual(right)
    expect(new Set(found.map(({ type }) => type))).toEqual(new Set(['app', 'config_change']))
    expect(plainly(eachEventUpTo(db, 1, { type: 'app' }))).toEqual(all.filter(({ type }) => type === 'app'))
    expect([...eachEventUpTo(db, 1, { type: [] })]).toEqual([])
  })

  it('are those of archives that the collection or an earlier one took over', () => {
    expect(plainly(eachEventUpTo(db, 1))).toEqual(all)
    expect([...eachEventUpTo(db, 0)]).toEqual([])
  })

  it('tell all that they say', () => {
    const [event] = eachEventUpTo(db, 1, { type: 'app' })
    expect(eventDetails(db, event?.seq ?? 0)).toEqual(made.get(event?.seq ?? 0))
  })
})

describe('pages of events', () => {
  it.each(FILTERS)('hold what the filter %j lets through, newest first, on pages of any size', (filter) => {
    const wanted = expected(filter)
    expect(allPages(filter, 1000)).toEqual(wanted)
    expect(allPages(filter, 7)).toEqual(wanted)
    expect(countEvents(db, filter)).toBe(wanted.length)
    expect([...eachEvent(db, filter)]).toEqual(
      wanted.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.seq - b.seq),
    )
  })

  it('hold what any combination lets through', () => {
    const roll = dice(5)
    const some = <T>(value: () => T): T | undefined => (roll() < 0.4 ? value() : undefined)
    const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T
    const event = () => pick(all)
    let found = 0
    for (let i = 0; i < 150; i++) {
      const { type, action, actor, app, team, ip, at } = event()
      const filter: EventFilter = {
        type: some(() => type),
        action: some(() => action),
        actor: some(() => actor) ?? undefined,
        app: some(() => app) ?? undefined,
        team: some(() => team) ?? undefined,
        ip: some(() => ip) ?? undefined,
        from: some(() => at),
        to: some(() => event().at),
        text: some(() => pick(valuesOf(made.get(event().seq))).slice(0, 1 + Math.floor(roll() * 12))),
      }
      const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
      const wanted = expected(given)
      found += wanted.length
      expect(allPages(given, 50), JSON.stringify(given)).toEqual(wanted)
      expect(countEvents(db, given), JSON.stringify(given)).toBe(wanted.length)
    }
    expect(found).toBeGreaterThan(1000)
  })

  it('find an event by its id, whole or begun, and by the ids within it', () => {
    for (const event of [all[3], all[500], all.at(-1)]) {
      const id = event?.id ?? ''
      for (const text of [
        id,
        id.toUpperCase(),
        id.slice(0, 8),
        id.slice(0, 13),
        id.slice(0, 12),
        id.slice(0, 5),
      ])
        expect(eventPage(db, { text }, null, 10).rows, text).toContainEqual(event)
      expect(countEvents(db, { text: id })).toBe(1)
      expect(countEvents(db, { text: `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}` })).toBe(0)
    }
    const actor = [...made.values()].find((event) => event.actor?.email === 'maria@acme.example')?.actor
    expect(countEvents(db, { text: actor?.id ?? '' })).toBe(
      [...made.values()].filter((event) => event.actor?.id === actor?.id).length,
    )
  })

  it('refuse a mark that no page has given out', () => {
    for (const mark of ['x', '1', '1.2.3', "1.2'", '-1.2'])
      expect(() => eventPage(db, {}, mark, 10)).toThrow('the mark of the next page is not one of this list')
  })

  it('go on behind a mark although more was taken over meanwhile', async () => {
    const { db: other } = testLocker()
    archiveCollection(other)
    await take(other, archived(JSON.stringify(someEvents(50, 1, 2026, '03')), 2026, '03'))
    const first = eventPage(other, {}, null, 20)
    const rest = eventPage(other, {}, first.next, 100)
    await take(other, archived(JSON.stringify(someEvents(50, 2, 2026, '04')), 2026, '04'))
    expect(eventPage(other, {}, first.next, 100)).toEqual(rest)
    expect(new Set([...first.rows, ...rest.rows].map(({ seq }) => seq)).size).toBe(50)
  })
})

describe('exports', () => {
  it('may write while they read', () => {
    let seen = 0
    for (const _ of eachEvent(db)) {
      if (seen++ === 10) db.exec("insert into event_stage (stage, part) values (9, x'00')")
    }
    expect(seen).toBe(all.length)
    db.exec('delete from event_stage')
  })
})

describe('the counts by month and type', () => {
  it('add up to what there is', () => {
    const counted = new Map<string, number>()
    for (const { at, type } of all) {
      const key = `${at.slice(0, 7)} ${type}`
      counted.set(key, (counted.get(key) ?? 0) + 1)
    }
    const told = eventHistogram(db)
    expect(told.map(({ month, type, events }) => [`${month} ${type}`, events])).toEqual(
      [...counted].sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  })
})
