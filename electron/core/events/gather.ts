import { isUtf8 } from 'node:buffer'
import { leafOf } from './chain.ts'
import { Damaged } from './damaged.ts'
import { DIMENSIONS, type EventFacts, factsOf } from './facts.ts'

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
  /** Reads the event at [start, end); without a time of its own it gets `undatedAt`. Throws `Damaged`. */
  add(start: number, end: number, undatedAt: number): void
  count(): number
  gathered(): Gathered
  clear(): void
}

const WIDTH = DIMENSIONS.length

/** Makes room for at most `most` events, which lie in `bytes`. */
export function gathering(bytes: Buffer, most: number): Gathering {
  const [starts, ends] = [new Uint32Array(most), new Uint32Array(most)]
  const at = new Float64Array(most)
  const columns = new Uint32Array(WIDTH * most)
  const [ids, leaves] = [new Uint8Array(16 * most), new Uint8Array(32 * most)]
  const otherIds = new Map<number, string>()
  const values: [number, string][] = []
  const numbers = DIMENSIONS.map(() => new Map<string, { column: number; filter: number }>())
  const index = valueIndex()
  const filters: number[] = []
  let [n, undated] = [0, 0]

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
  const setId = (id: string | null, leaf: Uint8Array) => {
    if (isUuid(id)) return putUuid(id, ids, 16 * n)
    otherIds.set(n, id ?? '')
    if (id === null) ids.set(leaf.subarray(0, 16), 16 * n)
    else putOtherId(id, ids, 16 * n)
  }

  return {
    add(start, end, undatedAt) {
      const raw = bytes.subarray(start, end)
      const event = parsed(raw)
      const facts = factsOf(event)
      const leaf = leafOf(raw)
      if (facts.at === null) undated++
      starts[n] = start
      ends[n] = end
      at[n] = facts.at ?? undatedAt
      leaves.set(leaf, 32 * n)
      setId(facts.id, leaf)
      setColumns(facts)
      index.add(event, filters)
      n++
    },
    count: () => n,
    gathered: () => ({ bytes, starts, ends, at, columns, values, ids, otherIds, leaves, index, n, undated }),
    clear() {
      n = 0
      undated = 0
      otherIds.clear()
      values.length = 0
      for (const map of numbers) map.clear()
      index.clear()
    },
  }
}

function parsed(raw: Buffer): unknown {
  if (!isUtf8(raw)) throw new Damaged('holds an event whose text is not UTF-8')
  try {
    return JSON.parse(raw.toString('utf8'))
  } catch {
    throw new Damaged('holds an event that is not JSON')
  }
}
