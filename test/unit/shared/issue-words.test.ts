import { describe, expect, it } from 'vitest'
import { type ZodType, z } from 'zod'
import { firstFault } from '../../../shared/issue-words.ts'

const faultOf = (schema: ZodType, value: unknown): string => {
  const read = schema.safeParse(value)
  if (read.success) throw new Error('it fits')
  return firstFault(read.error, 'the input')
}

describe('what is wrong with a value', () => {
  const cases: readonly (readonly [schema: ZodType, value: unknown, says: string])[] = [
    [z.object({ seed: z.string().min(1) }), { seed: '' }, 'seed is empty'],
    [z.object({ seed: z.string().max(2) }), { seed: 'abc' }, 'seed has more than 2 characters'],
    [z.object({ key: z.string().min(8) }), { key: 'abc' }, 'key has fewer than 8 characters'],
    [z.object({ size: z.int().min(1) }), { size: 0 }, 'size has to be at least 1'],
    [z.object({ size: z.number().positive() }), { size: 0 }, 'size has to be more than 0'],
    [z.object({ size: z.int() }), { size: 1.5 }, 'size has to be a whole number'],
    [z.object({ ids: z.array(z.int()).min(1) }), { ids: [] }, 'ids has no entry'],
    [
      z.object({ a: z.object({ on: z.iso.date() }) }),
      { a: { on: 'soon' } },
      'a.on is no day; write it as 2026-11-21',
    ],
    [z.object({ kind: z.enum(['a', 'b']) }), { kind: 'c' }, 'kind has to be one of a, b'],
    [
      z.object({ topic: z.enum('abcdefghijklmn'.split('')) }),
      { topic: 'z' },
      'topic is none of those that are known',
    ],
    [z.object({ kind: z.string() }), {}, 'kind is missing'],
    [z.strictObject({}), { other: 1 }, 'the input has a field that is not known: other'],
    [
      z.discriminatedUnion('of', [z.object({ of: z.literal('x') }), z.object({ of: z.literal('y') })]),
      { of: 'z' },
      'of has to be one of x, y',
    ],
    [z.string().min(1, 'needs a name'), '', 'the input needs a name'],
    [
      z.string().refine(() => false, 'it ends before it begins'),
      'x',
      'the input is not valid (it ends before it begins)',
    ],
  ]
  it.each(cases)('%#', (schema, value, says) => {
    expect(faultOf(schema, value)).toBe(says)
  })

  it('never repeats the value', () => {
    for (const [schema] of cases)
      expect(faultOf(z.object({ token: schema }), { token: Symbol('HRKU-secret') })).not.toContain('secret')
  })
})
