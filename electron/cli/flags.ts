import type { Command as Commander } from 'commander'
import { problem } from '../../shared/errors.ts'
import type { CommandInput, Flags } from './command.ts'

/** A flag's text, or null where it was not given. */
export function textFlag(flags: Flags, name: string): string | null {
  const value = flags[name]
  return typeof value === 'string' ? value : null
}

/** True where a switch was given. */
export function isOn(flags: Flags, name: string): boolean {
  return flags[name] === true
}

/** A flag's number, or null where it was not given. Declared with `countOf`, which has checked it. */
export function numberFlag(flags: Flags, name: string): number | null {
  const value = flags[name]
  return typeof value === 'number' ? value : null
}

/** A list flag, written `a,b,c`; null where it was not given. */
export function listFlag(flags: Flags, name: string): readonly string[] | null {
  const words = textFlag(flags, name)
    ?.split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
  return words && words.length > 0 ? words : null
}

/** Parser for a flag that takes a whole number from `least` to `most`; anything else is wrong use. */
export function countOf(
  flag: string,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): (typed: string) => number {
  return (typed) => {
    const value = /^\d{1,15}$/.test(typed) ? Number(typed) : Number.NaN
    if (value >= least && value <= most) return value
    const range = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `${least} to ${most}`
    throw problem('wrong-use', {
      what: `${flag} does not take ${typed}`,
      remedy: `give a whole number, ${range}`,
    })
  }
}

/** Hours that a person typed, such as `4h`, `4` or `90min`; 0 where nothing was. Throws `wrong-use` for more than a week. */
export function hoursOf(typed: string | null): number {
  if (typed === null) return 0
  const [, number, unit] = /^(\d{1,5}(?:\.\d{1,2})?) ?(h|min)?$/.exec(typed.trim()) ?? []
  const hours = Number(number) / (unit === 'min' ? 60 : 1)
  if (hours >= 0 && hours <= 168) return hours
  throw problem('wrong-use', {
    what: `--spread does not take ${typed}`,
    remedy: 'give hours or minutes, such as 4h or 90min, at most a week',
  })
}

/** Declares the flags of every command that opens a locker. */
export function lockerFlags(parser: Commander): void {
  parser
    .option('--locker <file>', 'the locker to work with')
    .option('--recovery-key-stdin', 'open it with the recovery key on standard input, not with the keychain')
}

/** The absolute path of `--locker`. Throws `wrong-use` where it is missing. */
export function lockerPath({ flags, path }: Pick<CommandInput, 'flags' | 'path'>): string {
  const typed = textFlag(flags, 'locker')
  if (typed !== null && typed !== '') return path(typed)
  throw problem('wrong-use', {
    what: '--locker is missing',
    remedy: 'name the file, such as --locker acme.locker',
  })
}
