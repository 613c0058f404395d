import { patternOf } from './pattern.ts'

/** How lists are asked for: by id, a thousand at a time, which is the most that Heroku gives. */
const BY_ID = 'id ..; max=1000'
const PAGE_SIZE = 1000

/** Chooses the first `Range` of a list, and remembers which kinds of lists do not take the usual one. */
export interface Ranges {
  /** The `Range` of the first page; null asks without one, which gives pages of 200. */
  first(path: string, wanted: string | undefined): string | null
  /** Whether a 416 is about the usual range, so that the list is worth asking for without one. */
  refused(path: string, range: string | null): boolean
}

/** Lists whose records have no id may answer 416 to a range by id; that costs one request per kind of list. */
export function rememberRanges(): Ranges {
  const without = new Set<string>()
  return {
    first: (path, wanted) => {
      if (wanted === undefined) return without.has(patternOf(path)) ? null : BY_ID
      if (/\bmax=/.test(wanted)) return wanted
      return `${wanted}${wanted.includes(';') ? ',' : ';'} max=${PAGE_SIZE}`
    },
    refused: (path, range) => {
      if (range !== BY_ID) return false
      without.add(patternOf(path))
      return true
    },
  }
}
