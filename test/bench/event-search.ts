/**
 * How long questions over audit events take: `event-search.ts [EVENTS] [LOCKER]`, a million by default, in a
 * locker that is made for it (or kept at a path for the next time). Every question is asked with values drawn
 * from the events, right after the locker was opened and again and again; what is told are milliseconds.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { startCollection } from '../../electron/core/store/collections.ts'
import type { WritableDb } from '../../electron/core/store/db.ts'
import {
  countEvents,
  eachEvent,
  eventBySeq,
  eventHistogram,
  eventPage,
  ingestArchive,
  verifyEvents,
} from '../../electron/core/store/events.ts'
import { closeLocker, createLocker, openLocker } from '../../electron/core/store/open.ts'
import type { AuditEvent, EventFilter } from '../../shared/model/event.ts'
import { makeAuditArchives } from './audit-archives.ts'

const [amount = '1000000', kept = ''] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'bench-search-'))
const file = kept || join(folder, 'bench.locker')
const key = Buffer.alloc(32, 7)
const PAGE = 100
const ROUNDS = 40

async function fill(): Promise<void> {
  const engagement = {
    ...{ organisation: 'Acme', period: { start: '2024-11-01', end: '2026-10-31' }, timeZone: 'UTC' },
    ...{ frameworks: [], preparer: 'bench', reviewer: null },
  }
  const db = createLocker(file, key, { engagement, appVersion: '0', actor: 'bench' })
  const collectionId = startCollection(db, {
    ...{ startedAt: new Date().toISOString(), connection: { id: 'bench', label: 'bench' }, account: 'bench' },
    ...{
      apiUrl: 'bench',
      scopes: null,
      tokenExpiresAt: null,
      collector: 'bench',
      appVersion: '0',
      topics: [],
    },
  })
  const { signal } = new AbortController()
  for (const { file: path, ...meta } of await makeAuditArchives(folder, Number(amount), 24)) {
    const stream = Readable.from([readFileSync(path)])
    await ingestArchive(db, { collectionId, enterprise: { id: 'acme', name: 'acme' }, meta, stream, signal })
  }
  closeLocker(db)
}

let state = 7
function roll(below: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
  return Math.floor(((state >>> 0) / 2 ** 32) * below)
}

const instant = (ms: number) => new Date(ms).toISOString()

/** Kinds of questions: what is asked about an event that was drawn, and about another one. */
const QUESTIONS: readonly (readonly [
  says: string,
  filter: (one: AuditEvent, other: AuditEvent) => EventFilter,
])[] = [
  ['newest', () => ({})],
  ['type', ({ type }) => ({ type })],
  ['action', ({ action }) => ({ action })],
  ['actor', ({ actor }) => ({ actor: actor ?? '' })],
  ['app', ({ app }) => ({ app: app ?? '' })],
  ['address', ({ ip }) => ({ ip: ip ?? '' })],
  ['type and action', ({ type, action }) => ({ type, action })],
  ['type of one, action of another', ({ type }, { action }) => ({ type, action })],
  ['actor and app', ({ actor, app }) => ({ actor: actor ?? '', app: app ?? '' })],
  ['actor of one, app of another', ({ actor }, { app }) => ({ actor: actor ?? '', app: app ?? '' })],
  [
    'all columns of one',
    ({ type, action, actor, app, team, ip }) => ({
      type,
      action,
      actor: actor ?? '',
      app: app ?? '',
      team: team ?? '',
      ip: ip ?? '',
    }),
  ],
  ['nobody', () => ({ actor: 'nobody@acme.example' })],
  ['a day', ({ at }) => ({ from: instant(Date.parse(at) - 864e5), to: at })],
  [
    'a month and a type',
    ({ at }, { type }) => ({ from: instant(Date.parse(at) - 30 * 864e5), to: at, type }),
  ],
  ['before an event', ({ at }) => ({ to: at })],
  ['word in all events', () => ({ text: 'acme ' })],
  ['word in all events, begun', () => ({ text: 'acm' })],
  ['word of an app', ({ app }) => ({ text: `${app?.split('-')[1]} ` })],
  ['number of an app', ({ app }) => ({ text: `${app?.split('-')[2]} ` })],
  ['address with @', ({ actor }) => ({ text: actor ?? '' })],
  ['beginning of a name', ({ actor }) => ({ text: actor?.slice(0, 3) ?? '' })],
  ['one letter', ({ actor }) => ({ text: actor?.slice(0, 1) ?? '' })],
  ['one digit', () => ({ text: String(roll(10)) })],
  ['id', ({ id }) => ({ text: id })],
  ['beginning of an id', ({ id }) => ({ text: id.slice(0, 5) })],
  ['common and rare word', ({ actor }) => ({ text: `acme ${actor?.split('@')[0]} ` })],
  ['three words', ({ type, app }) => ({ text: `${type.split('_')[0]} ${app?.split('-')[1]} deploy ` })],
  ['word nowhere', () => ({ text: 'zzz acme ' })],
  ['common word, rare column', ({ ip }) => ({ text: 'acme', ip: ip ?? '' })],
  [
    'common word, two columns that never meet',
    ({ actor }) => ({ text: 'acme', actor: actor ?? '', type: 'trusted_ip', action: 'create' }),
  ],
  ['rare word, common column', ({ type }, { actor }) => ({ type, text: `${actor?.split('@')[0]} ` })],
  [
    'words, column and month',
    ({ at, app }) => ({
      text: `${app?.split('-')[1]} depl`,
      action: 'create',
      from: instant(Date.parse(at) - 30 * 864e5),
      to: at,
    }),
  ],
]

function told(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(2)
  return `p50 ${at(0.5).padStart(7)}  p95 ${at(0.95).padStart(7)}  most ${at(1).padStart(7)}`
}

function timed<T>(times: number[], ask: () => T): T {
  const began = performance.now()
  const answer = ask()
  times.push(performance.now() - began)
  return answer
}

function line(says: string, times: readonly number[], found = ''): void {
  console.log(`${says.padEnd(42)} ${told(times)}  ${found}`)
}

function draw(db: WritableDb, count: number): AuditEvent {
  return eventBySeq(db, 1 + roll(count)).event
}

function pages(db: WritableDb, count: number): void {
  const [all, counted]: [number[], number[]] = [[], []]
  for (const [says, filterOf] of QUESTIONS) {
    const times: number[] = []
    let found = 0
    for (let round = 0; round < ROUNDS; round++) {
      const filter = filterOf(draw(db, count), draw(db, count))
      const first = timed(times, () => eventPage(db, filter, null, PAGE))
      found += first.rows.length
      if (first.next !== null) timed(times, () => eventPage(db, filter, first.next, PAGE))
      timed(counted, () => countEvents(db, filter))
    }
    line(says, times, `${(found / ROUNDS).toFixed(0)} rows`)
    all.push(...times)
  }
  line('ALL PAGES', all)
  line('counts of the same', counted)
}

async function others(db: WritableDb, count: number): Promise<void> {
  const [one, months, every, some]: number[][] = [[], [], [], []]
  for (let round = 0; round < 200; round++) timed(one ?? [], () => eventBySeq(db, 1 + roll(count)))
  for (let round = 0; round < 20; round++) timed(months ?? [], () => eventHistogram(db))
  timed(every ?? [], () =>
    eachEvent(db, {})
      .take(100_000)
      .reduce((sum) => sum + 1, 0),
  )
  timed(some ?? [], () =>
    eachEvent(db, { action: 'create' })
      .take(100_000)
      .reduce((sum) => sum + 1, 0),
  )
  line('an event with its exact JSON', one ?? [])
  line('events by month and type', months ?? [])
  line('100,000 events in order of time', every ?? [])
  line('100,000 events of one action', some ?? [])
  const began = performance.now()
  const { firstBroken } = await verifyEvents(db)
  console.log(
    `verified all: ${((performance.now() - began) / 1000).toFixed(1)} s, ${firstBroken === null ? 'intact' : 'BROKEN'}`,
  )
}

try {
  if (!existsSync(file)) await fill()
  let db = openLocker(file, key)
  const count = countEvents(db)
  const events = Array.from({ length: QUESTIONS.length }, () => draw(db, count))
  const cold: number[] = []
  for (const [i, [, filterOf]] of QUESTIONS.entries()) {
    closeLocker(db)
    db = openLocker(file, key)
    timed(cold, () => eventPage(db, filterOf(events[i] as AuditEvent, events[0] as AuditEvent), null, PAGE))
  }
  console.log(`${count} events, pages of ${PAGE}, milliseconds, load ${loadavg()[0]?.toFixed(1)}`)
  line('first page right after opening', cold)
  pages(db, count)
  await others(db, count)
  closeLocker(db)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
