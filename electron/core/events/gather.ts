import { Damaged } from './damaged.ts'
import { DIMENSIONS, type EventFacts, factsOf } from './facts.ts'
import type { Limits } from './limits.ts'
import { longestPiece, type Piece } from './pieces.ts'
import { isUuid, putOtherId, putUuid } from './uuid.ts'
import { type ValueIndex, valueIndex } from './value-index.ts'

/** The events of a run as they were read, in the order of the file; their bytes stay where they are. */
export interface Gathered {
  readonly bytes: Buffer
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly at: Float64Array
  readonly columns: Uint32Array
  readonly values: readonly (readonly [dimension: number, value: string])[]
  readonly ids: Uint8Array
  readonly otherIds: ReadonlyMap<number, string>
  /** 32 bytes for each. */
  readonly leaves: Uint8Array
  readonly index: ValueIndex
  readonly n: number
  readonly undated: number
}

/** Takes events up and holds them until they are packed. */
export interface Gathering {
  /**
   * Takes events of a piece from number `from` on, as far as they fit into a run, and answers which is the first
   * that does not. An event without a time of its own gets `undatedAt`. Throws `Damaged`.
   */
  add(piece: Piece, from: number, undatedAt: number): number
  count(): number
  gathered(): Gathered
  clear(): void
}

const WIDTH = DIMENSIONS.length

/** Makes room for one run: 57 MB of address space with the usual limits, touched as far as it is used. */
export function gathering(limits: Limits): Gathering {
  const most = limits.runEvents
  const bytes = Buffer.allocUnsafeSlow(limits.runBytes + longestPiece(limits))
  const [starts, ends] = [new Uint32Array(most), new Uint32Array(most)]
  const at = new Float64Array(most)
  const columns = new Uint32Array(WIDTH * most)
  const [ids, leaves] = [new Uint8Array(16 * most), new Uint8Array(32 * most)]
  const otherIds = new Map<number, string>()
  const values: [number, string][] = []
  const numbers = DIMENSIONS.map(() => new Map<string, { column: number; filter: number }>())
  const index = valueIndex()
  const filters: number[] = []
  let [n, undated, filled] = [0, 0, 0]

  const setColumns = ({ values: names }: EventFacts) => {
    filters.length = 0
    for (let d = 0; d < WIDTH; d++) {
      const name = names[d] ?? null
      if (name === null) {
        columns[WIDTH * n + d] = 0
        continue
      }
      const known = numbers[d]?.get(name)
      const number = known ?? {
        column: values.push([d, name]),
        filter: index.filterOf(d, name),
      }
      if (known === undefined) numbers[d]?.set(name, number)
      columns[WIDTH * n + d] = number.column
      filters.push(number.filter)
    }
  }

  /** An event without an id is known by its content. */
  const setId = (id: string | null) => {
    if (isUuid(id)) return putUuid(id, ids, 16 * n)
    otherIds.set(n, id ?? '')
    if (id === null) ids.set(leaves.subarray(32 * n, 32 * n + 16), 16 * n)
    else putOtherId(id, ids, 16 * n)
  }

  const addEvent = (start: number, end: number, undatedAt: number) => {
    const event = parsed(bytes, start, end)
    const facts = factsOf(event)
    if (facts.at === null) undated++
    starts[n] = start
    ends[n] = end
    at[n] = facts.at ?? undatedAt
    setId(facts.id)
    setColumns(facts)
    index.add(event, filters)
    n++
  }

  return {
    add(piece, from, undatedAt) {
      const start = piece.starts[from] ?? 0
      const base = filled - start
      const left = Math.min(piece.n - from, most - n)
      bytes.set(piece.bytes.subarray(start), filled)
      leaves.set(piece.leaves.subarray(32 * from, 32 * (from + left)), 32 * n)
      let i = from
      for (; i < from + left && filled < limits.runBytes && index.size() < limits.runWords; i++) {
        const end = base + (piece.ends[i] as number)
        addEvent(base + (piece.starts[i] as number), end, undatedAt)
        filled = end
      }
      return i
    },
    count: () => n,
    gathered: () => ({ bytes, starts, ends, at, columns, values, ids, otherIds, leaves, index, n, undated }),
    clear() {
      n = 0
      undated = 0
      filled = 0
      otherIds.clear()
      values.length = 0
      for (const map of numbers) map.clear()
      index.clear()
    },
  }
}

function parsed(bytes: Buffer, start: number, end: number): unknown {
  try {
    return JSON.parse(bytes.toString('utf8', start, end))
  } catch {
    throw new Damaged('holds an event that is not JSON')
  }
}
