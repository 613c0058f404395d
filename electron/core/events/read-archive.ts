import { boundsOf } from './bounds.ts'
import { type Gathering, gathering } from './gather.ts'
import type { Limits } from './limits.ts'
import type { Begin, Contents, DayCount, Identities, Known, Run } from './messages.ts'
import { packRun } from './pack-run.ts'
import type { Ending, Piece } from './pieces.ts'
import { keptOf, sorted } from './sort-run.ts'

/** What reading an archive asks of and tells the storing side. */
export interface Storing {
  /** Which of a run's events are known. */
  known(identities: Identities): Promise<Known>
  /** Hands a run over; waits while too many are not stored yet. */
  store(run: Run): Promise<void>
}

/** The memory that reading needs, used for one archive after the other. */
export interface ReadingRoom {
  readonly limits: Limits
  readonly run: Gathering
}

/** Sets memory aside. */
export function readingRoom(limits: Limits): ReadingRoom {
  return { limits, run: gathering(limits) }
}

/**
 * Reads an archive from its pieces and hands it over run by run. Throws `Damaged` where it is not what an archive
 * of events has to be; runs that were handed over until then must be dropped.
 */
export async function readArchive(
  { limits, run }: ReadingRoom,
  begin: Pick<Begin, 'start' | 'undatedAt' | 'size'>,
  pieces: AsyncGenerator<Piece, Ending>,
  storing: Storing,
): Promise<Contents> {
  const sum = { events: 0, kept: 0, known: 0, changed: 0, undated: 0 }
  const days = new Map<string, DayCount>()
  const bounds = boundsOf(begin.size, limits)
  let [bytes, repeated] = [0, 0]
  let head = begin.start
  let firstAt: number | null = null
  let lastAt: number | null = null
  run.clear()

  const handOver = async (): Promise<void> => {
    if (run.count() === 0) return
    const gathered = run.gathered()
    const inOrder = sorted(gathered)
    const { identities } = inOrder
    const kept = keptOf(gathered, inOrder, await storing.known(identities))
    sum.events += gathered.n
    sum.kept += kept.order.length
    sum.known += kept.known
    sum.changed += kept.changed
    sum.undated += gathered.undated
    bytes += gathered.ends[gathered.n - 1] ?? 0
    for (const day of kept.days) repeated += day.repeated
    bounds.read(sum.events, bytes, repeated)
    for (const day of kept.days) days.set(day.day, added(day, days.get(day.day)))
    firstAt = Math.min(firstAt ?? identities.firstAt, identities.firstAt)
    lastAt = Math.max(lastAt ?? identities.lastAt, identities.lastAt)
    if (kept.order.length > 0) {
      const packed = packRun(gathered, kept.order, head, limits)
      head = packed.blocks.at(-1)?.head ?? head
      await storing.store(packed)
    }
    run.clear()
  }

  try {
    for (;;) {
      const next = await pieces.next()
      if (next.done) {
        await handOver()
        const inOrder = [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
        return { ...next.value, ...sum, days: inOrder, firstAt, lastAt, head }
      }
      const piece = next.value
      let from = run.add(piece, 0, begin.undatedAt)
      while (from < piece.n) {
        await handOver()
        from = run.add(piece, from, begin.undatedAt)
      }
    }
  } finally {
    await pieces.return({ envelope: 'array', bytes: 0 })
  }
}

function added(one: DayCount, other: DayCount | undefined): DayCount {
  if (other === undefined) return one
  return {
    day: one.day,
    events: one.events + other.events,
    kept: one.kept + other.kept,
    changed: one.changed + other.changed,
    repeated: one.repeated + other.repeated,
  }
}
