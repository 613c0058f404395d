import { type DemoOptions, groundOf } from '../options.ts'
import { diceOf } from '../random.ts'

/** One month of the audit trail, before its archive is made. */
export interface Month {
  readonly year: number
  /** Two digits. */
  readonly month: string
  /** First and last millisecond that events may bear (the end is not included). */
  readonly from: number
  readonly until: number
  readonly events: number
  /** Older archives are a bare array, newer ones an object with `entries`. */
  readonly envelope: 'array' | 'entries'
  /** Published with a wrong checksum. */
  readonly damaged: boolean
  /** Carries the one event of a type that no document lists. */
  readonly unknownType: boolean
  /** What its dice are called beside the month, where it is not the month itself. */
  readonly part?: string
}

/** Midnight before now: an archive of the running month ends there. */
export function midnight(options: Pick<DemoOptions, 'now'>): number {
  return Math.floor(options.now.getTime() / 86_400_000) * 86_400_000
}

/** How many months ago the archive lies that nobody can find any more. Fewer months than this: no gap. */
export const MISSING = 7

const BARE_AFTER = 12
const DAMAGED_EVENTS = 25

/**
 * The months that have an archive, newest first: `months` of them without the missing one, and before them a small
 * one whose published checksum is wrong. The intact ones hold exactly `events` events.
 */
export function monthsOf(options: DemoOptions): readonly Month[] {
  const ages = Array.from({ length: options.months }, (_, age) => age).filter((age) => age !== MISSING)
  const shares = ages.map((age) => share(options, age))
  const whole = shares.reduce((total, part) => total + part, 0) || 1
  const counts = shares.map((part) => Math.floor((options.events * part) / whole))
  const rest = options.events - counts.reduce((total, count) => total + count, 0)
  const fullest = Math.min(1, ages.length - 1)
  const intact = ages.map((age, i) =>
    month(options, age, (counts[i] ?? 0) + (i === fullest ? rest : 0), i === fullest, false),
  )
  return options.months > 0 ? [...intact, month(options, options.months, DAMAGED_EVENTS, false, true)] : []
}

/** Weight of a month: busier and quieter ones, and the current one by the days it has. */
function share(options: DemoOptions, age: number): number {
  const { from, until } = span(options, age)
  return (diceOf(groundOf(options), 'month', age).int(70, 130) * (until - from)) / 1e9
}

function span(options: DemoOptions, age: number) {
  const year = options.now.getUTCFullYear()
  const month = options.now.getUTCMonth() - age
  return {
    from: Date.UTC(year, month, 1),
    until: age === 0 ? midnight(options) : Date.UTC(year, month + 1, 1),
  }
}

function month(
  options: DemoOptions,
  age: number,
  events: number,
  unknownType: boolean,
  damaged: boolean,
): Month {
  const { from, until } = span(options, age)
  const first = new Date(from)
  return {
    year: first.getUTCFullYear(),
    month: String(first.getUTCMonth() + 1).padStart(2, '0'),
    from,
    until,
    events: until > from ? events : 0,
    envelope: age >= BARE_AFTER ? 'array' : 'entries',
    damaged,
    unknownType,
  }
}
