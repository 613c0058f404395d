import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WritableDb } from '../../../../electron/core/store/db.ts'
import { lostArchiveContent } from '../../../../electron/core/store/events-content.ts'
import { countEvents } from '../../../../electron/core/store/events-count.ts'
import { ingestArchive } from '../../../../electron/core/store/events-ingest.ts'
import { receive } from '../../../../electron/core/store/events-stage.ts'
import { verifyEvents } from '../../../../electron/core/store/events-verify.ts'
import { setPolicy } from '../../../../electron/core/store/policy.ts'
import { ACME, archiveCollection, archived, take } from '../../../fakes/audit-archives.ts'
import { testLocker } from '../../../fakes/locker.ts'
import { lengthyEvents, serveStreamed, streamedArchive } from '../../../fakes/streamed-archive.ts'

/** Past 100 KB and five times its size, an archive is looked at. */
const LOW = { ratio: 5, freeBytes: 100_000, runEvents: 500, inMemoryUpTo: 10_000 }

let db: WritableDb

beforeEach(() => {
  db = testLocker().db
  archiveCollection(db)
})

const left = () =>
  ['event', 'event_block', 'event_stage', 'archive'].map((table) =>
    Number(db.prepare(`select count(*) from ${table}`).pluck().get()),
  )

describe('an archive that unpacks to very much', () => {
  const close: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const one of close.splice(0)) await one()
  })

  /** Sends an archive that is made while it is sent, and takes it over. */
  async function streamed(events: number, bytes: number, limits?: typeof LOW & { mostBytes?: number }) {
    const archive = await streamedArchive(() => lengthyEvents(events, bytes))
    const server = await serveStreamed(archive)
    close.push(server.close)
    const { body } = await fetch(server.url)
    const stream = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])
    const taken = limits
      ? take(db, { ...archive, packed: Buffer.alloc(0), json: '' }, { stream, limits })
      : ingestArchive(db, {
          ...{ collectionId: 1, enterprise: ACME, meta: archive.meta, stream },
          signal: new AbortController().signal,
        })
    return { archive, taken }
  }

  it('is taken over whole where events are what it is made of', async () => {
    const { archive, taken } = await streamed(600, 5000, LOW)
    expect(archive.bytes).toBeGreaterThan(10 * (LOW.freeBytes + LOW.ratio * archive.meta.size))
    expect((await taken).content).toMatchObject({ events: 600, intact: true })
    expect([countEvents(db), await verifyEvents(db)]).toEqual([600, { events: 600, firstBroken: null }])
  })

  it.each([
    [
      'blanks',
      `[${' '.repeat(2_000_000)}]`,
      /^audit archive acme 2026-05 is a gzip bomb: .*mostly no events: none/,
    ],
    ['blanks between events', `[${`{"id":"a"},${' '.repeat(9000)}`.repeat(200)}{}]`, /mostly no events/],
    ['one event again and again', `[${'{},'.repeat(100_000)}{}]`, /again and again.*collect again\.$/],
    [
      'one long event again and again',
      `[${`{"id":"a","x":"${'x'.repeat(5000)}"},`.repeat(1500)}{}]`,
      /again and again/,
    ],
  ])('is a gzip bomb where it is made of %s, and leaves nothing', async (_, json, why) => {
    const failure = take(db, archived(json), { limits: LOW })
    await expect(failure).rejects.toThrow(why)
    await expect(failure).rejects.toMatchObject({ kind: 'archive-damaged' })
    expect(left()).toEqual([0, 0, 0, 0])
  })

  it('is disclosed and not called damaged where it is past what the policy allows', async () => {
    setPolicy(db, { archiveGigabytesMax: 0.01 }, { at: '2026-11-01T00:00:00.000Z', actor: 'ana' })
    const { archive, taken } = await streamed(1100, 10_000)
    const error: unknown = await taken.catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ kind: 'archive-too-large' })
    expect(String(error)).toMatch(
      /acme 2026-05 unpacks to more than 0\.01 GB.*archiveGigabytesMax.*collect again\.$/,
    )
    expect(lostArchiveContent(ACME, archive.meta, error)).toMatchObject({
      downloaded_sha256: archive.meta.checksum,
      intact: null,
      events: null,
    })
    expect(left()).toEqual([0, 0, 0, 0])
    setPolicy(db, { archiveGigabytesMax: 0.02 }, { at: '2026-11-01T00:00:00.000Z', actor: 'ana' })
    const again = await streamed(1100, 10_000)
    expect((await again.taken).archive.events).toBe(1100)
  })
})

describe('a disk with little room', () => {
  const archive = archived([...lengthyEvents(1000, 1000)].join(''))

  it.each([
    ['before the archive is received', [1], { inMemoryUpTo: 10 }],
    ['while it is stored', [90e9, 90e9, 1], { runEvents: 300 }],
  ])('stops the taking over %s, and it can be done again', async (_, free, limits) => {
    const disk = () => ({ free: free.length > 1 ? (free.shift() ?? 0) : (free[0] ?? 0), total: 100e9 })
    const failure = take(db, archive, { limits, disk })
    await expect(failure).rejects.toMatchObject({ kind: 'disk-low' })
    await expect(failure).rejects.toThrow(
      /^only 0 MB are left where .* acme 2026-05: free some space and resume/,
    )
    expect(countEvents(db)).toBe(0)
    await take(db, archive, { limits })
    expect([countEvents(db), await verifyEvents(db)]).toEqual([1000, { events: 1000, firstBroken: null }])
  })

  it('that is small keeps a twentieth free, and one that tells nothing is trusted', async () => {
    await take(db, archive, { disk: () => ({ free: 60, total: 1000 }), limits: { runEvents: 300 } })
    expect(countEvents(db)).toBe(1000)
    db = testLocker().db
    archiveCollection(db)
    await take(db, archive, { disk: () => null })
    expect(countEvents(db)).toBe(1000)
  })
})

describe('an archive that is large as it comes', () => {
  it('waits in the locker, and no part of it stays in memory', async () => {
    const parts = 40
    const bytes = randomBytes(parts * 250_000)
    const kept: WeakRef<Buffer>[] = []
    async function* pieces() {
      for (let at = 0; at < bytes.length; at += 250_000) {
        const piece = Buffer.from(bytes.subarray(at, at + 250_000))
        kept.push(new WeakRef(piece))
        yield piece
        await setImmediate()
        if (at % 2_500_000 === 0) collectGarbage()
      }
      collectGarbage()
      alive = kept.filter((piece) => piece.deref() !== undefined).length
    }
    let alive = parts
    const staged = await receive(db, {
      ...{ stream: Readable.from(pieces(), { highWaterMark: 1 }), signal: new AbortController().signal },
      ...{ size: bytes.length, checksum: createHash('sha256').update(bytes).digest('hex') },
      ...{ stage: 1, inMemoryUpTo: 1000 },
    })
    expect(kept).toHaveLength(parts)
    expect(alive).toBeLessThan(parts / 2)
    const read: Buffer[] = []
    for await (const piece of staged.pieces()) read.push(Buffer.from(piece))
    expect(Buffer.concat(read).equals(bytes)).toBe(true)
  })
})

/** Asks V8 for a collection of garbage now. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}
