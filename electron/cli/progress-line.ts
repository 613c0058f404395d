import type { CollectionProgress } from '../../shared/model/collection.ts'

const BAR_COLUMNS = 16
const KNOWN_AFTER_SECONDS = 3

/** A bar of blocks with its percentage, such as `█████░░░░░  50 %`; an unknown total shows as 0 %. */
export function bar(done: number, of: number): string {
  const part = of > 0 ? Math.min(1, done / of) : 0
  const full = Math.floor(part * BAR_COLUMNS)
  const percent = String(Math.floor(part * 100)).padStart(3)
  return `${'█'.repeat(full)}${'░'.repeat(BAR_COLUMNS - full)} ${percent} %`
}

/** One line that tells how far something is, such as `verifying: 42 %, 138,506 of 325,878`. `live` draws the bar. */
export function stepLine(doing: string, done: number, of: number, live: boolean): string {
  const counts = `${count(done)} of ${count(of)}`
  if (live) return `${bar(done, of)}  ${doing} ${counts}`
  return `${doing}: ${of > 0 ? Math.floor((done / of) * 100) : 0} %, ${counts}`
}

/** A number with thousands separators, such as `12,345`. */
export function count(value: number): string {
  return value.toLocaleString('en-US')
}

/** Seconds in words: `0.4 s`, `12 s`, `3 min 20 s`, `1 h 05 min`. */
export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`
  return `${Math.floor(whole / 3600)} h ${String(Math.floor((whole % 3600) / 60)).padStart(2, '0')} min`
}

/** An instant for a column titled as UTC, to the second, such as `2026-11-21 09:30:00`. */
export function inUtc(instant: string): string {
  return instant.slice(0, 19).replace('T', ' ')
}

/** Bytes in words: `812 bytes`, `4.1 kB`, `12.3 MB`. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(1)} kB`
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`
}

/** About how long the rest takes, in words, once enough is done to tell; else null. */
export function timeLeft(done: number, of: number, seconds: number): string | null {
  if (seconds < KNOWN_AFTER_SECONDS || done <= 0 || done * 20 < of || of <= done) return null
  return `about ${duration(Math.max(1, Math.round((seconds * (of - done)) / done)))} left`
}

/** The one line that tells how far a collection is, after so many seconds. `live` adds the bar. */
export function collectLine(progress: CollectionProgress, seconds: number, live: boolean): string {
  const parts = [
    progress.doing,
    `${count(progress.requests)} requests`,
    `${count(progress.evidence)} items`,
    ...(progress.events > 0 ? [`${count(progress.events)} events`] : []),
    ...(progress.notRead > 0 ? [`${count(progress.notRead)} not read`] : []),
    ...(progress.rateLimitRemaining === null
      ? []
      : [`rate limit ${count(progress.rateLimitRemaining)} left`]),
  ]
  const left = timeLeft(progress.tasksDone, progress.tasksPlanned, seconds)
  if (left !== null) parts.splice(1, 0, left)
  const text = parts.join(' · ')
  return live ? `${bar(progress.tasksDone, progress.tasksPlanned)}  ${text}` : `collecting: ${text}`
}
