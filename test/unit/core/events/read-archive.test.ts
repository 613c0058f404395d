import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unpackBlock } from '../../../../electron/core/events/blocks.ts'
import { headAfter, leafOf } from '../../../../electron/core/events/chain.ts'
import { Damaged } from '../../../../electron/core/events/damaged.ts'
import { LIMITS, type Limits } from '../../../../electron/core/events/limits.ts'
import type { Identities, Known, Run } from '../../../../electron/core/events/messages.ts'
import { cutPieces } from '../../../../electron/core/events/pieces.ts'
import { readArchive, readingRoom } from '../../../../electron/core/events/read-archive.ts'
import { inTime, someEvents } from '../../../fakes/audit-archives.ts'

const START = new Uint8Array(32).fill(3)
const MAY = Date.UTC(2026, 4)

/** Small enough that a few events fill a run, a block and the memory. */
const SMALL: Limits = { ...LIMITS, runEvents: 7, runBytes: 2000, blockEvents: 3, eventBytes: 1200 }

async function read(
  json: string | Buffer,
  limits = LIMITS,
  pieces = 512,
  known: (coming: Identities) => Known = () => ({ same: [], other: [] }),
) {
  const bytes = Buffer.from(json)
  async function* unpacked() {
    for (let at = 0; at < bytes.length; at += pieces) yield bytes.subarray(at, at + pieces)
  }
  const runs: Run[] = []
  const room = readingRoom(limits)
  const begin = { start: START, undatedAt: MAY, size: bytes.length }
  const contents = await readArchive(room, begin, cutPieces(unpacked(), limits), {
    known: async (coming) => known(coming),
    store: async (run) => void runs.push(structuredClone(run)),
  })
  return { contents, runs, events: runs.flatMap(eventsOf) }
}

function eventsOf({ blocks }: Run): string[] {
  return blocks.flatMap(({ codec, data, n, bytes }) => unpackBlock(codec, data, n, bytes).map(String))
}

describe('reading an archive', () => {
  it('keeps the exact bytes of every event, run by run in order of time', async () => {
    const events = someEvents(100)
    const texts = new Map(events.map((event, i) => [event.id, JSON.stringify(event, null, i % 3)]))
    const { contents, runs } = await read(`[${[...texts.values()].join(' ,\n')}]`, SMALL)
    expect(contents).toMatchObject({
      envelope: 'array',
      events: 100,
      kept: 100,
      known: 0,
      changed: 0,
      undated: 0,
    })
    expect(runs.length).toBeGreaterThan(100 / 7)
    let from = 0
    for (const run of runs) {
      const expected = inTime(events.slice(from, from + run.n))
      expect(eventsOf(run)).toEqual(expected.map(({ id }) => texts.get(id)))
      expect([...run.at]).toEqual(expected.map(({ created_at }) => Date.parse(created_at)))
      from += run.n
    }
    expect(from).toBe(100)
    const times = events.map(({ created_at }) => Date.parse(created_at))
    expect([contents.firstAt, contents.lastAt]).toEqual([Math.min(...times), Math.max(...times)])
  })

  it('ends a run early where its events hold too many different words', async () => {
    const events = Array.from({ length: 30 }, (_, i) => ({
      id: `e${i}`,
      data: { note: `a${i} b${i} c${i}` },
    }))
    const { runs, events: kept } = await read(JSON.stringify(events), { ...LIMITS, runWords: 40 })
    expect(runs.map(({ n }) => n)).toEqual([7, 7, 7, 7, 2])
    expect(kept).toEqual(events.map((event) => JSON.stringify(event)))
  })

  it('comes to the same whatever the pieces that arrive', async () => {
    const json = JSON.stringify({ links: { next: null }, entries: someEvents(40), total: 40 })
    const whole = await read(json, SMALL, 1 << 20)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3000 }), async (pieces) => {
        const { contents, events } = await read(json, SMALL, pieces)
        expect(events.toSorted()).toEqual(whole.events.toSorted())
        expect({ ...contents, head: null }).toEqual({ ...whole.contents, head: null })
      }),
      { numRuns: 30 },
    )
  })

  it('chains the hashes of all events, block by block, from where it was told to start', async () => {
    const { contents, runs } = await read(JSON.stringify(someEvents(20)), SMALL)
    let head: Uint8Array = START
    for (const { codec, data, n, bytes, leaves, head: told } of runs.flatMap(({ blocks }) => blocks)) {
      const own = unpackBlock(codec, data, n, bytes).map(leafOf)
      head = headAfter(head, Buffer.concat(own))
      expect(Buffer.from(told).equals(head)).toBe(true)
      expect(Buffer.concat(own.map((leaf) => leaf.subarray(0, 16))).equals(leaves)).toBe(true)
    }
    expect(Buffer.from(contents.head).equals(head)).toBe(true)
  })

  it('leaves out what is known, and what is known but written differently, and keeps what was changed', async () => {
    const [a, b, c, d] = inTime(someEvents(4))
    const told = (coming: Identities): Known => {
      expect(coming.n).toBe(4)
      return {
        same: [0],
        other: [
          [1, JSON.stringify(b, null, 2)],
          [2, JSON.stringify({ ...c, action: 'other' })],
        ],
      }
    }
    const { contents, events } = await read(JSON.stringify([a, b, c, d]), LIMITS, 512, told)
    expect(events).toEqual([JSON.stringify(c), JSON.stringify(d)])
    expect(contents).toMatchObject({ events: 4, kept: 2, known: 2, changed: 1 })
  })

  it('keeps an event once that occurs twice, and both where they differ', async () => {
    const [a, b, c] = someEvents(3)
    const changed = { ...b, type: 'other' }
    const { contents, events } = await read(JSON.stringify([a, b, a, changed, c, { x: 1 }, { x: 1 }]))
    expect(contents).toMatchObject({ events: 7, kept: 5, known: 2, changed: 1 })
    expect(events.toSorted()).toEqual(
      [a, b, changed, c, { x: 1 }].map((event) => JSON.stringify(event)).toSorted(),
    )
  })

  it('puts events without a time at the start of the month', async () => {
    const { contents, runs } = await read(
      JSON.stringify([{ id: 'x' }, ...someEvents(2), { created_at: 'soon' }]),
    )
    expect(contents.undated).toBe(2)
    expect([...(runs[0]?.at ?? [])].slice(0, 2)).toEqual([MAY, MAY])
  })

  it('reads an archive without events', async () => {
    const { contents, runs } = await read('{"entries":[]}')
    expect(contents).toMatchObject({ envelope: 'entries', events: 0, firstAt: null, lastAt: null, bytes: 14 })
    expect([runs, Buffer.from(contents.head).equals(START)]).toEqual([[], true])
  })

  it.each([
    ['an event that is no JSON', '[{"a":1},{"a":}]', 'holds an event that is not JSON'],
    ['an event with brackets that do not match', '[{"a":[}]', 'holds an event that is not JSON'],
    [
      'an event that is not UTF-8',
      Buffer.from('[{"a":"\xff"}]', 'latin1'),
      'holds an event whose text is not UTF-8',
    ],
    ['an event that is too large', `[{"a":"${'x'.repeat(1300)}"}]`, 'holds an event of more than 1200 bytes'],
    ['an event that never ends', `[{"a":"${'x'.repeat(9000)}`, 'holds an event of more than 1200 bytes'],
    ['half of it', JSON.stringify(someEvents(30)).slice(0, 9000), 'ends in the middle of its JSON'],
  ])('calls it damaged where it finds %s', async (_, json, why) => {
    const failure = read(json, SMALL)
    await expect(failure).rejects.toThrow(Damaged)
    await expect(failure).rejects.toThrow(why)
  })

  it('reads events of any depth and with any number of values', async () => {
    const deep = `{"data":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
    const wide = JSON.stringify({ data: Array.from({ length: 20_000 }, (_, i) => `value${i}`) })
    const { events, runs } = await read(`[${deep},${wide}]`)
    expect(events).toEqual([deep, wide])
    expect(runs[0]?.terms.length).toBeLessThan(5000)
  })
})
