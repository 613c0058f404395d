import { useCallback, useEffect, useRef, useState } from 'react'
import type { Question } from '../../shared/contract.ts'
import type { ShellQuestion } from '../../shared/shell.ts'
import { type AnyInput, type AnyOutput, ask, Failed } from './window-api.ts'

/** The three states that every view shows. While asking again, the old answer stays and `stale` is true. */
export type Answer<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly problem: Failed; readonly again: () => void }
  | { readonly state: 'ready'; readonly value: T; readonly stale: boolean; readonly again: () => void }

function asFailed(error: unknown): Failed {
  return error instanceof Failed
    ? error
    : new Failed({ kind: 'unexpected', what: 'something unexpected happened', remedy: 'try again' })
}

/**
 * Asks a question when the view appears, when its input changes, and when `version` changes (something was
 * written). Answers that come too late are dropped.
 */
export function useQuestion<Q extends Question | ShellQuestion>(
  question: Q,
  input: AnyInput<Q>,
  version: number | string = 0,
): Answer<AnyOutput<Q>> {
  const [answer, setAnswer] = useState<{ value?: AnyOutput<Q>; problem?: Failed; stale: boolean } | null>(
    null,
  )
  const [round, setRound] = useState(0)
  const newest = useRef(0)
  const key = JSON.stringify([question, input])
  const again = useCallback(() => setRound((n) => n + 1), [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for question and input
  useEffect(() => {
    const mine = ++newest.current
    setAnswer((old) => (old && 'value' in old ? { ...old, stale: true } : null))
    ask(question, input).then(
      (value) => mine === newest.current && setAnswer({ value, stale: false }),
      (error: unknown) => mine === newest.current && setAnswer({ problem: asFailed(error), stale: false }),
    )
  }, [key, version, round])

  if (!answer) return { state: 'waiting' }
  if (answer.problem) return { state: 'failed', problem: answer.problem, again }
  return { state: 'ready', value: answer.value as AnyOutput<Q>, stale: answer.stale, again }
}
