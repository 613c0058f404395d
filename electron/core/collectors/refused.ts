import type { Refused } from '../heroku/refused.ts'

/**
 * How a read was refused, where that is what an error is about. A collector that can go on without that read
 * looks here; the reader has recorded the refusal by then, so it is disclosed either way.
 */
export function refusalOf(error: unknown): Refused['outcome'] | null {
  return error instanceof Error && error.name === 'Refused' ? (error as Refused).outcome : null
}
