import { describe, expect, it } from 'vitest'
import { earlierCollection, readBy } from '../../../electron/core/handlers/earlier-collection.ts'
import { endCollection, resumeCollection, startCollection } from '../../../electron/core/store/collections.ts'
import { APP_VERSION } from '../../../shared/version.ts'
import { FACTS, testLocker } from '../../fakes/locker.ts'

const MINE = { ...FACTS, appVersion: APP_VERSION }
const CONDITIONS = { tiers: ['core' as const], asked: null, reservePercent: 25, spreadHours: 0 }
const END = { finishedAt: '2026-11-01T09:30:00.000Z', clockOffsetMs: null }

/** A complete collection read in some way, and one that has begun after it. */
function begun(before: Partial<typeof MINE>, by: object, now: Partial<typeof MINE> = {}) {
  const { db } = testLocker()
  const first = startCollection(db, { ...MINE, ...before }, { ...CONDITIONS, ...by })
  endCollection(db, first, { ...END, state: 'complete' })
  return { db, id: startCollection(db, { ...MINE, ...now }) }
}

const BY = { token: 'a'.repeat(32), code: 'b'.repeat(32) }

describe('the collection whose tags may be asked for', () => {
  it('is the complete one before, with the same connection, token and code', () => {
    const { db, id } = begun({}, BY)
    expect(earlierCollection(db, id, BY)).toBe(1)
  })

  it.each([
    ['another token', {}, { ...BY, token: 'c' }, {}],
    ['other code', {}, { ...BY, code: 'c' }, {}],
    ['neither on record', {}, {}, {}],
    ['another connection', { connection: { id: 'c2', label: 'other' } }, BY, {}],
    ['another account', {}, BY, { account: 'ben@example.com' }],
    ['another version', { appVersion: '0.0.1' }, BY, {}],
  ])('is none with %s', (_what, before, by, now) => {
    const { db, id } = begun(before, by, now)
    expect(earlierCollection(db, id, BY)).toBeNull()
  })

  it('is none where it was taken up again with another token', () => {
    const { db } = testLocker()
    const first = startCollection(db, MINE, { ...CONDITIONS, ...BY })
    endCollection(db, first, { ...END, state: 'interrupted' })
    resumeCollection(db, first, 'ana@laptop', { ...BY, token: 'other' })
    endCollection(db, first, { ...END, state: 'complete' })
    expect(earlierCollection(db, startCollection(db, MINE), BY)).toBeNull()
  })

  it('knows a token by a fingerprint that differs from locker to locker and is not the token', () => {
    const [a, b] = [testLocker(), testLocker()]
    const token = 'HRKU-CANARY-token'
    expect(readBy(a.db, token)).toEqual(readBy(a.db, ` ${token}\n`))
    expect(readBy(a.db, token).token).not.toBe(readBy(b.db, token).token)
    expect(JSON.stringify(readBy(a.db, token))).not.toContain('CANARY')
  })
})
