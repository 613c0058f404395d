import { z } from 'zod'

/** One line of a contract: the schema of what is asked, and the type of what is answered. */
export interface Line<Input, Output, Progress> {
  readonly input: z.ZodType<Input>
  /** Present in types only. */
  readonly output?: Output
  readonly progress?: Progress
}

/** Writes a line: `ask(schema)<Output, Progress>()`. */
export function ask<S extends z.ZodType>(input: S) {
  return <Output, Progress = never>(): Line<z.infer<S>, Output, Progress> => ({
    input: input as z.ZodType<z.infer<S>>,
  })
}

/** What a line's handler receives, after parsing. */
export type InputOfLine<L> = L extends Line<infer I, infer _O, infer _P> ? I : never

/** What a line answers. */
export type OutputOfLine<L> = L extends Line<infer _I, infer O, infer _P> ? O : never

/** What a line announces while it works. */
export type ProgressOfLine<L> = L extends Line<infer _I, infer _O, infer P> ? P : never

/**
 * The schema of a change to some fields of an object: every field may be left out, and one that is left out
 * stays out. (`partial()` alone would fill in the defaults.)
 */
export function changesOf<S extends z.ZodObject>(
  schema: S,
): z.ZodType<{ [K in keyof z.infer<S>]?: z.infer<S>[K] }> {
  const fields = Object.entries(schema.shape).map(([name, field]) => [
    name,
    (field instanceof z.ZodDefault ? (field.unwrap() as z.ZodType) : (field as z.ZodType)).optional(),
  ])
  return z.object(Object.fromEntries(fields)) as never
}
