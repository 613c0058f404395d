import { isDeepStrictEqual } from 'node:util'
import { LEAF_KEPT } from './chain.ts'
import type { Gathered } from './gather.ts'
import type { DayCount, Identities, Known } from './messages.ts'
import { idKeys, orderOf, splitKey } from './order.ts'
import { inOrder } from './records.ts'

/** Events of a run in order of time, and who they are. `order[i]` is the gathered event in place i. */
export interface Sorted {
  readonly order: Uint32Array
  readonly identities: Identities
}

/** Puts gathered events in order of time. */
export function sorted(run: Gathered): Sorted {
  const { n } = run
  const order = orderOf(run.at, n)
  const otherIds: [number, string][] = []
  if (run.otherIds.size > 0)
    order.forEach((from, to) => {
      const other = run.otherIds.get(from)
      if (other !== undefined) otherIds.push([to, other])
    })
  const ids = inOrder(run.ids, order, 16)
  const leaves = inOrder(run.leaves, order, 32, LEAF_KEPT)
  const firstAt = run.at[order[0] ?? 0] ?? 0
  const lastAt = run.at[order[n - 1] ?? 0] ?? 0
  return { order, identities: { n, firstAt, lastAt, ids, otherIds, leaves } }
}

/** What becomes of the events of a run: those to keep, in order, and how many were known or changed. */
export interface Kept {
  readonly order: Uint32Array
  readonly known: number
  readonly changed: number
  readonly days: readonly DayCount[]
}

const DAY = 86_400_000

/**
 * Leaves out events that are known: with the same bytes, or with the same content written differently. An
 * event that says something else under a known id is kept, and counted as changed.
 */
export function keptOf(run: Gathered, { order, identities }: Sorted, told: Known): Kept {
  const drop = new Uint8Array(order.length)
  const changed = new Set<number>()
  for (const event of told.same) drop[event] = 1
  const judge = (event: number, other: string) => {
    if (drop[event] === 1) return
    if (sameContent(textOf(run, order[event] ?? 0), other)) drop[event] = 1
    else changed.add(event)
  }
  for (const [event, json] of told.other) judge(event, json)
  const repeated = new Set<number>()
  for (const [event, earlier] of twins(identities)) {
    repeated.add(event)
    judge(event, textOf(run, order[earlier] ?? 0))
  }
  const kept = order.filter((_, event) => drop[event] === 0)
  const days = daysOf(run, order, drop, changed, repeated)
  return { order: kept, known: order.length - kept.length, changed: changed.size, days }
}

/** Counts a run's events, which are in order of time, by day. */
function daysOf(
  run: Gathered,
  order: Uint32Array,
  drop: Uint8Array,
  changed: ReadonlySet<number>,
  repeated: ReadonlySet<number>,
): readonly DayCount[] {
  const days: DayCount[] = []
  for (let from = 0; from < order.length; ) {
    const start = Math.floor((run.at[order[from] as number] as number) / DAY) * DAY
    let kept = 0
    let to = from
    for (; to < order.length && (run.at[order[to] as number] as number) < start + DAY; to++)
      kept += 1 - (drop[to] as number)
    const within = (some: ReadonlySet<number>) =>
      some.size === 0 ? 0 : [...some].filter((event) => event >= from && event < to).length
    const day = new Date(start).toISOString().slice(0, 10)
    days.push({ day, events: to - from, kept, changed: within(changed), repeated: within(repeated) })
    from = to
  }
  return days
}

/** Events of one run under one id, each with the first of them. */
function* twins({ ids, n, otherIds }: Identities): Generator<readonly [event: number, earlier: number]> {
  const others = new Map(otherIds)
  const keys = idKeys(ids, n)
  const idAt = (i: number) => Math.floor((keys[i] as number) / 65_536)
  for (let i = 1, group = 0; i < n; i++) {
    if (idAt(i) !== idAt(group)) group = i
    for (let j = group; j < i; j++) {
      const [event, earlier] = [splitKey(keys[i] as number)[1], splitKey(keys[j] as number)[1]]
      if (others.get(event) !== others.get(earlier) || !sameId(ids, event, earlier)) continue
      yield [event, earlier]
      break
    }
  }
}

function sameId(ids: Uint8Array, a: number, b: number): boolean {
  for (let i = 0; i < 16; i++) if (ids[16 * a + i] !== ids[16 * b + i]) return false
  return true
}

function textOf(run: Gathered, event: number): string {
  return run.bytes.toString('utf8', run.starts[event], run.ends[event])
}

/**
 * True where two JSON texts mean the same, whatever their white space and the order of their fields: archives say
 * `null` where daily lists leave a field out.
 */
function sameContent(a: string, b: string): boolean {
  if (a === b) return true
  try {
    return isDeepStrictEqual(JSON.parse(a, given), JSON.parse(b, given))
  } catch {
    return false
  }
}

const given = (_name: string, value: unknown) => (value === null ? undefined : value)
