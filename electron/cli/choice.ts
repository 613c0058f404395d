import { problem } from '../../shared/errors.ts'

/** The one of some words that a person typed. Throws `wrong-use` with the words where it is none of them. */
export function choiceOf<W extends string>(what: string, typed: string, words: readonly W[]): W {
  const found = words.find((word) => word === typed.trim().toLowerCase())
  if (found !== undefined) return found
  throw problem('wrong-use', { what: `${what} is not ${typed}`, remedy: `choose one of ${words.join(', ')}` })
}

/** `yes` or `no` as a person typed it. Throws `wrong-use`. */
export function yesNo(what: string, typed: string): boolean {
  return choiceOf(what, typed, ['yes', 'no']) === 'yes'
}

/** The text of a flag that has to be there. Throws `wrong-use`. */
export function needed(flag: string, typed: string | null): string {
  if (typed !== null && typed.trim() !== '') return typed.trim()
  throw problem('wrong-use', { what: `${flag} is missing`, remedy: `give it, such as ${flag} …` })
}
