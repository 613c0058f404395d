import type { ViewProps } from '../view.ts'

/** The audit trail. */
export function Events(_props: ViewProps) {
  return <main id="main" />
}
