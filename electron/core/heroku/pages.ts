import { isDeepStrictEqual } from 'node:util'
import { problem } from '../../../shared/errors.ts'
import type { ListProof } from '../../../shared/model/collection.ts'
import { listIn } from './body.ts'
import type { FetchPage, ListPage } from './cache.ts'
import type { Answer } from './exchange.ts'
import { Refused } from './refused.ts'

/** Records of one page, without those that an earlier page already had. */
export interface PageOfRecords {
  readonly answer: Answer
  readonly records: readonly unknown[]
}

/** A list being walked: its pages, and at any moment the proof of how far that went. */
export interface Walk {
  pages(): AsyncGenerator<PageOfRecords>
  proof(): ListProof
}

/**
 * Walks a list to its end: follows `Next-Range` verbatim until an answer has none. A range that comes back, a
 * page that only repeats records, or more than `mostPages` pages are a list without end.
 * @throws Refused for a page that is refused, is no list, or shows that the list has no end
 */
export function walkList(
  path: string,
  first: () => Promise<ListPage>,
  fetch: FetchPage,
  mostPages: number,
  /** Told of each page as it comes. */
  came: (answer: Answer) => void = () => {},
): Walk {
  const ranges: string[] = []
  const asked = new Set<string>()
  const ids = new Set<string>()
  let records = 0
  let lastStatus = 0
  let complete = false

  async function* pages(): AsyncGenerator<PageOfRecords> {
    try {
      let page = await first()
      for (;;) {
        const { answer, range, next } = page
        came(answer)
        ranges.push(answer.record.range.asked ?? '')
        asked.add(range)
        lastStatus = answer.status
        const list = listIn(answer.body)
        if (list === null) throw notAList(path, answer.status)
        const fresh = withoutKnown(list, ids)
        const endless = list.length > 0 && fresh.length === 0 && ranges.length > 1
        records += fresh.length
        // The last page is here: whoever stops within it has read the list to its end.
        complete = next === null && !endless
        if (fresh.length > 0) yield { answer, records: fresh }
        if (endless || (next !== null && (ranges.length >= mostPages || asked.has(answer.next ?? '')))) {
          throw withoutEnd(path, answer.status, ranges.length)
        }
        if (next === null) break
        page = await next(fetch)
      }
    } catch (error) {
      complete = false
      if (error instanceof Refused) lastStatus = error.status
      throw error
    }
  }

  return {
    pages,
    proof: () => ({ path, pages: ranges.length, records, ranges: [...ranges], lastStatus, complete }),
  }
}

/** What names a record: `id`, or `uuid` on the Data API. */
function idOf(record: unknown): unknown {
  if (typeof record !== 'object' || record === null) return undefined
  return Reflect.get(record, 'id') ?? Reflect.get(record, 'uuid')
}

/**
 * Records whose id no earlier page had, and that do not repeat a record of this page word for word. Records
 * without an id always count as new.
 */
function withoutKnown(list: readonly unknown[], ids: Set<string>): readonly unknown[] {
  const here = new Map<string, unknown>()
  const fresh = list.filter((record) => {
    const id = idOf(record)
    if (typeof id !== 'string' && typeof id !== 'number') return true
    if (ids.has(String(id))) return false
    if (here.has(String(id)) && isDeepStrictEqual(here.get(String(id)), record)) return false
    here.set(String(id), record)
    return true
  })
  for (const id of here.keys()) ids.add(id)
  return fresh
}

function notAList(path: string, status: number): Refused {
  const why = problem('answer-breaks-schema', { path, field: 'the answer', what: 'is no list' })
  return new Refused({ path, status, outcome: 'failed', reason: why.what, problem: why })
}

function withoutEnd(path: string, status: number, pages: number): Refused {
  const why = problem('list-without-end', { path, pages })
  return new Refused({ path, status, outcome: 'failed', reason: why.what, problem: why })
}
