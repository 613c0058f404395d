import { useCallback, useRef } from 'react'
import { go, type Route, type Screen } from './route.ts'

/** Narrows a screen further: null takes a name off. It stays the same function from one drawing to the next. */
export type Narrow = (change: Readonly<Record<string, string | null>>) => void

/** How a screen changes what it is narrowed to, which lives in the address. */
export function useNarrowing(screen: Screen, params: Route['params']): Narrow {
  const newest = useRef(params)
  newest.current = params
  return useCallback((change) => go(screen, { ...newest.current, ...change }, true), [screen])
}
