import { useEffect, useState } from 'react'
import type { CheckInfo } from '../../../shared/model/check.ts'
import { ask } from '../../lib/window-api.ts'

let known: readonly CheckInfo[] = []

/** All checks of the app: asked once, since they change with the app only. Empty until they are there. */
export function useKnownChecks(): readonly CheckInfo[] {
  const [checks, setChecks] = useState(known)
  useEffect(() => {
    if (known.length > 0) return setChecks(known)
    // Where they cannot be had, the results say so themselves; the next visit asks again.
    ask('check:list', {}).then(
      (told) => {
        known = told
        setChecks(told)
      },
      () => {},
    )
  }, [])
  return checks
}
