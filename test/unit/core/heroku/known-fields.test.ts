import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { droppedFields, namedFields } from '../../../../electron/core/heroku/known-fields.ts'
import { secret } from '../../../../electron/core/heroku/secret.ts'

const Inner = z.object({ id: z.string(), url: secret() })
const Schema = z.object({
  name: z.string().transform((text) => text.trim()),
  inner: Inner.nullable().default(null),
  many: z.array(Inner.pick({ id: true })),
  either: z.union([z.string(), z.object({ name: z.string() })]),
  bag: z.record(z.string(), secret()),
  counted: z.array(z.object({})),
  free: z.unknown(),
})

describe('the fields of a schema', () => {
  it('are named to the innermost, and those that are secret say so', () => {
    expect(
      namedFields(Schema).map(({ path, secret: hidden }) => `${path}${hidden ? ' secret' : ''}`),
    ).toEqual([
      'name',
      'inner.id',
      'inner.url secret',
      'many.id',
      'either.name',
      'bag.* secret',
      'counted',
      'free.**',
    ])
    expect(namedFields(z.array(Inner)).map(({ path }) => path)).toEqual(['id', 'url'])
    expect(namedFields(z.object({}))).toEqual([])
    expect(namedFields(z.record(z.string(), secret()))).toEqual([{ path: '*', secret: true }])
    expect(namedFields(z.array(z.tuple([z.string(), secret()])))).toEqual([{ path: '*', secret: true }])
  })

  it('are what is not dropped', () => {
    const dropped: string[] = []
    const inner = { id: '1', url: 'x', key: 'CANARY' }
    const value = { name: 'a', other: 1, inner, many: [inner, inner], bag: { a: 'b' }, free: { c: 1 } }
    droppedFields(Schema, value, (name) => dropped.push(name))
    expect([...new Set(dropped)]).toEqual(['other', 'inner.key', 'many.url', 'many.key'])
  })
})
