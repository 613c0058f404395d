import type { Question } from '../../shared/contract.ts'
import type { ShellQuestion } from '../../shared/shell.ts'
import { type AnyInput, type AnyOutput, ask, Failed } from './window-api.ts'

/** Milliseconds for which an answer waits for whoever draws it. */
const KEPT_MS = 3000

const early = new Map<string, Promise<unknown>>()

const keyOf = (question: Question | ShellQuestion, input: unknown) => JSON.stringify([question, input])

/** Asks what a screen will ask as soon as it is drawn: the core answers while it is. */
export function askEarly<Q extends Question | ShellQuestion>(question: Q, input: AnyInput<Q>): void {
  const key = keyOf(question, input)
  if (early.has(key)) return
  const answer = ask(question, input)
  early.set(key, answer)
  answer.catch(() => {})
  setTimeout(() => {
    if (early.get(key) === answer) early.delete(key)
  }, KEPT_MS)
}

/** Asks what only reads: where the core dies over it, once more when it is back. */
async function read<Q extends Question | ShellQuestion>(
  question: Q,
  input: AnyInput<Q>,
): Promise<AnyOutput<Q>> {
  try {
    return await ask(question, input)
  } catch (error) {
    if (error instanceof Failed && error.kind === 'core-crashed') return ask(question, input)
    throw error
  }
}

/**
 * Asks what only reads, or takes the answer of the same question that was asked early, once. What failed early is
 * asked anew.
 */
export function askOrTake<Q extends Question | ShellQuestion>(
  question: Q,
  input: AnyInput<Q>,
): Promise<AnyOutput<Q>> {
  const key = keyOf(question, input)
  const answer = early.get(key) as Promise<AnyOutput<Q>> | undefined
  early.delete(key)
  return answer?.catch(() => read(question, input)) ?? read(question, input)
}
