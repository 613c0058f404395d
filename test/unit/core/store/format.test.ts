import { createDecipheriv, createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { closeLocker } from '../../../../electron/core/store/open.ts'
import { macKeyOf, pageFits } from '../../../../electron/core/store/page-key.ts'
import { collected, KEY, testLocker } from '../../../fakes/locker.ts'

/**
 * Decrypts a file by nothing but the published layout of SQLCipher 4: AES-256-CBC per page, 80 reserved bytes
 * (initialisation vector, HMAC-SHA512) at its end, the salt in place of the first 16 bytes.
 */
function decrypted(file: string, key: Buffer): Buffer {
  const bytes = readFileSync(file)
  const pages: Buffer[] = []
  for (let at = 0; at < bytes.length; at += 4096) {
    const [from, end] = [at === 0 ? 16 : at, at + 4096 - 80]
    const cipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(end, end + 16)).setAutoPadding(false)
    if (at === 0) pages.push(Buffer.from('SQLite format 3\0'))
    pages.push(cipher.update(bytes.subarray(from, end)), cipher.final(), Buffer.alloc(80))
  }
  return Buffer.concat(pages)
}

describe("a locker's file", () => {
  it('is SQLCipher 4: another program that has the key decrypts it and reads the evidence', () => {
    const { db, file, folder } = testLocker()
    collected(db)
    closeLocker(db)
    const plain = join(folder, 'plain.db')
    writeFileSync(plain, decrypted(file, KEY))
    const reader = new DatabaseSync(plain, { readOnly: true })
    expect(reader.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
    const rows = reader.prepare('select hash, body from content').all()
    expect(rows).toHaveLength(6)
    for (const { hash, body } of rows)
      expect(Buffer.from(hash as Uint8Array)).toEqual(createHash('sha256').update(String(body)).digest())
    reader.close()
  })

  it('proves each page with the key, and with no other', () => {
    const { db, file } = testLocker()
    closeLocker(db)
    const bytes = readFileSync(file)
    const macKey = macKeyOf(KEY, bytes.subarray(0, 16))
    const other = macKeyOf(Buffer.alloc(32, 1), bytes.subarray(0, 16))
    for (let number = 1; number <= bytes.length / 4096; number++) {
      const page = bytes.subarray((number - 1) * 4096, number * 4096)
      expect(pageFits(page, number, macKey)).toBe(true)
      expect(pageFits(page, number, other)).toBe(false)
      expect(pageFits(page, number + 1, macKey)).toBe(false)
    }
    expect(pageFits(bytes.subarray(0, 4000), 1, macKey)).toBe(false)
  })
})
