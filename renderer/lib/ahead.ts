import { createContext, use, useRef } from 'react'
import type { Question } from '../../shared/contract.ts'
import type { ShellQuestion } from '../../shared/shell.ts'
import { type AnyInput, type AnyOutput, ask } from './window-api.ts'

/** A screen that is drawn before anybody opened it. */
export interface DrawnAhead {
  /** Id of the open locker. */
  readonly locker: string
  /** False from the moment at which somebody opens it. */
  isAhead: boolean
}

/** Tells the parts of a screen that it is drawn ahead; null for a screen that somebody opened. Never changes for one. */
export const Ahead = createContext<DrawnAhead | null>(null)

/** Milliseconds for which an answer waits for the screen that asked for it. */
const KEPT_MS = 20_000

const asked = new Map<string, Promise<{ readonly value: unknown } | null>>()

function askedAhead<Q extends Question | ShellQuestion>(locker: string, question: Q, input: AnyInput<Q>) {
  const key = JSON.stringify([locker, question, input])
  const before = asked.get(key)
  if (before) return before
  const answer = ask(question, input).then(
    (value) => ({ value }),
    () => null,
  )
  asked.set(key, answer)
  void answer.then(() => setTimeout(() => asked.delete(key), KEPT_MS))
  return answer
}

/**
 * The answer with which a part of a screen that is drawn ahead begins: its drawing waits for it, as effects, which ask
 * otherwise, do not run before somebody sees them. Null where the screen was opened, or the question failed.
 */
export function useAhead<Q extends Question | ShellQuestion>(
  question: Q,
  input: AnyInput<Q>,
): { readonly value: AnyOutput<Q> } | null {
  const ahead = use(Ahead)
  const isDrawn = useRef(false)
  if (!ahead?.isAhead || isDrawn.current) return null
  const answer = use(askedAhead(ahead.locker, question, input))
  isDrawn.current = true
  return answer as { readonly value: AnyOutput<Q> } | null
}
