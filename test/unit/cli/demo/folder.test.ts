import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clearFolder, type DemoFiles, demoFiles, writeNote } from '../../../../electron/cli/demo/folder.ts'

let folder = ''
let files: DemoFiles

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-folder-'))
  files = demoFiles(folder)
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Leaves what a demo leaves; answers the id of its locker. */
function leaveDemo(running: number | null = null): string {
  const locker = randomBytes(64)
  const workbook = randomBytes(100)
  writeFileSync(files.locker, locker)
  writeFileSync(files.workbook, workbook)
  const lockerId = locker.subarray(0, 16).toString('hex')
  const workbookSha256 = createHash('sha256').update(workbook).digest('hex')
  writeNote(files, { running, lockerId, workbookSha256 })
  return lockerId
}

describe('clearFolder', () => {
  it('makes the folder, and notes who is at work there', () => {
    const deeper = demoFiles(join(folder, 'a', 'b'))
    expect(clearFolder(deeper)).toBeNull()
    expect(JSON.parse(readFileSync(join(folder, 'a', 'b', 'demo.json'), 'utf8'))).toMatchObject({
      running: process.pid,
    })
  })

  it('removes what an earlier demo left, its log included, and nothing else', () => {
    const lockerId = leaveDemo()
    writeFileSync(`${files.locker}-wal`, 'pages of a demo that was killed')
    writeFileSync(join(folder, 'mine.xlsx'), 'mine')
    expect(clearFolder(files)).toBe(lockerId)
    expect(readdirSync(folder).toSorted()).toEqual(['demo.json', 'mine.xlsx'])
  })

  it.each(['locker', 'workbook'] as const)('refuses a %s that is not the one a demo made', (which) => {
    leaveDemo()
    writeFileSync(files[which], 'something that a person put here in its place')
    expect(() => clearFolder(files)).toThrow(`${files[which]} already exists`)
    expect(existsSync(files.locker) && existsSync(files.workbook)).toBe(true)
  })

  it('refuses a note that is not a demo’s own', () => {
    writeFileSync(join(folder, 'demo.json'), '{"my": "configuration"}')
    expect(() => clearFolder(files)).toThrow('demo.json already exists')
    writeFileSync(join(folder, 'demo.json'), 'no JSON at all')
    expect(() => clearFolder(files)).toThrow('demo.json already exists')
  })

  it('waits for no demo that has died, but does not disturb one at work', () => {
    leaveDemo(process.pid)
    expect(() => clearFolder(files)).toThrow('is open in another window or command')
    leaveDemo(2 ** 30)
    expect(clearFolder(files)).not.toBeNull()
  })
})
