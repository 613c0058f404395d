import { freemem } from 'node:os'

/** The part of the free memory that one piece of work may take. */
const SHARE = 1 / 8

/** How many things of a size may be held: a share of the memory that is free now, within bounds. */
export function roomFor({
  bytesEach,
  least,
  most,
}: {
  readonly bytesEach: number
  readonly least: number
  readonly most: number
}): number {
  return Math.min(most, Math.max(least, Math.floor((freemem() * SHARE) / bytesEach)))
}
