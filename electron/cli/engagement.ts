import { problem } from '../../shared/errors.ts'
import { Engagement, FRAMEWORK_IDS, USUAL_FRAMEWORKS } from '../../shared/model/engagement.ts'
import { userName } from './actor.ts'
import type { Flags } from './command.ts'
import { listFlag, textFlag } from './flags.ts'

/**
 * Reads the flags of `locker new`. Left out, the audit period is the year up to `today`, the frameworks are all
 * that ship, and the preparer is the user of this computer. Throws `wrong-use` that names the flag at fault.
 */
export function engagementOf(flags: Flags, today: Date): Engagement {
  const parsed = Engagement.safeParse({
    organisation: textFlag(flags, 'organisation') ?? '',
    period: periodOf(textFlag(flags, 'period'), today),
    timeZone: timeZoneOf(textFlag(flags, 'timeZone')),
    frameworks: listFlag(flags, 'frameworks') ?? [...USUAL_FRAMEWORKS],
    preparer: textFlag(flags, 'preparer') ?? userName(),
    reviewer: textFlag(flags, 'reviewer'),
  })
  if (parsed.success) return parsed.data
  const field = String(parsed.error.issues[0]?.path[0] ?? 'organisation')
  const typed = textFlag(flags, field) ?? ''
  throw problem('wrong-use', {
    what: `--${field} does not take ${typed === '' ? 'an empty text' : typed}`,
    remedy: REMEDIES[field] ?? 'correct it and try again',
  })
}

const REMEDIES: Readonly<Record<string, string>> = {
  organisation: 'name the organisation that is audited',
  period: 'give two days, the first one first, such as 2026-01-01..2026-12-31',
  frameworks: `give one or more of ${FRAMEWORK_IDS.join(', ')}, with commas between them`,
}

function periodOf(typed: string | null, today: Date): { readonly start: string; readonly end: string } {
  if (typed === null) return yearUpTo(today)
  const [start = '', end = ''] = typed.split('..')
  return { start, end }
}

/** The twelve months that end on a day, as days in UTC. */
export function yearUpTo(today: Date): { readonly start: string; readonly end: string } {
  const start = new Date(Date.UTC(today.getUTCFullYear() - 1, today.getUTCMonth(), today.getUTCDate() + 1))
  return { start: start.toISOString().slice(0, 10), end: today.toISOString().slice(0, 10) }
}

function timeZoneOf(typed: string | null): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: typed ?? 'UTC' }).resolvedOptions().timeZone
  } catch (thrown) {
    const facts = { what: `--time-zone does not take ${typed}`, remedy: 'give a name such as Europe/Berlin' }
    throw problem('wrong-use', facts, thrown)
  }
}
