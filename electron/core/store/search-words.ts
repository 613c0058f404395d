import type { Json } from '../../../shared/model/json.ts'

/** Fields that the search never learns: fingerprints of secrets. */
const UNSEARCHED: ReadonlySet<string> = new Set(['hmac'])

/** The values of a content as text for the full-text index; names of fields are left out. */
export function wordsOf(content: Json): string {
  if (content === null || typeof content === 'boolean') return ''
  if (typeof content !== 'object') return String(content)
  if (Array.isArray(content)) return content.map(wordsOf).filter(Boolean).join(' ')
  return Object.entries(content)
    .filter(([name]) => !UNSEARCHED.has(name))
    .map(([, value]) => wordsOf(value))
    .filter(Boolean)
    .join(' ')
}

/**
 * The full-text expression for what a person types: all words, each as the beginning of a word, nothing taken
 * for an operator. Null where no word is left to search for.
 */
export function matchOf(text: string): string | null {
  const words = text
    .toWellFormed()
    .split(/[\s\u0000]+/u)
    .filter((word) => /[\p{L}\p{N}\p{Co}]/u.test(word))
  return words.length === 0 ? null : words.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' ')
}

/** The part of a text around the first of the searched words, at most about `length` characters. */
export function excerptOf(text: string, search: string, length = 120): string {
  const low = text.toLowerCase()
  const found = search
    .toLowerCase()
    .split(/\s+/)
    .map((word) => low.indexOf(word))
    .filter((at) => at >= 0)
  const from = Math.max(0, Math.min(...found, text.length) - length / 3)
  const start = found.length === 0 ? 0 : from
  const part = text.slice(start, start + length).toWellFormed()
  return `${start > 0 ? '…' : ''}${part}${start + length < text.length ? '…' : ''}`
}
