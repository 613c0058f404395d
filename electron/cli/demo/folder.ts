import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { problem } from '../../../shared/errors.ts'
import { readLockerId } from '../../core/store/open.ts'

/** Files that a demo leaves. */
export interface DemoFiles {
  readonly folder: string
  readonly locker: string
  readonly workbook: string
}

/** What a demo notes in its folder, so that the next one knows which files are a demo's. */
interface Note {
  readonly madeBy: typeof MADE_BY
  /** Process that is at work in the folder; null once it has ended. */
  readonly running: number | null
  readonly lockerId: string | null
  readonly workbookSha256: string | null
}

const MADE_BY = 'npm run demo'
const SIDE_FILES = ['', '-wal', '-shm', '-journal']

/** Names of a demo's files in a folder. */
export function demoFiles(folder: string): DemoFiles {
  return { folder, locker: join(folder, 'demo.locker'), workbook: join(folder, 'demo.xlsx') }
}

/**
 * Makes the folder ready: removes the files of an earlier demo, and nothing else. Answers the id of the locker
 * that was removed, or null. Throws `already-there` for a file that no demo made or that was changed since, and
 * `locker-busy` while another demo is at work there.
 */
export function clearFolder(files: DemoFiles): string | null {
  mkdirSync(files.folder, { recursive: true })
  const note = readNote(files)
  if (note?.running && isAlive(note.running)) throw problem('locker-busy', { file: files.locker })
  const lockerId = existsSync(files.locker) ? readLockerId(files.locker) : null
  if (lockerId !== null && lockerId !== note?.lockerId) throw problem('already-there', { path: files.locker })
  const workbook = existsSync(files.workbook) ? sha256Of(files.workbook) : null
  if (workbook !== null && workbook !== note?.workbookSha256)
    throw problem('already-there', { path: files.workbook })
  for (const end of SIDE_FILES) if (lockerId !== null) rmSync(files.locker + end, { force: true })
  if (workbook !== null) rmSync(files.workbook)
  writeNote(files, { running: process.pid, lockerId: null, workbookSha256: null })
  return lockerId
}

/** Notes which files in the folder are the demo's. */
export function writeNote(files: DemoFiles, note: Omit<Note, 'madeBy'>): void {
  writeFileSync(noteOf(files), `${JSON.stringify({ madeBy: MADE_BY, ...note }, null, 2)}\n`)
}

function noteOf(files: DemoFiles): string {
  return join(files.folder, 'demo.json')
}

function readNote(files: DemoFiles): Note | null {
  if (!existsSync(noteOf(files))) return null
  try {
    const note = JSON.parse(readFileSync(noteOf(files), 'utf8')) as Note
    if (note.madeBy === MADE_BY) return note
  } catch {}
  throw problem('already-there', { path: noteOf(files) })
}

function sha256Of(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
