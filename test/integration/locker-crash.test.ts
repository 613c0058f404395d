import { copyFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import {
  endCollection,
  getCollection,
  newestResumable,
  resumeCollection,
  startCollection,
} from '../../electron/core/store/collections.ts'
import { itemsOf } from '../../electron/core/store/evidence.ts'
import { closeLocker, openLocker, readLockerId } from '../../electron/core/store/open.ts'
import { storeTask, taskDone } from '../../electron/core/store/tasks.ts'
import { verifyLocker } from '../../electron/core/store/verify.ts'
import type { ProblemKind } from '../../shared/errors.ts'
import { killedAfter } from '../fakes/killed.ts'
import { collected, FACTS, KEY, releasesOf, testLocker } from '../fakes/locker.ts'

const kindOf = (kind: ProblemKind) => expect.objectContaining({ kind })
const END = { state: 'complete', finishedAt: '2026-11-01T10:00:00.000Z', clockOffsetMs: null } as const

/** A closed locker with a collection that was begun. */
function begun(): { readonly file: string; readonly folder: string } {
  const { db, file, folder } = testLocker()
  startCollection(db, FACTS)
  closeLocker(db)
  return { file, folder }
}

describe('a process that is killed while it collects', () => {
  it('loses nothing that was stored, and the next one goes on to the same evidence', async () => {
    const { file } = begun()
    const stored = new Set<string>()
    for (let round = 0; round < 8; round++) {
      const told = await killedAfter([file, 'collect'], () => sleep(Math.random() * 60))
      for (const key of told.slice(1)) stored.add(key)
    }
    expect(stored.size).toBeGreaterThan(0)
    const db = openLocker(file, KEY)
    const id = newestResumable(db)?.id ?? 0
    for (const key of stored) expect(taskDone(db, id, key), key).toBe(true)
    expect((await verifyLocker(db)).firstBroken).toBeNull()
    resumeCollection(db, id, 'ana@laptop')
    const apps = Array.from({ length: stored.size + 20 }, (_, n) => `app-${n}`)
    for (const [n, app] of apps.entries())
      if (!taskDone(db, id, `app-releases:app:${app}`)) storeTask(db, releasesOf(id, app, n + 1))
    endCollection(db, id, END)
    expect((await verifyLocker(db)).firstBroken).toBeNull()

    const calm = testLocker()
    const undisturbed = collected(calm.db, apps)
    expect(getCollection(db, id)?.digest).toBe(getCollection(calm.db, undisturbed)?.digest)
    expect(itemsOf(db, id, 'releases')).toEqual(itemsOf(calm.db, undisturbed, 'releases'))
    closeLocker(db)
  })

  it('leaves a write-ahead log that a wrong key does not harm', async () => {
    const { file, folder } = begun()
    const copy = join(folder, 'copy.locker')
    await killedAfter([file, 'collect'], async (told) => {
      while (told.length < 5) await sleep(5)
    })
    expect(readdirSync(folder)).toContain('acme.locker-wal')
    for (const end of ['', '-wal']) copyFileSync(file + end, copy + end)
    expect(() => openLocker(copy, Buffer.alloc(32, 3))).toThrow(kindOf('wrong-key'))
    const db = openLocker(copy, KEY)
    expect(taskDone(db, 1, 'app-releases:app:app-3')).toBe(true)
    closeLocker(db)
    expect(readdirSync(folder)).not.toContain('copy.locker-wal')
  })
})

describe('a locker that is open in another process', () => {
  it('is said to be so whatever that process did, and can be opened once it is gone', async () => {
    const { file } = begun()
    await killedAfter([file, 'hold'], () => {
      expect(() => openLocker(file, KEY)).toThrow(kindOf('locker-busy'))
      expect(() => openLocker(file, Buffer.alloc(32, 3))).toThrow(kindOf('wrong-key'))
    })
    closeLocker(openLocker(file, KEY))
  })

  it('is said to be so within one process as well', () => {
    const { db, file } = testLocker()
    expect(() => openLocker(file, KEY)).toThrow(kindOf('locker-busy'))
    closeLocker(db)
  })
})

describe('a process that is killed while it changes the key', () => {
  it('leaves a locker that opens with exactly one of the two keys, under the same identity', async () => {
    const { db, file, folder } = testLocker()
    collected(
      db,
      Array.from({ length: 150 }, (_, n) => `app-${n}`),
    )
    closeLocker(db)
    const id = readLockerId(file)
    const keys: [Buffer, Buffer] = [KEY, Buffer.alloc(32, 9)]
    for (let round = 0; round < 8; round++) {
      const [now, next] = keys
      const words = [file, 'rekey', now.toString('hex'), next.toString('hex')]
      const told = await killedAfter(words, () => sleep(Math.random() * 120))
      const opening = [now, next].filter((key) => {
        try {
          closeLocker(openLocker(file, key))
          return true
        } catch (error) {
          expect(error).toEqual(kindOf('wrong-key'))
          return false
        }
      })
      expect(opening).toHaveLength(1)
      if (told.includes('rekeyed')) expect(opening).toEqual([next])
      if (opening[0] === next) keys.reverse()
      expect(readLockerId(file)).toBe(id)
      const again = openLocker(file, keys[0])
      expect((await verifyLocker(again)).firstBroken).toBeNull()
      closeLocker(again)
      expect(readdirSync(folder)).toEqual(['acme.locker'])
    }
  })
})
