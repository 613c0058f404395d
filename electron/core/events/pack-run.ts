import { BEST, packBlock } from './blocks.ts'
import { headAfter, LEAF_KEPT } from './chain.ts'
import { DIMENSIONS } from './facts.ts'
import type { Gathered } from './gather.ts'
import type { Limits } from './limits.ts'
import type { Block, RefPage, Run } from './messages.ts'
import { idKeys } from './order.ts'
import { packTerms } from './pack-terms.ts'

const WIDTH = DIMENSIONS.length

/** Ids on a page: 6 bytes each, so that a page of ids fits into a page of the database. */
const REFS_ON_PAGE = 600

/** Packs the kept events of a run, given in order of time; `head` is that of the chain so far. */
export function packRun(run: Gathered, order: Uint32Array, head: Uint8Array, limits: Limits): Run {
  const n = order.length
  const at = new Float64Array(n)
  const columns = new Uint32Array(WIDTH * n)
  const ids = new Uint8Array(16 * n)
  const otherIds: [number, string][] = []
  order.forEach((from, to) => {
    at[to] = run.at[from] as number
    for (let d = 0; d < WIDTH; d++) columns[WIDTH * to + d] = run.columns[WIDTH * from + d] as number
    ids.set(run.ids.subarray(16 * from, 16 * from + 16), 16 * to)
    const other = run.otherIds.get(from)
    if (other !== undefined) otherIds.push([to, other])
  })
  const { refKeys, ...terms } = packTerms(run.index, order)
  const refs = [...pagesOf(idKeys(ids, n), true), ...pagesOf(refKeys, false)]
  const blocks = [...blocksOf(run, order, head, limits)]
  return { n, at, columns, values: [...run.values], ids, otherIds, blocks, refs, ...terms }
}

function* blocksOf(run: Gathered, order: Uint32Array, start: Uint8Array, limits: Limits): Generator<Block> {
  let head = start
  for (let from = 0; from < order.length; ) {
    const events: Uint8Array[] = []
    let bytes = 0
    while (from + events.length < order.length && events.length < limits.blockEvents) {
      if (bytes >= limits.blockBytes) break
      const event = order[from + events.length] as number
      const raw = run.bytes.subarray(run.starts[event], run.ends[event])
      bytes += raw.length
      events.push(raw)
    }
    const n = events.length
    const whole = new Uint8Array(32 * n)
    const leaves = new Uint8Array(LEAF_KEPT * n)
    for (let i = 0; i < n; i++) {
      const leaf = 32 * (order[from + i] as number)
      whole.set(run.leaves.subarray(leaf, leaf + 32), 32 * i)
      leaves.set(run.leaves.subarray(leaf, leaf + LEAF_KEPT), LEAF_KEPT * i)
    }
    head = headAfter(head, whole)
    yield { n, codec: BEST, bytes, data: packBlock(events), leaves, head }
    from += n
  }
}

function* pagesOf(keys: Float64Array, own: boolean): Generator<RefPage> {
  for (let from = 0; from < keys.length; from += REFS_ON_PAGE) {
    const page = keys.subarray(from, from + REFS_ON_PAGE)
    const data = new Uint8Array(6 * page.length)
    const view = new DataView(data.buffer)
    page.forEach((key, i) => {
      view.setUint32(6 * i, Math.floor(key / 65_536))
      view.setUint16(6 * i + 4, key % 65_536)
    })
    yield { own, first: view.getUint32(0), data }
  }
}
