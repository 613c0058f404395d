import type { ZodType } from 'zod'
import { problem } from '../../../shared/errors.ts'
import { droppedFields } from './known-fields.ts'
import { patternOf } from './pattern.ts'
import type { Clean } from './record.ts'
import { Refused } from './refused.ts'

const MOST_NAMES = 200
const LONGEST_NAME = 100

/** Field names that schemas dropped, per kind of path. */
export type Dropped = Map<string, Set<string>>

/** Gives what a schema lets through. */
export type Parse<T> = (status: number, value: unknown) => T

/**
 * Parser and redaction in one for the answers to a path: gives what the schema lets through, and notes the
 * names of what it does not. The parser throws `Refused` where an answer is not as documented, without quoting
 * any value.
 */
export function parserOf<T>(path: string, schema: ZodType<T>, dropped: Dropped, clean: Clean): Parse<T> {
  const pattern = patternOf(path)
  const names = dropped.get(pattern) ?? new Set<string>()
  const note = (name: string) => {
    if (names.has(name) || names.size >= MOST_NAMES) return
    names.add(clean(name, LONGEST_NAME))
    dropped.set(pattern, names)
  }
  return (status, value) => {
    droppedFields(schema, value, note)
    const result = safely(schema, value)
    if (result.success) return result.data
    const why = problem('answer-breaks-schema', {
      path,
      field: clean(result.field),
      what: clean(result.what),
    })
    throw new Refused({ path, status, outcome: 'failed', reason: why.what, problem: why })
  }
}

type Parsed<T> = { success: true; data: T } | { success: false; field: string; what: string }

/** A schema with code of its own may throw an error that quotes the value: its message is not taken over. */
function safely<T>(schema: ZodType<T>, value: unknown): Parsed<T> {
  try {
    const result = schema.safeParse(value)
    if (result.success) return { success: true, data: result.data }
    const issue = result.error.issues[0]
    const field = issue?.path.map(String).join('.') || 'the answer'
    return { success: false, field, what: issue?.message ?? 'cannot be read' }
  } catch {
    return { success: false, field: 'a field', what: 'cannot be read' }
  }
}
