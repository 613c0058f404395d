const numbers = new Intl.NumberFormat('en-GB')
const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const parts = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  } as const
  const made = new Intl.DateTimeFormat('sv-SE', { ...parts, timeZone })
  formats.set(timeZone, made)
  return made
}

/** A count with separators: `12,345`. */
export function count(value: number): string {
  return numbers.format(value)
}

/** A count with its noun: `1 app`, `12 apps`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`
}

/** A text with a capital at its start. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A text as a sentence: a capital at its start and a stop at its end. */
export function sentence(text: string): string {
  return capital(text) + (/[.!?]$/.test(text) ? '' : '.')
}

/** A moment in the engagement's time zone, as `2026-11-21 09:30:00`. */
export function moment(instant: string, timeZone: string): string {
  const date = new Date(instant)
  return Number.isNaN(date.getTime()) ? instant : formatIn(timeZone).format(date)
}

/** The same moment in UTC, for the tooltip. */
export function momentUtc(instant: string): string {
  return `${moment(instant, 'UTC')} UTC`
}

/** The day of a moment in a time zone. */
export function day(instant: string, timeZone: string): string {
  return moment(instant, timeZone).slice(0, 10)
}

/** Bytes as a person reads them: `3.4 MB`. */
export function bytes(value: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  const power = value < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(value) / 3))
  return `${power === 0 ? value : (value / 1000 ** power).toFixed(1)} ${units[power]}`
}

/** A stretch of time as a person reads it: `12 s`, `3 min 20 s`, `2 h 5 min`. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}

/** How long ago something was, in the largest fitting unit. */
export function ago(instant: string, now: Date): string {
  const seconds = (now.getTime() - new Date(instant).getTime()) / 1000
  if (seconds < 90) return 'just now'
  if (seconds < 5400) return `${Math.round(seconds / 60)} minutes ago`
  if (seconds < 129_600) return `${Math.round(seconds / 3600)} hours ago`
  return `${Math.round(seconds / 86_400)} days ago`
}
