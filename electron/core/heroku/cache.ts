import type { Ask } from './ask.ts'
import { keyOf } from './ask.ts'
import type { Answer } from './exchange.ts'

/** More than this is not remembered; it is asked again if another collector needs it. Bytes. */
const MOST_BYTES = 32 * 1024 * 1024

/** One page of a list, and the way to the next. */
export interface ListPage {
  readonly answer: Answer
  /** `Range` that asked for it; empty for a list without pages. */
  readonly range: string
  /** The next page, asked for once; null at the end. */
  readonly next: ((fetch: FetchPage) => Promise<ListPage>) | null
}

/** Asks for one page of a list. */
export type FetchPage = (range: string) => Promise<Answer>

/**
 * The answers that the collectors of one subject share: equal reads are asked once, at the same time or one
 * after the other, refusals included. Bodies stay in memory only as long as the cache does, never on disk.
 */
export interface SubjectCache {
  /** Forgets all answers. Letting go of the cache itself does the same. */
  drop(): void
  one(ask: Ask, fetch: () => Promise<Answer>): Promise<Answer>
  pages(ask: Ask, fetch: FetchPage): Promise<ListPage>
}

/** A cache without answers. */
export function openCache(): SubjectCache {
  const answers = new Map<string, Promise<Answer>>()
  const lists = new Map<string, Promise<ListPage>>()
  let bytes = 0

  /** A page that remembers its successor. Whoever walks the list holds one page; the cache holds the first. */
  function pageOf(key: string, answer: Answer, range: string): ListPage {
    bytes += answer.record.bytes
    if (bytes > MOST_BYTES) lists.delete(key)
    const { next } = answer
    if (next === null) return { answer, range, next: null }
    let following: Promise<ListPage> | null = null
    return {
      answer,
      range,
      next: (fetch) => {
        following ??= fetch(next).then((more) => pageOf(key, more, next))
        return following
      },
    }
  }

  return {
    drop: () => {
      answers.clear()
      lists.clear()
      bytes = 0
    },
    one: (ask, fetch) => {
      const key = keyOf(ask)
      const before = answers.get(key)
      if (before) return before
      const answer = fetch().then((got) => {
        bytes += got.record.bytes
        if (bytes > MOST_BYTES) answers.delete(key)
        return got
      })
      answers.set(key, answer)
      return answer
    },
    pages: (ask, fetch) => {
      const key = keyOf(ask)
      const range = ask.range ?? ''
      const before = lists.get(key)
      if (before) return before
      const first = fetch(range).then((answer) => pageOf(key, answer, range))
      lists.set(key, first)
      return first
    },
  }
}
