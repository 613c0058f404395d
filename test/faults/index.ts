import { ARCHIVE_FAULTS } from './archive-faults.ts'
import { BODY_FAULTS } from './body-faults.ts'
import type { Fault } from './fault.ts'
import { WIRE_FAULTS } from './wire-faults.ts'

/** Every way in which the trials let a server, a network or a disk misbehave. */
export const FAULTS: readonly Fault[] = [...WIRE_FAULTS, ...BODY_FAULTS, ...ARCHIVE_FAULTS]

/** Endings that no fault may lead to. */
export const NEVER: ReadonlySet<string> = new Set([
  'WRONG EVIDENCE',
  'SILENT GAP',
  'LEAK',
  'HANG',
  'BROKEN',
  'NOT TRIED',
])

/** The organisation of the trials: small, with a piece of everything. */
export const TRIAL_ORGANISATION = {
  apps: 12,
  people: 12,
  events: 300,
  months: 3,
  burst: 1_000_000_000,
  perMinute: 1_000_000_000,
} as const
