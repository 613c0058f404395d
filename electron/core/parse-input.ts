import type { ZodType } from 'zod'
import { problem } from '../../shared/errors.ts'

/** Parses what a face passes. Throws `wrong-use` that names the first field at fault. */
export function parseInput<T>(schema: ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const field = issue?.path.join('.') ?? ''
  const what = `${field === '' ? 'the input' : field} is not valid (${issue?.message ?? 'it has the wrong shape'})`
  throw problem('wrong-use', { what, remedy: 'correct it and try again' })
}
