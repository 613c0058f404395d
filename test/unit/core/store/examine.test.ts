import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { itemsOf } from '../../../../electron/core/store/evidence.ts'
import { examine } from '../../../../electron/core/store/examine.ts'
import { closeLocker, openLocker } from '../../../../electron/core/store/open.ts'
import type { ProblemKind } from '../../../../shared/errors.ts'
import { collected, KEY, testFolder, testLocker } from '../../../fakes/locker.ts'

const kindOf = (kind: ProblemKind) => expect.objectContaining({ kind })
const OTHER = Buffer.alloc(32, 3)

/** What a power cut leaves of an open locker: its file and its write-ahead log. */
function cut(): { readonly file: string; readonly id: number } {
  const { db, file } = testLocker()
  const id = collected(
    db,
    Array.from({ length: 60 }, (_, n) => `app-${n}`),
  )
  const left = join(testFolder(), 'left.locker')
  for (const end of ['', '-wal']) copyFileSync(file + end, left + end)
  return { file: left, id }
}

function spoil(file: string, at: number): void {
  const bytes = readFileSync(file)
  bytes.fill(0xff, at, at + 100)
  writeFileSync(file, bytes)
}

describe('what a power cut leaves', () => {
  it('opens with everything that was committed', () => {
    const { file, id } = cut()
    expect(() => openLocker(file, OTHER)).toThrow(kindOf('wrong-key'))
    const db = openLocker(file, KEY)
    expect(itemsOf(db, id, 'releases')).toHaveLength(120)
    closeLocker(db)
  })

  it('opens although the first page was half written, where the log still has it', () => {
    const { file, id } = cut()
    spoil(file, 2000)
    expect(() => openLocker(file, OTHER)).toThrow(kindOf('wrong-key'))
    const db = openLocker(file, KEY)
    expect(itemsOf(db, id, 'releases')).toHaveLength(120)
    closeLocker(db)
  })

  it('is damaged when the first page is broken and no log has it', () => {
    const { db, file } = testLocker()
    closeLocker(db)
    spoil(file, 2000)
    expect(() => openLocker(file, KEY)).toThrow(kindOf('locker-damaged'))
    expect(() => openLocker(file, OTHER)).toThrow(kindOf('wrong-key'))
  })

  it('opens beside a rollback journal that says nothing, which is then removed', () => {
    const { db, file, folder } = testLocker()
    closeLocker(db)
    for (const journal of [Buffer.alloc(0), Buffer.alloc(5000), Buffer.from('d9d505f920a163d7', 'hex')]) {
      writeFileSync(`${file}-journal`, journal)
      closeLocker(openLocker(file, KEY))
      expect(readdirSync(folder)).toEqual(['acme.locker'])
    }
  })
})

describe('a locker that this process has open', () => {
  it('is said to be open without its file being touched, by whatever path', () => {
    const { db, file, folder } = testLocker()
    for (const path of [file, join(folder, '.', 'x', '..', 'acme.locker')])
      expect(() => examine(path, KEY)).toThrow(kindOf('locker-busy'))
    db.close()
    closeLocker(openLocker(file, KEY))
  })
})
