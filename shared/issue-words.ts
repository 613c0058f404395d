import { z } from 'zod'

/** What the schema library tells of a value that does not fit; which fields there are depends on its code. */
type Issue = Parameters<NonNullable<ReturnType<typeof z.config>['customError']>>[0]

const FORMATS: Readonly<Record<string, string>> = {
  date: 'is no day; write it as 2026-11-21',
  datetime: 'is no time in UTC; write it as 2026-11-21T09:30:00Z',
  email: 'is no e-mail address',
  url: 'is no address of the form https://…',
  uuid: 'is no id of the form 01234567-89ab-4cde-8f01-23456789abcd',
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

function tooSmall({ origin, minimum, inclusive }: Issue & { readonly code: 'too_small' }): string {
  if (origin === 'string') return minimum === 1 ? 'is empty' : `has fewer than ${minimum} characters`
  if (origin === 'array' || origin === 'set')
    return minimum === 1 ? 'has no entry' : `has fewer than ${minimum} entries`
  return inclusive === false ? `has to be more than ${minimum}` : `has to be at least ${minimum}`
}

function tooBig({ origin, maximum, inclusive }: Issue & { readonly code: 'too_big' }): string {
  if (origin === 'string') return `has more than ${maximum} characters`
  if (origin === 'array' || origin === 'set') return `has more than ${maximum} entries`
  return inclusive === false ? `has to be less than ${maximum}` : `has to be at most ${maximum}`
}

/** More words than these are no help in a sentence. */
const MOST_NAMED = 12

function oneOf(values: readonly unknown[]): string {
  if (values.length > MOST_NAMED) return 'is none of those that are known'
  return values.length === 1 ? `has to be ${values[0]}` : `has to be one of ${values.join(', ')}`
}

/** What is wrong with a value, to be read after its name: `is empty`. Undefined where the library's words stand. */
function words(issue: Issue): string | undefined {
  if (issue.code === 'too_small') return tooSmall(issue as Issue & { readonly code: 'too_small' })
  if (issue.code === 'too_big') return tooBig(issue as Issue & { readonly code: 'too_big' })
  if (issue.code === 'invalid_type')
    return issue.input === undefined
      ? 'is missing'
      : `has to be ${KINDS[String(issue.expected)] ?? String(issue.expected)}`
  if (issue.code === 'invalid_format')
    return FORMATS[String(issue.format)] ?? 'is not of the form that is asked for'
  if (issue.code === 'invalid_value') return oneOf(issue.values as readonly unknown[])
  if (issue.code === 'unrecognized_keys')
    return `has a field that is not known: ${(issue.keys as readonly string[]).join(', ')}`
  if (issue.code === 'invalid_union')
    return Array.isArray(issue.options) ? oneOf(issue.options) : 'is none of the forms that are possible'
  return undefined
}

z.config({ customError: (issue) => words(issue) })

const PREDICATE = /^(is|has|holds|needs|ends|begins|cannot|says)\b/

/** The first fault that a schema found, as a sentence without its full stop: `seed is empty`. */
export function firstFault({ issues }: z.ZodError, whole: string): string {
  const [issue] = issues
  const name = issue?.path.join('.') || whole
  const says = issue?.message ?? 'has the wrong shape'
  return PREDICATE.test(says) ? `${name} ${says}` : `${name} is not valid (${says})`
}
