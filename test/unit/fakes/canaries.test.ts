import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as zlib from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { closeLocker } from '../../../electron/core/store/open.ts'
import { CANARY, canariesInFolder, canariesInLocker, hasCanary } from '../../fakes/canaries.ts'
import { testLocker } from '../../fakes/locker.ts'

const hexOf = (text: string) => Buffer.from(text).toString('hex')

/** A zip of one packed member, whose directory says nothing of it. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = zlib.deflateRawSync(content)
  const head = Buffer.alloc(30)
  head.write('PK\x03\x04', 'latin1')
  head.writeUInt16LE(8, 8)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, Buffer.from(name), packed, Buffer.from('PK\x05\x06and the rest')])
}

describe('the search for planted secrets', () => {
  const secret = Buffer.from(`{"token":"${CANARY}-1"}`)

  const hidden: readonly (readonly [where: string, blob: Buffer])[] = [
    ['as it is', secret],
    ['in small letters, as an index folds it', Buffer.from('the canary-1 of app 7')],
    ['in mixed letters', Buffer.from('Canary')],
    ['in UTF-16', Buffer.from(secret.toString(), 'utf16le')],
    ['in UTF-16 the other way round', Buffer.from(secret.toString(), 'utf16le').swap16()],
    ['in hexadecimal', Buffer.from(hexOf('my canary'))],
    ['in hexadecimal of large letters', Buffer.from(hexOf('my CANARY').toUpperCase())],
    ...[0, 1, 2].flatMap((before) => {
      const bytes = Buffer.from(`${'??>'.slice(0, before)}${CANARY}~?`)
      return [
        [`in base64 after ${before} letters`, Buffer.from(`token ${bytes.toString('base64')}`)] as const,
        [`in base64url after ${before} letters`, Buffer.from(bytes.toString('base64url'))] as const,
        [
          `in base64 of small letters after ${before}`,
          Buffer.from(Buffer.from(bytes.toString().toLowerCase()).toString('base64')),
        ] as const,
        [
          `in base64 of UTF-16 after ${before}`,
          Buffer.from(
            Buffer.concat([Buffer.alloc(before), Buffer.from(CANARY, 'utf16le')]).toString('base64'),
          ),
        ] as const,
      ]
    }),
    ['URL-encoded', Buffer.from('?token=%43%41NA%52Y')],
    ['quoted-printable', Buffer.from('=43ANARY')],
    ['escaped in JSON', Buffer.from('"\\u0043\\u0041NARY"')],
    ['as entities', Buffer.from('&#67;&#x41;NARY')],
    ['in zstd', zlib.zstdCompressSync(secret)],
    ['in raw deflate', zlib.deflateRawSync(secret)],
    ['in zlib', zlib.deflateSync(secret)],
    ['in gzip', zlib.gzipSync(secret)],
    [
      'in gzip after other bytes and before others',
      Buffer.concat([Buffer.from('head'), zlib.gzipSync(secret), Buffer.from('tail')]),
    ],
    ['in a zip', zipOf('xl/sharedStrings.xml', secret)],
    [
      'in a zip in a zip, base64 in UTF-16',
      zipOf('acme.xlsx', zipOf('a.xml', Buffer.from(secret.toString('base64'), 'utf16le'))),
    ],
  ]

  it.each(hidden)('finds one %s', (_, blob) => {
    expect(hasCanary(blob)).toBe(true)
  })

  it('finds none where none is', () => {
    for (const text of ['nothing here', 'can ary', 'Q0FOQ', 'CANAR', hexOf('CANAR')])
      expect([text, hasCanary(Buffer.from(text))]).toEqual([text, false])
    expect(hasCanary(zlib.gzipSync('nothing here')), 'gzip').toBe(false)
    expect(hasCanary(zipOf('a.xml', Buffer.from('nothing here'))), 'zip').toBe(false)
  })

  it('finds one in a file below a folder, and one in its name', () => {
    const folder = mkdtempSync(join(tmpdir(), 'planted-'))
    mkdirSync(join(folder, 'below'))
    writeFileSync(join(folder, 'below', 'crash.log'), secret)
    writeFileSync(join(folder, 'canary.txt'), 'nothing')
    const { files, found } = canariesInFolder(folder)
    expect([files, [...found].sort()]).toEqual([2, [join('below', 'crash.log'), 'canary.txt']])
    rmSync(folder, { recursive: true, force: true })
  })

  it('finds one in the words of a full-text index that stands in no cell', () => {
    const { db } = testLocker()
    db.exec("insert into evidence_fts (rowid, subject, body) values (999999, 'x', 'canaries canary canaria')")
    const { found } = canariesInLocker(db)
    closeLocker(db)
    expect(found).toContain('words of evidence_fts')
  })

  it('finds one in a cell of a locker', () => {
    const { db } = testLocker()
    db.prepare('insert into journal (seq, at, actor, action, detail, hash) values (?, ?, ?, ?, ?, ?)').run(
      999_999,
      '2026-01-01T00:00:00.000Z',
      'x',
      'x.y',
      `{"token":"${CANARY}"}`,
      Buffer.alloc(32),
    )
    const { found } = canariesInLocker(db)
    closeLocker(db)
    expect(found).toEqual(['journal.detail'])
  })
})
