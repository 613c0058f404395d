import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Question } from '../../shared/contract.ts'
import type { ShellQuestion } from '../../shared/shell.ts'
import { useAhead } from './ahead.ts'
import { askOrTake } from './early.ts'
import { sameJson } from './same-json.ts'
import { type AnyInput, type AnyOutput, Failed } from './window-api.ts'

/** The three states that every view shows. While it is asked again, the old answer stays. */
export type Answer<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly problem: Failed; readonly again: () => void }
  | { readonly state: 'ready'; readonly value: T; readonly again: () => void }

function asFailed(error: unknown): Failed {
  return error instanceof Failed
    ? error
    : new Failed({ kind: 'unexpected', what: 'something unexpected happened', remedy: 'try again' })
}

type Told<T> = { readonly value: T } | { readonly problem: Failed } | null

/**
 * Asks a question when the view appears, when its input changes, and when `version` changes (something was
 * written). Answers that come too late are dropped; one that says the same again changes nothing.
 */
export function useQuestion<Q extends Question | ShellQuestion>(
  question: Q,
  input: AnyInput<Q>,
  version: number | string = 0,
): Answer<AnyOutput<Q>> {
  const early = useAhead(question, input)
  const [told, setTold] = useState<Told<AnyOutput<Q>>>(early)
  const [round, setRound] = useState(0)
  const newest = useRef(0)
  const key = JSON.stringify([question, input])
  const again = useCallback(() => setRound((n) => n + 1), [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for question and input
  useEffect(() => {
    const mine = ++newest.current
    setTold((old) => (old && 'value' in old ? old : null))
    askOrTake(question, input).then(
      (value) => {
        if (mine === newest.current)
          setTold((old) => (old && 'value' in old && sameJson(old.value, value) ? old : { value }))
      },
      (error: unknown) => mine === newest.current && setTold({ problem: asFailed(error) }),
    )
  }, [key, version, round])

  return useMemo(() => {
    if (!told) return { state: 'waiting' }
    if ('problem' in told) return { state: 'failed', problem: told.problem, again }
    return { state: 'ready', value: told.value, again }
  }, [told, again])
}
