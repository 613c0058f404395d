import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listCollections, startCollection } from '../../../../electron/core/store/collections.ts'
import { journalPage } from '../../../../electron/core/store/journal.ts'
import { fingerprintKey, lockerInfo } from '../../../../electron/core/store/locker.ts'
import { closeLocker, createLocker, openLocker, readLockerId } from '../../../../electron/core/store/open.ts'
import { verifyLocker } from '../../../../electron/core/store/verify.ts'
import type { ProblemKind } from '../../../../shared/errors.ts'
import {
  BIRTH,
  collected,
  ENGAGEMENT,
  FACTS,
  KEY,
  otherTool,
  testFolder,
  testLocker,
} from '../../../fakes/locker.ts'

const kindOf = (kind: ProblemKind) => expect.objectContaining({ kind })

describe('a new locker', () => {
  it('describes itself and begins its journal', () => {
    const { db, file } = testLocker()
    expect(lockerInfo(db)).toMatchObject({
      id: readLockerId(file),
      file,
      createdBy: '0.1.0',
      engagement: ENGAGEMENT,
      counts: { collections: 0, evidence: 0, sightings: 0, events: 0, journal: 1 },
    })
    const [first] = journalPage(db, null, 10).rows
    expect(first).toMatchObject({ seq: 1, actor: 'ana@laptop', action: 'locker.created' })
    expect(first?.detail).toEqual({ appVersion: '0.1.0', engagement: ENGAGEMENT })
    expect(fingerprintKey(db)).toHaveLength(32)
  })

  it('is exactly one file once closed, which only its owner may read', () => {
    const { db, file, folder } = testLocker()
    collected(db)
    closeLocker(db)
    expect(readdirSync(folder)).toEqual(['acme.locker'])
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('holds nothing in the clear but its salt', () => {
    const { db, file } = testLocker()
    collected(db)
    for (const end of ['', '-wal']) {
      const bytes = readFileSync(file + end)
      for (const text of ['SQLite format 3', 'releases', 'ben@example.com', 'Acme', 'create table'])
        expect(bytes.includes(text), `${text} in ${end || 'the file'}`).toBe(false)
    }
  })

  it('has a fingerprint key and an identity of its own', () => {
    const [one, other] = [testLocker(), testLocker()]
    expect(fingerprintKey(one.db)).not.toEqual(fingerprintKey(other.db))
    expect(readLockerId(one.file)).not.toBe(readLockerId(other.file))
  })

  it('never takes the place of a file that is there', () => {
    const file = join(testFolder(), 'notes.locker')
    writeFileSync(file, 'mine')
    expect(() => createLocker(file, KEY, BIRTH)).toThrow(kindOf('already-there'))
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })

  it('leaves nothing behind where it cannot be made', () => {
    const folder = testFolder()
    writeFileSync(join(folder, 'file'), '')
    expect(() => createLocker(join(folder, 'missing', 'a.locker'), KEY, BIRTH)).toThrow(
      kindOf('cannot-write'),
    )
    expect(() => createLocker(join(folder, 'file', 'a.locker'), KEY, BIRTH)).toThrow(kindOf('cannot-write'))
    expect(() => createLocker(join(folder, 'b.locker'), Buffer.alloc(5), BIRTH)).toThrow(/32 bytes/)
    expect(readdirSync(folder)).toEqual(['file'])
  })

  it('sweeps what a creation left whose process died, and nothing else', () => {
    const folder = testFolder()
    const dead = '.a.locker.new-999999999'
    for (const name of [dead, `${dead}-wal`, '.b.locker.new-999999999', `.a.locker.new-${process.ppid}`])
      writeFileSync(join(folder, name), '')
    closeLocker(createLocker(join(folder, 'a.locker'), KEY, BIRTH))
    expect(readdirSync(folder).sort()).toEqual([
      `.a.locker.new-${process.ppid}`,
      '.b.locker.new-999999999',
      'a.locker',
    ])
  })
})

describe('opening', () => {
  it('finds everything again', () => {
    const { db, file } = testLocker()
    const id = collected(db)
    const before = lockerInfo(db)
    closeLocker(db)
    const again = openLocker(file, KEY)
    expect(lockerInfo(again)).toEqual({ ...before, bytes: expect.any(Number) })
    expect(listCollections(again).map((collection) => collection.id)).toEqual([id])
    closeLocker(again)
  })

  it('calls a collection interrupted that was running when its process died', () => {
    const { db, file } = testLocker()
    startCollection(db, FACTS)
    closeLocker(db)
    const again = openLocker(file, KEY)
    expect(listCollections(again)).toMatchObject([{ id: 1, state: 'interrupted', digest: null }])
    expect(journalPage(again, null, 10).rows.at(-1)).toMatchObject({ action: 'collection.interrupted' })
    closeLocker(again)
  })

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['a few bytes', Buffer.from('locker')],
    ['a text', Buffer.from('Evidence, evidence. '.repeat(600))],
    ['random bytes of odd length', randomBytes(10_000)],
    ['a Zip archive of whole pages', Buffer.concat([Buffer.from('PK\u0003\u0004'), randomBytes(8188)])],
    ['a page of zeros', Buffer.alloc(8192)],
  ])('says that %s is no locker', (_, bytes) => {
    const file = join(testFolder(), 'x.locker')
    writeFileSync(file, bytes)
    expect(() => openLocker(file, KEY)).toThrow(kindOf('not-a-locker'))
    expect(readFileSync(file)).toEqual(bytes)
  })

  it('says that a plain SQLite database is no locker', () => {
    const { db, file } = testLocker()
    closeLocker(db)
    const plain = otherTool(file)
    plain.pragma('journal_mode = DELETE')
    plain.pragma("rekey = ''")
    plain.close()
    expect(readFileSync(file, 'latin1')).toMatch(/^SQLite format 3/)
    expect(() => openLocker(file, KEY)).toThrow(kindOf('not-a-locker'))
  })

  it('says that an encrypted database of another app is no locker', () => {
    const { db, file } = testLocker()
    closeLocker(db)
    const other = otherTool(file)
    other.pragma('application_id = 42')
    other.close()
    expect(() => openLocker(file, KEY)).toThrow(kindOf('not-a-locker'))
  })

  it('says that a key does not fit, or that the file is no locker, where nobody can tell', () => {
    const { db, file, folder } = testLocker()
    closeLocker(db)
    const noise = join(folder, 'noise.locker')
    writeFileSync(noise, randomBytes(8192))
    for (const [name, key] of [
      [file, Buffer.alloc(32, 8)],
      [file, Buffer.alloc(3)],
      [noise, KEY],
    ] as const)
      expect(() => openLocker(name, key)).toThrow(kindOf('wrong-key'))
    expect(() => openLocker(noise, KEY)).toThrow(/noise\.locker, or the file is no locker/)
  })

  it('says that there is no such file, that it is a folder, that it may not be read', () => {
    const folder = testFolder()
    mkdirSync(join(folder, 'dir.locker'))
    for (const name of ['none.locker', 'dir.locker'])
      expect(() => openLocker(join(folder, name), KEY)).toThrow(kindOf('cannot-read'))
    expect(() => readLockerId(join(folder, 'none.locker'))).toThrow(/no such file or folder/)
    expect(existsSync(join(folder, 'none.locker'))).toBe(false)
  })

  it('says that it was made by a newer version, and does not touch it', () => {
    const { db, file } = testLocker()
    closeLocker(db)
    const newer = otherTool(file)
    newer.pragma('user_version = 900')
    newer.close()
    expect(() => openLocker(file, KEY)).toThrow(/format 900/)
    expect(() => openLocker(file, KEY)).toThrow(kindOf('locker-newer'))
  })

  it.each([
    ['in the first page', 200],
    ['in the second page', 4096 + 100],
    ['in the last page', -100],
  ])('tells of one flipped bit %s, when opened or when verified', async (_, where) => {
    const { db, file } = testLocker()
    collected(db)
    closeLocker(db)
    const bytes = readFileSync(file)
    const at = where < 0 ? bytes.length + where : where
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(file, bytes)
    expect(await damage(file)).toMatch(/damaged|page \d+ does not fit its checksum/)
  })

  it('tells of a file that was cut off', async () => {
    const { db, file } = testLocker()
    collected(db)
    closeLocker(db)
    for (const cut of [4096, 1000]) {
      writeFileSync(file, readFileSync(file).subarray(0, -cut))
      expect(await damage(file)).toMatch(/damaged|cannot be read|does not fit/)
    }
  })
})

async function damage(file: string): Promise<string> {
  try {
    const db = openLocker(file, KEY)
    const { firstBroken } = await verifyLocker(db)
    db.close()
    return `${firstBroken?.entry} ${firstBroken?.what}`
  } catch (error) {
    return String(error)
  }
}
