import type { Command as Commander } from 'commander'
import { problem } from '../../shared/errors.ts'
import type { EventFilter } from '../../shared/model/event.ts'
import type { Flags } from './command.ts'
import { textFlag } from './flags.ts'

/** Declares the flags that narrow audit events. */
export function eventFilterFlags(parser: Commander): void {
  parser
    .option('--from <time>', 'events from this day or time on, in UTC')
    .option('--to <time>', 'events up to this day or time, in UTC')
    .option('--type <type>', 'events of this type, such as app')
    .option('--action <action>', 'events of this action, such as destroy')
    .option('--actor <mail>', 'events by this person')
    .option('--app <name>', 'events on this app')
    .option('--team <name>', 'events of this team')
    .option('--ip <address>', 'events from this address')
    .option('--text <words>', 'events with these words')
}

/** What narrows audit events, as typed; a day means its first or last moment. Throws `wrong-use`. */
export function eventFilter(flags: Flags): EventFilter {
  const fields = ['type', 'action', 'actor', 'app', 'team', 'ip', 'text'].flatMap((name) => {
    const value = textFlag(flags, name)
    return value === null ? [] : [[name, value] as const]
  })
  const [from, to] = [textFlag(flags, 'from'), textFlag(flags, 'to')]
  const times = {
    ...(from === null ? {} : { from: instantOf('--from', from, 'T00:00:00.000Z') }),
    ...(to === null ? {} : { to: instantOf('--to', to, 'T23:59:59.999Z') }),
  }
  if (times.from && times.to && times.from > times.to)
    throw problem('wrong-use', {
      what: `--from ${from} is after --to ${to}`,
      remedy: 'write the earlier time with --from',
    })
  return { ...Object.fromEntries(fields), ...times }
}

function instantOf(flag: string, typed: string, ofDay: string): string {
  const at = new Date(/^\d{4}-\d\d-\d\d$/.test(typed) ? typed + ofDay : typed)
  if (/^\d{4}-\d\d-\d\d/.test(typed) && Number.isFinite(at.getTime())) return at.toISOString()
  throw problem('wrong-use', {
    what: `${flag} does not take ${typed}`,
    remedy: 'write a day or a time, such as 2026-05-01 or 2026-05-01T08:00:00Z',
  })
}
