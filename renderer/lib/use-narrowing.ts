import { useCallback, useRef } from 'react'
import { go, type Route, type Screen } from './route.ts'

/** What a screen is narrowed to, or a change of it: null takes a name off. */
export type Narrowed = Readonly<Record<string, string | null>>

/** Narrows a screen further: null takes a name off. It stays the same function from one drawing to the next. */
export type Narrow = (change: Narrowed) => void

/**
 * How a screen changes what it is narrowed to, which lives in the address. `onNext` hears what comes next before the
 * screen is drawn for it; it is the same function from one drawing to the next.
 */
export function useNarrowing(
  screen: Screen,
  params: Route['params'],
  onNext?: (next: Narrowed, now: Route['params']) => void,
): Narrow {
  const newest = useRef(params)
  newest.current = params
  return useCallback(
    (change) => {
      const next = { ...newest.current, ...change }
      onNext?.(next, newest.current)
      go(screen, next, true)
    },
    [screen, onNext],
  )
}
