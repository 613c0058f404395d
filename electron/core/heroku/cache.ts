import type { Ask } from './ask.ts'
import { keyOf } from './ask.ts'
import type { Answer } from './exchange.ts'
import { Refused } from './refused.ts'

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
  /** Keeps what was asked beforehand for whoever asks next. */
  put(ask: Ask, got: Answer | Refused): void
  /** Takes what was asked beforehand; null where nothing was. Throws a refusal. */
  take(ask: Ask): Answer | null
}

/** A cache without answers. */
export function openCache(): SubjectCache {
  const answers = new Map<string, Promise<Answer>>()
  const lists = new Map<string, Promise<ListPage>>()
  const ready = new Map<string, Answer | Refused>()
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
      ready.clear()
      bytes = 0
    },
    put: (ask, got) => void ready.set(keyOf({ ...ask, variant: null }), got),
    take: (ask) => {
      const key = keyOf({ ...ask, variant: null })
      const got = ready.get(key)
      ready.delete(key)
      if (got instanceof Refused) throw got
      return got ?? null
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
