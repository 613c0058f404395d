import type { Instant } from '../../../../shared/model/json.ts'

const IN_UTC = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?Z$/

/** The day of a moment in UTC, as `2026-11-21`; reasons never depend on the reader's time zone. */
export function day(moment: Instant | Date): string {
  if (typeof moment === 'string' && IN_UTC.test(moment)) return moment.slice(0, 10)
  return new Date(moment).toISOString().slice(0, 10)
}

/** A moment to the minute in UTC, as `2026-11-21 09:30 UTC`. */
export function minute(moment: Instant | Date): string {
  return `${new Date(moment).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** `1 app`, `3 apps`; `many` where an s is not enough. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`
}

/** A name short enough for a sentence. */
export function short(name: string, most = 80): string {
  return name.length <= most ? name : `${name.slice(0, most - 1).toWellFormed()}…`
}

/** `a`, `a and b`, `a, b, c and 4 more`: keeps a reason readable when there are hundreds. */
export function listed(names: readonly string[], most = 5): string {
  const shown = names.slice(0, most).map((name) => short(name, 120))
  const rest = names.length - shown.length
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}
