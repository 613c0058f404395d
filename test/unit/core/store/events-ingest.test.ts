import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { archiveKnown, archivesOf } from '../../../../electron/core/store/archives.ts'
import { getCollection } from '../../../../electron/core/store/collections.ts'
import type { WritableDb } from '../../../../electron/core/store/db.ts'
import { lostArchiveContent } from '../../../../electron/core/store/events-content.ts'
import { countEvents, eventHistogram } from '../../../../electron/core/store/events-count.ts'
import { eachEvent, eventBySeq, eventPage } from '../../../../electron/core/store/events-read.ts'
import { verifyEvents } from '../../../../electron/core/store/events-verify.ts'
import { journalPage } from '../../../../electron/core/store/journal.ts'
import {
  ACME,
  type Archived,
  archiveCollection,
  archived,
  inTime,
  metaOf,
  someEvents,
  take,
} from '../../../fakes/audit-archives.ts'
import { testLocker } from '../../../fakes/locker.ts'

const EVENT_TABLES = [
  'archive',
  'event',
  'event_block',
  'event_run',
  'event_term',
  'event_ref',
  'event_count',
  'event_stage',
]

/** Small enough for several runs, blocks and slices. */
const SMALL = { runEvents: 100, blockEvents: 16, inMemoryUpTo: 2000 }

let db: WritableDb

beforeEach(() => {
  db = testLocker().db
  archiveCollection(db)
})

function rowsIn(tables = EVENT_TABLES): Record<string, number> {
  const count = (table: string) => Number(db.prepare(`select count(*) from ${table}`).pluck().get())
  return Object.fromEntries(tables.map((table) => [table, count(table)]))
}

const NOTHING = Object.fromEntries(EVENT_TABLES.map((table) => [table, 0]))

/** Every event's exact JSON, in the order of the locker. */
function exactJson(): string[] {
  return Array.from(eachEvent(db), ({ seq }) => eventBySeq(db, seq).json)
}

const ids = (events: readonly { readonly id: string }[]) => events.map(({ id }) => id)

describe('an archive that is taken over', () => {
  const events = someEvents(500)
  const archive = archived(JSON.stringify({ entries: events }))

  it('is there to the byte, in order of time, with its facts', async () => {
    const { archive: taken, content, fresh } = await take(db, archive)
    const sorted = inTime(events)
    expect(exactJson()).toEqual(sorted.map((event) => JSON.stringify(event)))
    expect(fresh).toBe(true)
    expect(taken).toMatchObject({
      id: 1,
      events: 500,
      kept: 500,
      known: 0,
      changed: 0,
      undated: 0,
      firstSeq: 1,
      lastSeq: 500,
    })
    expect(content).toEqual({
      enterprise_account: ACME,
      ...archive.meta,
      downloaded_sha256: archive.meta.checksum,
      downloaded_size: archive.meta.size,
      intact: true,
      events: 500,
      first_at: sorted[0]?.created_at,
      last_at: sorted[499]?.created_at,
      envelope: 'entries',
    })
    expect(archivesOf(db)).toEqual([taken])
    expect(archiveKnown(db, ACME.id, archive.meta)).toEqual(taken)
    expect(getCollection(db, 1)?.counts.events).toBe(500)
    expect(journalPage(db, null, 100).rows.at(-1)).toMatchObject({
      actor: 'ana@laptop',
      action: 'archive.taken',
      detail: { archive: 'acme 2026-05', kept: 500, head: taken.head },
    })
    expect(await verifyEvents(db)).toEqual({ events: 500, firstBroken: null })
  })

  it('comes to the same in many runs, and when it waited in the locker', async () => {
    await take(db, archive)
    const [whole, histogram] = [[...eachEvent(db)], eventHistogram(db)]
    db = testLocker().db
    archiveCollection(db)
    await take(db, archive, { limits: SMALL })
    expect(rowsIn()).toMatchObject({ event_run: 5, event_stage: 0, event_block: 35 })
    const seqless = (list: readonly object[]) => list.map((event) => ({ ...event, seq: 0 }))
    expect(new Set(seqless([...eachEvent(db)]).map((e) => JSON.stringify(e)))).toEqual(
      new Set(seqless(whole).map((e) => JSON.stringify(e))),
    )
    expect([...eachEvent(db)].map(({ at }) => at)).toEqual(whole.map(({ at }) => at))
    expect(eventHistogram(db)).toEqual(histogram)
    expect(await verifyEvents(db)).toEqual({ events: 500, firstBroken: null })
  })

  it('shows its columns as the events tell them', async () => {
    const event = {
      id: 'Ünusual id',
      type: 'brand_new_type',
      action: 'done',
      created_at: '2026-05-03T09:12:44.5Z',
      actor: { id: 'u', email: 'x@y.example' },
      request: null,
    }
    await take(db, archived(JSON.stringify([event])))
    expect(eventPage(db, {}, null, 10)).toEqual({
      rows: [
        {
          seq: 1,
          at: '2026-05-03T09:12:44.500Z',
          id: 'Ünusual id',
          type: 'brand_new_type',
          action: 'done',
          actor: 'x@y.example',
          app: null,
          team: null,
          ip: null,
        },
      ],
      next: null,
    })
    expect(eventBySeq(db, 1)).toMatchObject({ json: JSON.stringify(event), archive: 'acme 2026-05' })
    expect(() => eventBySeq(db, 2)).toThrow('there is no event 2')
  })

  it('tells how far it is', async () => {
    const seen: number[] = []
    await take(db, archive, { limits: SMALL, onProgress: (count) => void seen.push(count) })
    expect(seen).toEqual([100, 200, 300, 400, 500])
  })

  it('may be empty', async () => {
    const { archive: taken, content } = await take(db, archived('[]'))
    expect(taken).toMatchObject({ events: 0, firstSeq: null, lastSeq: null })
    expect(content).toMatchObject({ events: 0, first_at: null, envelope: 'array', intact: true })
    await take(db, archive)
    expect(await verifyEvents(db)).toEqual({ events: 500, firstBroken: null })
  })
})

describe('an archive that the locker holds', () => {
  const archive = archived(JSON.stringify(someEvents(60)))

  it('is not taken again, and its stream is let go of', async () => {
    const first = await take(db, archive)
    const before = rowsIn([...EVENT_TABLES, 'journal'])
    const stream = Readable.from([Buffer.from('not even looked at')])
    const again = await take(db, archive, { stream })
    expect(again).toEqual({ ...first, fresh: false })
    expect([stream.destroyed, rowsIn([...EVENT_TABLES, 'journal'])]).toEqual([true, before])
  })

  it('is not taken twice at once', async () => {
    const both = await Promise.all([take(db, archive), take(db, archive)])
    expect(both.map(({ fresh }) => fresh)).toEqual([true, false])
    expect(countEvents(db)).toBe(60)
  })

  it('is another one for another enterprise account', async () => {
    await take(db, archive)
    const other = { id: 'other', name: 'other' }
    expect(archiveKnown(db, 'other', archive.meta)).toBeNull()
    const { archive: taken } = await take(db, archive, { enterprise: other })
    expect(taken).toMatchObject({ kept: 60, known: 0 })
    expect(countEvents(db)).toBe(120)
  })
})

describe('an archive that was issued anew', () => {
  const [first, second] = [someEvents(80, 1), someEvents(40, 2)]

  it.each([{}, SMALL])('adds what is new and keeps once what is known (%j)', async (limits) => {
    await take(db, archived(JSON.stringify(first)), { limits })
    const { archive: taken } = await take(db, archived(JSON.stringify([...second, ...first])), { limits })
    expect(taken).toMatchObject({ events: 120, kept: 40, known: 80, changed: 0, firstSeq: 81, lastSeq: 120 })
    expect(ids([...eachEvent(db)]).toSorted()).toEqual(ids([...first, ...second]).toSorted())
    expect(await verifyEvents(db)).toEqual({ events: 120, firstBroken: null })
  })

  it('knows events also when they are written differently, and under ids that are no UUIDs, or none', async () => {
    const odd = first.map(({ id, ...event }, i) =>
      i % 3 === 0 ? { ...event, id: `e-${i}` } : i % 3 === 1 ? event : { id, ...event },
    )
    await take(db, archived(JSON.stringify(odd)))
    const rewritten = odd.map((event) =>
      'id' in event ? Object.fromEntries(Object.entries(event).toReversed()) : event,
    )
    const { archive: taken } = await take(db, archived(JSON.stringify(rewritten)))
    expect(taken).toMatchObject({ events: 80, kept: 0, known: 80, changed: 0, firstSeq: null })
    expect(await verifyEvents(db)).toEqual({ events: 80, firstBroken: null })
  })

  it('keeps beside the first what says something else under the same id, and counts it', async () => {
    await take(db, archived(JSON.stringify(first)))
    const forged = first.map((event, i) => (i === 7 ? { ...event, type: 'something else' } : event))
    const { archive: taken } = await take(db, archived(JSON.stringify(forged)))
    expect(taken).toMatchObject({ kept: 1, known: 79, changed: 1 })
    const id = first[7]?.id ?? ''
    const both = [...eachEvent(db)].filter((event) => event.id === id)
    expect(both.map(({ seq }) => eventBySeq(db, seq).json)).toEqual(
      [first[7], forged[7]].map((e) => JSON.stringify(e)),
    )
    const again = archived(JSON.stringify([...forged, ...second]))
    expect((await take(db, again)).archive).toMatchObject({ kept: 40, known: 80, changed: 0 })
  })
})

describe('archives that come at once', () => {
  it('are stored in the order of the calls, each as a whole', async () => {
    const months = ['03', '04', '05', '06', '07']
    const archives = months.map((month, i) =>
      archived(JSON.stringify(someEvents(50 + 30 * i, i, 2026, month)), 2026, month),
    )
    const slow = (archive: Archived, i: number) =>
      Readable.from(
        (async function* () {
          await sleep(5 * (months.length - i))
          yield archive.packed
        })(),
      )
    await Promise.all(
      archives.map((archive, i) => take(db, archive, { stream: slow(archive, i), limits: SMALL })),
    )
    expect(archivesOf(db).map(({ month }) => month)).toEqual(months)
    expect(countEvents(db)).toBe(50 + 80 + 110 + 140 + 170)
    expect(await verifyEvents(db)).toEqual({ events: 550, firstBroken: null })
  })
})

describe('a damaged archive', () => {
  const json = JSON.stringify(someEvents(300))
  const good = archived(json)
  const flipped = Buffer.from(good.packed)
  flipped[500] = (flipped[500] ?? 0) ^ 1

  function asPublished(packed: Buffer): Archived {
    return { json, packed, meta: metaOf(packed) }
  }

  it.each([
    [
      'changed on the way',
      { ...good, packed: flipped },
      /^audit archive acme 2026-05 does not match its published SHA-256/,
    ],
    ['cut short', { ...good, packed: good.packed.subarray(0, -1) }, /has \d+ bytes where \d+ were published/],
    [
      'longer than published',
      { ...good, packed: Buffer.concat([good.packed, Buffer.alloc(1)]) },
      /is larger than its published \d+ bytes/,
    ],
    ['no gzip', asPublished(Buffer.from(json)), /is not a whole gzip file/],
    ['half a gzip', asPublished(good.packed.subarray(0, 2000)), /is not a whole gzip file/],
    ['half a JSON', archived(json.slice(0, -10_000)), /ends in the middle of its JSON/],
    ['no JSON', archived(`${json.slice(0, -2)}x}]`), /holds an event that is not JSON/],
    ['not a list', archived('{"error":"no"}'), /holds no list of events/],
  ])('that is %s leaves nothing, says why, and the next one works', async (_, archive, why) => {
    for (const limits of [{}, SMALL]) {
      const failure = take(db, archive, { limits })
      await expect(failure).rejects.toThrow(why)
      await expect(failure).rejects.toMatchObject({ kind: 'archive-damaged' })
      expect(rowsIn()).toEqual(
        limits === SMALL
          ? { ...NOTHING, ...rowsIn(['event', 'event_block', 'event_term', 'event_ref']) }
          : NOTHING,
      )
      expect([countEvents(db), eventPage(db, {}, null, 10).rows, eventHistogram(db)]).toEqual([0, [], []])
    }
    await take(db, good)
    expect(exactJson()).toHaveLength(300)
    expect(await verifyEvents(db)).toEqual({ events: 300, firstBroken: null })
  })

  it('is evidence of its own, with what was received as far as it is known', async () => {
    const lost = async (archive: Archived) =>
      lostArchiveContent(ACME, archive.meta, await take(db, archive).catch((error: unknown) => error))
    const sha256 = metaOf(flipped).checksum
    expect(await lost({ ...good, packed: flipped })).toMatchObject({
      checksum: good.meta.checksum,
      downloaded_sha256: sha256,
      downloaded_size: flipped.length,
      intact: false,
      events: null,
    })
    expect(await lost({ ...good, packed: Buffer.concat([good.packed, good.packed]) })).toMatchObject({
      downloaded_sha256: null,
      intact: false,
    })
    expect(lostArchiveContent(ACME, good.meta)).toMatchObject({ downloaded_sha256: null, intact: null })
  })

  it('that unpacks to far too much is stopped', async () => {
    const bomb = archived(`[${' '.repeat(2_000_000)}]`)
    const limits = { ratio: 50, freeBytes: 100_000 }
    await expect(take(db, bomb, { limits })).rejects.toThrow(
      /is a gzip bomb: it unpacks from \d+ to more than \d+ bytes/,
    )
    expect(rowsIn()).toEqual(NOTHING)
  })

  it('does not stop the ones that come with it', async () => {
    const next = archived(JSON.stringify(someEvents(50, 3, 2026, '06')), 2026, '06')
    const [bad, fine] = await Promise.allSettled([
      take(db, archived(`${json.slice(0, -1)},x]`), { limits: SMALL }),
      take(db, next, { limits: SMALL }),
    ])
    expect([bad?.status, fine?.status]).toEqual(['rejected', 'fulfilled'])
    expect(countEvents(db)).toBe(50)
    expect(await verifyEvents(db)).toEqual({ events: 50, firstBroken: null })
  })

  it('passes on what breaks the line', async () => {
    const broken = Readable.from(
      (async function* () {
        yield good.packed.subarray(0, 1000)
        throw new Error('the line is dead')
      })(),
    )
    await expect(take(db, good, { stream: broken })).rejects.toThrow('the line is dead')
    expect(rowsIn()).toEqual(NOTHING)
  })
})

describe('an archive that is cancelled', () => {
  const archive = archived(JSON.stringify(someEvents(3000)))

  it('while it arrives leaves nothing', async () => {
    const abort = new AbortController()
    const endless = Readable.from(
      (async function* () {
        yield archive.packed.subarray(0, 5000)
        abort.abort()
        await new Promise(() => {})
      })(),
    )
    const failure = take(db, archive, { stream: endless, signal: abort.signal, limits: SMALL })
    await expect(failure).rejects.toMatchObject({ kind: 'cancelled' })
    await expect(failure).rejects.toThrow('taking over audit archive acme 2026-05 was cancelled')
    expect(rowsIn()).toEqual(NOTHING)
  })

  it('while it is stored shows nothing, and is taken over when it comes again', async () => {
    const abort = new AbortController()
    const onProgress = (events: number) => {
      if (events >= 1000) abort.abort()
    }
    const failure = take(db, archive, { signal: abort.signal, limits: SMALL, onProgress })
    await expect(failure).rejects.toMatchObject({ kind: 'cancelled' })
    expect(rowsIn()).toMatchObject({ archive: 0, event_run: 0, event_stage: 0 })
    expect([countEvents(db), [...eachEvent(db)]]).toEqual([0, []])
    expect(await verifyEvents(db)).toEqual({ events: 0, firstBroken: null })
    await take(db, archive, { limits: SMALL })
    expect(rowsIn()).toMatchObject({ event: 3000, event_run: 30 })
    expect(await verifyEvents(db)).toEqual({ events: 3000, firstBroken: null })
  })
})
