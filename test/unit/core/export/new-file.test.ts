import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { beginFile } from '../../../../electron/core/export/new-file.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'new-file-'))
  mkdirSync(join(folder, 'below'))
  symlinkSync('loop2', join(folder, 'loop1'))
  symlinkSync('loop1', join(folder, 'loop2'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a file that is begun', () => {
  it('takes its name when it is whole, however odd the name', async () => {
    const path = join(folder, 'below', 'be\nricht ü.xlsx')
    const file = await beginFile(path, false)
    file.out.end('all of it')
    expect((await file.finish()).bytes).toBe(9)
    expect(readFileSync(path, 'utf8')).toBe('all of it')
  })

  it('removes what a killed export left of the same file, and nothing that is still written', async () => {
    const path = join(folder, 'a.xlsx')
    const [killed, going] = [await beginFile(path, false), await beginFile(path, false)]
    const parts = () => readdirSync(folder).filter((name) => name.endsWith('.part'))
    const [old = ''] = parts()
    const long = new Date(Date.now() - 3_600_000)
    for (const name of [old, 'own.part', '.evidence-x.part']) {
      if (name !== old) writeFileSync(join(folder, name), 'x')
      utimesSync(join(folder, name), long, long)
    }
    const other = await beginFile(join(folder, 'b.xlsx'), false)
    expect(parts()).toContain(old)
    const again = await beginFile(path, false)
    expect(parts()).not.toContain(old)
    expect(parts()).toEqual(expect.arrayContaining(['own.part', '.evidence-x.part']))
    expect(parts()).toHaveLength(5)
    for (const file of [killed, going, other, again]) await file.discard()
  })

  it.each([
    ['a name that is too long', `${'x'.repeat(300)}.xlsx`, false, 'cannot-write', 'the name is too long'],
    ['a link in a circle', 'loop1', false, 'already-there', 'already exists'],
    ['a way in a circle', 'loop1/a.xlsx', false, 'cannot-write', 'its links lead in a circle'],
    ['a folder', 'below', false, 'already-there', 'already exists'],
    ['a folder to replace', 'below', true, 'cannot-write', 'it is a folder'],
  ])('is refused before anything is written to it: %s', async (_, name, overwrite, kind, why) => {
    const before = readdirSync(folder)
    const failure = beginFile(join(folder, name), overwrite)
    await expect(failure).rejects.toMatchObject({ kind, what: expect.stringContaining(why) })
    expect(readdirSync(folder)).toEqual(before)
  })
})
