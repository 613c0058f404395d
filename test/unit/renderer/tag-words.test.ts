import { expect, it } from 'vitest'
import { chosenClasses, dataWords, tagsOf, valueWords } from '../../../renderer/views/scope/tag-words.ts'
import type { TagProposal } from '../../../shared/contract-scope.ts'

it('lets "none of these" stand alone, whichever came last', () => {
  expect(chosenClasses(['personal', 'phi'], ['personal', 'phi', 'none'])).toEqual(['none'])
  expect(chosenClasses(['none'], ['none', 'phi'])).toEqual(['phi'])
  expect(chosenClasses(['personal'], ['personal', 'phi'])).toEqual(['personal', 'phi'])
  expect(chosenClasses(['none'], [])).toEqual([])
})

it('says values in words, and a dash where nobody said', () => {
  expect(dataWords(['phi', 'personal'])).toBe('Protected health information, Personal data')
  expect([valueWords('internal', false), valueWords('environment', 'production')]).toEqual([
    'No',
    'Production',
  ])
  expect([
    valueWords('owner', 'ana'),
    valueWords('owner', null),
    valueWords('dataClasses', ['none']),
  ]).toEqual(['ana', '–', 'None of these'])
})

it('makes one tag of the proposals of an app', () => {
  const one = { name: 'x', why: '', evidence: [] }
  const proposals = [
    { ...one, app: 'a', field: 'environment', value: 'production' },
    { ...one, app: 'b', field: 'owner', value: 'team x' },
    { ...one, app: 'a', field: 'owner', value: 'team y' },
  ] as readonly TagProposal[]
  expect(tagsOf(proposals)).toEqual([
    { app: 'a', set: { environment: 'production', owner: 'team y' } },
    { app: 'b', set: { owner: 'team x' } },
  ])
})
