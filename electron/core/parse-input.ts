import type { ZodType } from 'zod'
import { problem } from '../../shared/errors.ts'
import { firstFault } from '../../shared/issue-words.ts'

/** Parses what a face passes. Throws `wrong-use` that names the first field at fault. */
export function parseInput<T>(schema: ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw problem('wrong-use', {
    what: firstFault(parsed.error, 'the input'),
    remedy: 'correct it and try again',
  })
}
