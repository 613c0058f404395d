import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { startCollection } from '../../../../electron/core/store/collections.ts'
import { itemsOf } from '../../../../electron/core/store/evidence.ts'
import { closeLocker, openLocker, readLockerId, rekeyLocker } from '../../../../electron/core/store/open.ts'
import { storeTask } from '../../../../electron/core/store/tasks.ts'
import { verifyLocker } from '../../../../electron/core/store/verify.ts'
import { collected, FACTS, KEY, releasesOf, testLocker } from '../../../fakes/locker.ts'

const NEXT = Buffer.alloc(32, 9)

describe('another key', () => {
  it('opens the locker from then on, and the one before does not', () => {
    const { db, file } = testLocker()
    const id = collected(db)
    rekeyLocker(db, NEXT)
    closeLocker(db)
    expect(() => openLocker(file, KEY)).toThrow(/does not open/)
    const again = openLocker(file, NEXT)
    expect(itemsOf(again, id, 'releases')).toHaveLength(6)
    closeLocker(again)
  })

  it('leaves the identity as it was, and every page different', () => {
    const { db, file } = testLocker()
    collected(db)
    db.pragma('wal_checkpoint(TRUNCATE)')
    const [before, id] = [readFileSync(file), readLockerId(file)]
    rekeyLocker(db, NEXT)
    closeLocker(db)
    const after = readFileSync(file)
    expect(readLockerId(file)).toBe(id)
    for (let at = 0; at < Math.min(before.length, after.length); at += 4096)
      expect(after.subarray(at + 16, at + 4096)).not.toEqual(before.subarray(at + 16, at + 4096))
  })

  it('lets the locker that is open go on: it stores, verifies, and is one file in the end', async () => {
    const { db, file } = testLocker()
    rekeyLocker(db, NEXT)
    storeTask(db, releasesOf(startCollection(db, FACTS), 'api', 1))
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect((await verifyLocker(db)).firstBroken).toBeNull()
    rekeyLocker(db, KEY)
    closeLocker(db)
    closeLocker(openLocker(file, KEY))
  })

  it('has 32 bytes', () => {
    const { db } = testLocker()
    expect(() => rekeyLocker(db, Buffer.alloc(31))).toThrow(/32 bytes/)
  })
})

describe('a full disk', () => {
  it('is told in words, and what was stored before is safe', async () => {
    const { db, file } = testLocker()
    const id = startCollection(db, FACTS)
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 20}`)
    let stored = 0
    const fill = () => {
      for (; ; stored++) storeTask(db, releasesOf(id, `app-${stored}`, stored + 1))
    }
    expect(fill).toThrow(expect.objectContaining({ kind: 'disk-full' }))
    expect(stored).toBeGreaterThan(0)
    expect((await verifyLocker(db)).firstBroken).toBeNull()
    closeLocker(db)
    const again = openLocker(file, KEY)
    expect(itemsOf(again, id, 'releases')).toHaveLength(stored * 2)
    storeTask(again, releasesOf(id, `app-${stored}`, stored + 1))
    closeLocker(again)
  })
})
