import { describe, expect, it } from 'vitest'
import {
  GenerationField,
  instantOf,
  MaybeTime,
  orNull,
  permissionNames,
  Time,
} from '../../../../electron/core/collectors/fields.ts'

describe('a point in time', () => {
  it.each([
    ['2026-11-21T04:00:03Z', '2026-11-21T04:00:03Z'],
    ['2026-11-21T04:00:03.120Z', '2026-11-21T04:00:03.120Z'],
    ['2026-11-21T06:00:03+02:00', '2026-11-21T04:00:03.000Z'],
    ['2026-11-21 04:00:03 +0000', '2026-11-21T04:00:03.000Z'],
    ['2026-11-21 04:00 UTC', '2026-11-21T04:00:00.000Z'],
    ['soon', null],
  ])('%s', (text, instant) => {
    expect(instantOf(text)).toBe(instant)
  })

  it('breaks the schema where there is none', () => {
    expect(Time.safeParse('soon').success).toBe(false)
  })
})

describe('lenient fields', () => {
  it('take absent and null for the same, and nothing else', () => {
    const field = orNull(Time)
    expect([field.parse(undefined), field.parse(null)]).toEqual([null, null])
    expect(field.safeParse(3).success).toBe(false)
  })

  it('read a generation in both of its forms', () => {
    expect([GenerationField.parse('fir'), GenerationField.parse({ id: '1', name: 'cedar' })]).toEqual([
      'fir',
      'cedar',
    ])
  })

  it('order permissions by name', () => {
    expect(permissionNames([{ name: 'view' }, { name: 'deploy' }])).toEqual(['deploy', 'view'])
    expect(permissionNames(null)).toEqual([])
  })
})

describe('a time that an item can do without', () => {
  it.each([
    ['2026-11-21 04:00:03 +0000', '2026-11-21T04:00:03.000Z'],
    ['2026-11-21T04:00:03Z', '2026-11-21T04:00:03Z'],
    ['some day', null],
    [null, null],
    [undefined, null],
  ])('reads %j as %j', (told, instant) => {
    expect(MaybeTime.parse(told)).toBe(instant)
  })
})
