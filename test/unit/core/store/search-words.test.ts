import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startCollection } from '../../../../electron/core/store/collections.ts'
import { searchEvidence } from '../../../../electron/core/store/evidence.ts'
import { excerptOf, matchOf, wordsOf } from '../../../../electron/core/store/search-words.ts'
import { storeTask } from '../../../../electron/core/store/tasks.ts'
import { FACTS, releasesOf, testLocker } from '../../../fakes/locker.ts'

describe('words for the search', () => {
  it('are the values of a content, whatever its shape', () => {
    expect(wordsOf({ a: 'x', b: [1, { c: 'y' }, null, true], hmac: 'secret', d: {} })).toBe('x 1 y')
  })

  it('make an expression that SQLite takes, whatever a person types', () => {
    const { db } = testLocker()
    const id = startCollection(db, FACTS)
    storeTask(db, releasesOf(id, 'api', 1))
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
        expect(searchEvidence(db, typed, 5)).toBeInstanceOf(Array)
      }),
      { numRuns: 300 },
    )
  })

  it('are all asked for, as beginnings', () => {
    expect(matchOf(' shop-api  "42" ')).toBe('"shop-api"* """42"""*')
    expect(matchOf(' - " ')).toBeNull()
  })
})

describe('an excerpt', () => {
  it('shows the place of the first word found, in about the length asked for', () => {
    const text = `${'before '.repeat(40)}the needle here ${'after '.repeat(40)}`
    const excerpt = excerptOf(text, 'NEEDLE', 60)
    expect(excerpt).toMatch(/^….*needle here.*…$/)
    expect(excerpt.length).toBeLessThanOrEqual(62)
    expect(excerptOf('short text', 'absent')).toBe('short text')
  })

  it('never cuts a character in half', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string(),
        fc.integer({ min: 1, max: 30 }),
        (text, word, n) => {
          expect(excerptOf(text, word, n).isWellFormed()).toBe(true)
        },
      ),
    )
  })
})
