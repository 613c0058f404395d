import { describe, expect, it } from 'vitest'
import { hoursOf } from '../../../electron/cli/flags.ts'
import { asTiers } from '../../../electron/cli/topics.ts'

describe('asTiers', () => {
  it('reads up to the tier that is named', () => {
    expect(asTiers('core')).toEqual(['core'])
    expect(asTiers('extended')).toEqual(['core', 'extended'])
    expect(asTiers('optional')).toEqual(['core', 'extended', 'optional'])
  })

  it('names the tiers where another word was typed', () => {
    expect(() => asTiers('all')).toThrow(/no tier named all: choose one of core, extended, optional/)
  })
})

describe('hoursOf', () => {
  it('takes hours and minutes', () => {
    expect(['4h', '4', '90min', '0.5h', ' 2 h'].map(hoursOf)).toEqual([4, 4, 1.5, 0.5, 2])
    expect(hoursOf(null)).toBe(0)
  })

  it('refuses anything else, and more than a week', () => {
    for (const typed of ['soon', '-1h', '4d', '200h', ''])
      expect(() => hoursOf(typed)).toThrow(/--spread does not take/)
  })
})
