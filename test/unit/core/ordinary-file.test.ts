import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ordinaryFile, toRead } from '../../../electron/core/ordinary-file.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ordinary-'))
  mkdirSync(join(folder, 'ein Ordner mit ü'))
  writeFileSync(join(folder, 'a\nb.csv'), 'abc')
  symlinkSync('loop2', join(folder, 'loop1'))
  symlinkSync('loop1', join(folder, 'loop2'))
  symlinkSync('a\nb.csv', join(folder, 'link.csv'))
  spawnSync('mkfifo', [join(folder, 'pipe')])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a file that a person names', () => {
  it.each(['a\nb.csv', 'link.csv'])('may have an odd name or be a link: %j', (name) => {
    expect(ordinaryFile(join(folder, name)).size).toBe(3)
  })

  it.each([
    ['ein Ordner mit ü', 'it is a folder'],
    ['loop1', 'its links lead in a circle'],
    ['not there', 'no such file or folder'],
    ['link.csv/x', 'its folder is a file'],
    ['x'.repeat(300), 'the name is too long'],
    ['pipe', 'it is no ordinary file'],
  ])('and cannot be read is told with the reason in words: %s', (name, why) => {
    expect(() => ordinaryFile(join(folder, name))).toThrow(
      expect.objectContaining({ kind: 'cannot-read', what: `${join(folder, name)} cannot be read (${why})` }),
    )
  })

  it('may turn out unreadable later; what is no matter of the system stays what it is', () => {
    expect(() => toRead(folder, () => readFileSync(folder))).toThrow('cannot be read (it is a folder): check')
    const other = new Error('other')
    expect(() =>
      toRead(folder, () => {
        throw other
      }),
    ).toThrow(other)
  })
})
