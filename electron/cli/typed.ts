import { readFileSync } from 'node:fs'
import type { ZodType } from 'zod'
import { problem } from '../../shared/errors.ts'
import { firstFault } from '../../shared/issue-words.ts'
import { FRAMEWORK_IDS, FrameworkId } from '../../shared/model/engagement.ts'
import type { CommandInput, Flags } from './command.ts'
import { tableInput } from './imported-lines.ts'

/** Largest JSON document that a command reads. */
const LARGEST_JSON = 32 * 1024 * 1024

/** The framework that a person named. Throws `wrong-use` with the ids there are. */
export function asFramework(typed: string): FrameworkId {
  const id = FrameworkId.safeParse(typed)
  if (id.success) return id.data
  throw problem('wrong-use', {
    what: `there is no framework named ${typed}`,
    remedy: `choose one of ${FRAMEWORK_IDS.join(', ')}, or one of your own, such as own-controls`,
  })
}

/** A control as a person names it, such as `soc2-2017:CC6.1`. Throws `wrong-use`. */
export function asControl(typed: string): { readonly framework: FrameworkId; readonly control: string } {
  const at = typed.indexOf(':')
  const control = typed.slice(at + 1).trim()
  if (at > 0 && control !== '') return { framework: asFramework(typed.slice(0, at)), control }
  throw problem('wrong-use', {
    what: `${typed} names no control`,
    remedy: 'write it with its framework, such as soc2-2017:CC6.1',
  })
}

/** A whole number above 0 that is an argument. Throws `wrong-use` with what it should be. */
export function asNumber(what: string, typed: string): number {
  if (/^[1-9]\d{0,11}$/.test(typed)) return Number(typed)
  throw problem('wrong-use', { what: `${typed} is no ${what}`, remedy: 'give its number, such as 12' })
}

/** Every value of a flag that may be given several times. */
export function manyFlag(flags: Flags, name: string): readonly string[] {
  const values = flags[name]
  return Array.isArray(values) ? values.map(String) : []
}

/** Two halves of what was typed around its first equals sign. Throws `wrong-use`. */
export function pairOf(flag: string, typed: string): readonly [name: string, value: string] {
  const at = typed.indexOf('=')
  if (at > 0) return [typed.slice(0, at).trim(), typed.slice(at + 1).trim()]
  throw problem('wrong-use', { what: `${flag} does not take ${typed}`, remedy: 'write it as name=value' })
}

/** Items that are only there where something was said, for questions whose fields have defaults. */
export function said<T>(name: string, value: T | null): Readonly<Record<string, T>> {
  return value === null ? {} : { [name]: value }
}

/** The JSON document of a file, or of standard input where a dash was typed. Throws `wrong-use`, `cannot-read`. */
export async function jsonFrom(typed: string, input: CommandInput): Promise<unknown> {
  const from = await tableInput(typed, input)
  const name = typed === '-' ? 'standard input' : typed
  const text = 'text' in from ? from.text : readFileSync(from.destination, 'utf8')
  if (text.length > LARGEST_JSON)
    throw problem('wrong-use', { what: `${name} is too large`, remedy: 'give at most 32 MB' })
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw problem('wrong-use', { what: `${name} holds no JSON`, remedy: 'give one JSON document' })
  }
}

/** Names of the fields that were given and did not survive reading, with the way to them. */
function unread(given: unknown, read: unknown, way = ''): string[] {
  if (typeof given !== 'object' || given === null || typeof read !== 'object' || read === null) return []
  const kept = read as Readonly<Record<string, unknown>>
  return Object.entries(given).flatMap(([name, value]) =>
    Object.hasOwn(kept, name) ? unread(value, kept[name], `${way}${name}.`) : [`${way}${name}`],
  )
}

/**
 * A typed JSON document that fits a schema and holds nothing else: a misspelled field would be lost without a
 * word. Throws `wrong-use` that names the first field at fault.
 */
export function exactly<T>(schema: ZodType<T>, name: string, value: unknown): T {
  const read = fitting(schema, name, value)
  const [strange] = unread(value, read)
  if (strange === undefined) return read
  throw problem('wrong-use', {
    what: `${name} has no field ${strange}`,
    remedy: 'correct its name or leave it out',
  })
}

/** A JSON document that fits a schema. Throws `wrong-use` that names the first field at fault. */
export function fitting<T>(schema: ZodType<T>, name: string, value: unknown): T {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  throw problem('wrong-use', {
    what: `${name} is not valid: ${firstFault(read.error, 'it')}`,
    remedy: 'correct it and try again',
  })
}
