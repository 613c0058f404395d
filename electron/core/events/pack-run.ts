import { BEST, packBlock } from './blocks.ts'
import { headAfter, LEAF_KEPT } from './chain.ts'
import { DIMENSIONS } from './facts.ts'
import type { Gathered } from './gather.ts'
import { indexHash } from './index-hash.ts'
import type { Limits } from './limits.ts'
import type { Block, RefPage, Run } from './messages.ts'
import { idKeys } from './order.ts'
import { packTerms } from './pack-terms.ts'
import { inOrder } from './records.ts'

/** Ids on a page: 6 bytes each, so that a page of ids fits into a page of the database. */
const REFS_ON_PAGE = 600

/** Packs the kept events of a run, given in order of time; `head` is that of the chain so far. */
export function packRun(run: Gathered, order: Uint32Array, head: Uint8Array, limits: Limits): Run {
  const n = order.length
  const ids = inOrder(run.ids, order, 16)
  const columns = inOrder(run.columns, order, 4 * DIMENSIONS.length)
  const otherIds: [number, string][] = []
  if (run.otherIds.size > 0)
    order.forEach((from, to) => {
      const other = run.otherIds.get(from)
      if (other !== undefined) otherIds.push([to, other])
    })
  const { refKeys, ...terms } = packTerms(run.index, order)
  const refs = [...pagesOf(idKeys(ids, n), true), ...pagesOf(refKeys, false)]
  return {
    n,
    at: Float64Array.from(order, (event) => run.at[event] as number),
    columns: new Uint32Array(columns.buffer),
    values: [...run.values],
    ids,
    otherIds,
    blocks: [...blocksOf(run, order, head, limits)],
    refs,
    index: hashOf({ ...terms, refs }),
    ...terms,
  }
}

function* blocksOf(run: Gathered, order: Uint32Array, start: Uint8Array, limits: Limits): Generator<Block> {
  const lengthOf = (i: number) =>
    (run.ends[order[i] as number] as number) - (run.starts[order[i] as number] as number)
  let head = start
  for (let from = 0; from < order.length; ) {
    let [to, bytes] = [from, 0]
    while (to < order.length && to - from < limits.blockEvents && bytes < limits.blockBytes)
      bytes += lengthOf(to++)
    const events = order.subarray(from, to)
    const leaves = inOrder(run.leaves, events, 32)
    head = headAfter(head, leaves)
    yield {
      n: events.length,
      codec: BEST,
      bytes,
      data: packBlock(run.bytes, run.starts, run.ends, events, bytes),
      leaves: inOrder(run.leaves, events, 32, LEAF_KEPT),
      head,
    }
    from = to
  }
}

function hashOf({
  terms,
  postings,
  postingEnds,
  refs,
}: Pick<Run, 'terms' | 'postings' | 'postingEnds' | 'refs'>) {
  const hash = indexHash()
  terms.forEach((term, i) => {
    hash.term(term, postings.subarray(postingEnds[i - 1] ?? 0, postingEnds[i]))
  })
  for (const { own, first, data } of refs) hash.refs(own, first, data)
  return hash.digest()
}

function* pagesOf(keys: Float64Array, own: boolean): Generator<RefPage> {
  for (let from = 0; from < keys.length; from += REFS_ON_PAGE) {
    const to = Math.min(keys.length, from + REFS_ON_PAGE)
    const data = new Uint8Array(6 * (to - from))
    const view = new DataView(data.buffer)
    for (let i = from; i < to; i++) {
      const key = keys[i] as number
      view.setUint32(6 * (i - from), Math.floor(key / 65_536))
      view.setUint16(6 * (i - from) + 4, key % 65_536)
    }
    yield { own, first: view.getUint32(0), data }
  }
}
