/** Values with fewer characters than this are never fingerprinted. */
export const SHORTEST_FINGERPRINTED = 12

const BITS_PER_CHARACTER = 2.5
const BITS_IN_ALL = 36
const DIGITS_THAT_ARE_RANDOM = 24
const REST_THAT_IS_RANDOM = 8

const SEPARATORS = /[\s\-_./\\:;,@+=?&#%'"()[\]{}|!$*~^<>]+/
const WORD = /^(?:\p{Lu}{0,14}|\p{Lu}?\p{Ll}{0,13}(?:\p{Lu}\p{Ll}{2,12}){0,4})\d{0,4}$/u
const MOMENT = /^\d{4}-\d\d-\d\d[T ][\d:.]+ ?(Z|UTC|[+-]\d\d:?\d\d)?$/i
const WEAK_WORDS =
  /password|passw0rd|passwd|secret|changeme|change|welcome|qwerty|letmein|default|example|admin|production|staging|development|localhost|testing|test|dummy|sample|token|heroku/gi

/**
 * Whether somebody who can test guesses would find this value. Errs on the side of "yes". Guessable are:
 * - numbers, dates, versions, addresses: only digits and punctuation, with fewer than 24 digits;
 * - words: every part between punctuation is written like a word (`acme`, `Acme`, `ACME`, `acmeOrders`) of at
 *   most 14 letters with at most 4 digits behind it: `my-bucket-production`, `db1.acme.example`, passphrases too;
 * - weak words such as `password` or `changeme` with fewer than 8 characters around them;
 * - runs such as `abcdefghijkl` or `111122223333`: more than half of the steps between characters are 0 or 1;
 * - addresses (URLs) in which no part (user, password, path segment, query value) would be unguessable alone;
 * - anything with a Shannon entropy below 2.5 bits a character or 36 bits in all.
 */
export function isGuessable(value: string): boolean {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value) && URL.canParse(value)) {
    return partsOf(new URL(value)).every((part) => part.length < SHORTEST_FINGERPRINTED || isGuessable(part))
  }
  const digits = value.replace(/\D/g, '').length
  if (MOMENT.test(value) || (!/\p{L}/u.test(value) && digits < DIGITS_THAT_ARE_RANDOM)) return true
  if (value.split(SEPARATORS).every((part) => WORD.test(part))) return true
  const rest = value.replace(WEAK_WORDS, '')
  if (rest.length < value.length && rest.length < REST_THAT_IS_RANDOM) return true
  if (isRun(value)) return true
  const bits = shannon(value)
  return bits < BITS_PER_CHARACTER || bits * value.length < BITS_IN_ALL
}

function partsOf(url: URL): string[] {
  const raw = [url.username, url.password, ...url.pathname.split('/'), ...url.searchParams.values(), url.hash]
  return raw.map((part) => {
    try {
      return decodeURIComponent(part)
    } catch {
      return part
    }
  })
}

function isRun(value: string): boolean {
  let small = 0
  for (let at = 1; at < value.length; at++) {
    if (Math.abs(value.charCodeAt(at) - value.charCodeAt(at - 1)) <= 1) small++
  }
  return small * 2 > value.length - 1
}

/** Shannon entropy in bits a character. */
function shannon(value: string): number {
  const counts = new Map<string, number>()
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1)
  const length = [...value].length
  let bits = 0
  for (const count of counts.values()) bits -= (count / length) * Math.log2(count / length)
  return bits
}
