import { useCallback, useEffect, useRef, useState } from 'react'
import type { AuditEvent, EventFilter } from '../../shared/model/event.ts'
import { useAhead } from './ahead.ts'
import { askEarly, askOrTake } from './early.ts'
import { sameJson } from './same-json.ts'
import { Failed } from './window-api.ts'

/** Rows of one fetch. */
const BLOCK = 100

/** Blocks that stay in memory: what is far away is fetched again. */
const MOST_BLOCKS = 60

/** A list of millions by position: what is in sight is fetched, the rest is a number. */
export interface Windowed<Row> {
  readonly state: 'waiting' | 'failed' | 'ready'
  readonly problem: Failed | null
  readonly total: number
  /** The rows shown are those of the filter before: the new ones are on their way. */
  readonly stale: boolean
  readonly rowAt: (index: number) => Row | undefined
  readonly onSight: (first: number, last: number) => void
  readonly again: () => void
}

interface Held {
  readonly key: string
  readonly total: number
  readonly blocks: ReadonlyMap<number, readonly AuditEvent[]>
  readonly problem: Failed | null
}

const NOTHING: Held = { key: '', total: 0, blocks: new Map(), problem: null }

const blockOf = (filter: EventFilter, block: number) => ({ filter, start: block * BLOCK, limit: BLOCK })

/** Asks early for the first rows of a filter that is just being chosen. */
export function askFirstEvents(filter: EventFilter): void {
  askEarly('event:window', blockOf(filter, 0))
}

const failed = (error: unknown) =>
  error instanceof Failed
    ? error
    : new Failed({ kind: 'unexpected', what: 'the events could not be read', remedy: 'try again' })

function withBlock(held: Held, key: string, total: number, block: number, rows: readonly AuditEvent[]): Held {
  const isSame = held.key === key && held.total === total && !held.problem
  if (isSame && sameJson(held.blocks.get(block), rows)) return held
  const blocks = new Map(held.key === key ? held.blocks : [])
  // Rows that stay are the same objects, so that they need not be drawn again.
  const before = new Map(held.blocks.get(block)?.map((row) => [row.seq, row]))
  blocks.delete(block)
  blocks.set(
    block,
    rows.map((row) => before.get(row.seq) ?? row),
  )
  for (const old of blocks.keys()) if (blocks.size > MOST_BLOCKS) blocks.delete(old)
  return { key, total, blocks, problem: null }
}

let turn: Promise<unknown> = Promise.resolve()

/** One question about events at a time: what has become outdated while it waited is never asked. */
function inTurn(work: () => Promise<void>): Promise<void> {
  const mine = turn.then(work)
  turn = mine.catch(() => {})
  return mine
}

/** The events that a filter lets through, newest first, any position at once. `version` changes when there may be more. */
export function useEventWindow(filter: EventFilter, version: number | string): Windowed<AuditEvent> {
  const early = useAhead('event:window', blockOf(filter, 0))
  const [round, setRound] = useState(0)
  const key = JSON.stringify([filter, version, round])
  const [held, setHeld] = useState<Held>(() =>
    early ? withBlock(NOTHING, key, early.value.total, 0, early.value.rows) : NOTHING,
  )
  const newest = useRef(key)
  const asked = useRef(new Set<string>())

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the filter
  const fetchBlock = useCallback(
    async (block: number) => {
      const mine = `${key} ${block}`
      if (asked.current.has(mine)) return
      asked.current.add(mine)
      try {
        await inTurn(async () => {
          if (newest.current !== key) return
          const told = await askOrTake('event:window', blockOf(filter, block))
          if (newest.current === key) setHeld((old) => withBlock(old, key, told.total, block, told.rows))
        })
      } catch (error) {
        if (newest.current === key) setHeld((old) => ({ ...old, problem: failed(error) }))
      } finally {
        asked.current.delete(mine)
      }
    },
    [key],
  )

  useEffect(() => {
    newest.current = key
    void fetchBlock(0)
  }, [key, fetchBlock])

  const onSight = useCallback(
    (first: number, last: number) => {
      if (held.key !== key) return
      for (let block = Math.floor(first / BLOCK); block <= Math.floor(last / BLOCK); block++)
        if (!held.blocks.has(block)) void fetchBlock(block)
    },
    [held, key, fetchBlock],
  )

  return {
    state: held.problem ? 'failed' : held.key === '' ? 'waiting' : 'ready',
    problem: held.problem,
    total: held.total,
    stale: held.key !== key,
    rowAt: useCallback(
      (index: number) => held.blocks.get(Math.floor(index / BLOCK))?.[index % BLOCK],
      [held],
    ),
    onSight,
    again: useCallback(() => setRound((n) => n + 1), []),
  }
}
