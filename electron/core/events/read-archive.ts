import { Damaged } from './damaged.ts'
import { type Gathering, gathering } from './gather.ts'
import type { Limits } from './limits.ts'
import type { Begin, Contents, Identities, Known, Run } from './messages.ts'
import { packRun } from './pack-run.ts'
import { keptOf, sorted } from './sort-run.ts'
import { splitter } from './split.ts'

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
  readonly bytes: Buffer
  readonly run: Gathering
}

/** Largest piece of unpacked bytes that fits at once. */
const PIECE = 1024 * 1024

/** Sets memory aside: 56 MB of address space with the usual limits, touched as far as it is used. */
export function readingRoom(limits: Limits): ReadingRoom {
  const bytes = Buffer.allocUnsafeSlow(limits.runBytes + limits.eventBytes + PIECE)
  return { limits, bytes, run: gathering(bytes, limits.runEvents) }
}

/**
 * Reads an archive from its unpacked bytes and hands it over run by run. Throws `Damaged` where it is not what
 * an archive of events has to be; runs that were handed over until then must be dropped.
 */
export async function readArchive(
  { limits, bytes, run }: ReadingRoom,
  begin: Pick<Begin, 'start' | 'undatedAt'>,
  unpacked: AsyncIterable<Buffer>,
  storing: Storing,
): Promise<Contents> {
  const sum = { events: 0, kept: 0, known: 0, changed: 0, undated: 0, bytes: 0 }
  let head = begin.start
  let firstAt: number | null = null
  let lastAt: number | null = null
  let filled = 0
  run.clear()
  const split = splitter((start, end) => {
    if (end - start > limits.eventBytes) throw tooLarge(limits)
    run.add(start, end, begin.undatedAt)
    return run.count() < limits.runEvents && end < limits.runBytes
  })

  /** Hands over what is gathered, and moves what is left unread to the start of the memory. */
  const handOver = async (unread: number): Promise<void> => {
    if (run.count() > 0) {
      const gathered = run.gathered()
      const inOrder = sorted(gathered)
      const { identities } = inOrder
      const kept = keptOf(gathered, inOrder, await storing.known(identities))
      sum.events += gathered.n
      sum.kept += kept.order.length
      sum.known += kept.known
      sum.changed += kept.changed
      sum.undated += gathered.undated
      firstAt = Math.min(firstAt ?? identities.firstAt, identities.firstAt)
      lastAt = Math.max(lastAt ?? identities.lastAt, identities.lastAt)
      if (kept.order.length > 0) {
        const packed = packRun(gathered, kept.order, head, limits)
        head = packed.blocks.at(-1)?.head ?? head
        await storing.store(packed)
      }
      run.clear()
    }
    const from = split.begun() < 0 ? unread : split.begun()
    bytes.copyWithin(0, from, filled)
    filled -= from
    if (split.begun() >= 0) split.moved()
  }

  for await (const chunk of unpacked) {
    sum.bytes += chunk.length
    if (filled + chunk.length > bytes.length) await handOver(filled)
    if (filled + chunk.length > bytes.length) throw tooLarge(limits)
    chunk.copy(bytes, filled)
    let from = filled
    filled += chunk.length
    for (;;) {
      from = split.read(bytes, from, filled)
      if (from === filled && run.count() < limits.runEvents) break
      await handOver(from)
      from = 0
      if (filled === 0) break
    }
    if (run.count() === 0 && split.begun() < 0) filled = 0
    if (split.begun() >= 0 && filled - split.begun() > limits.eventBytes) throw tooLarge(limits)
  }
  const envelope = split.end()
  await handOver(filled)
  return { envelope, ...sum, firstAt, lastAt, head }
}

function tooLarge(limits: Limits): Damaged {
  return new Damaged(`holds an event of more than ${limits.eventBytes} bytes`)
}
