import { describe, expect, it } from 'vitest'
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
