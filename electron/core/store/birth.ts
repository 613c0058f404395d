import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { problem } from '../../../shared/errors.ts'
import { codeOf, systemWords } from '../../../shared/system-words.ts'
import { asProblem } from './sqlite-problem.ts'

const SIDE_FILES = ['', '-wal', '-shm', '-journal']

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** Removes what creations of the same locker left behind whose process has died. */
function sweep(file: string): void {
  const stem = `.${basename(file)}.new-`
  for (const name of readdirSync(dirname(file))) {
    const pid = name.startsWith(stem) ? Number(/^\d+/.exec(name.slice(stem.length))?.[0]) : Number.NaN
    if (Number.isInteger(pid) && !isAlive(pid)) rmSync(join(dirname(file), name), { force: true })
  }
}

/**
 * Makes an empty file, readable by its owner only, beside the place where a locker is going to appear, and
 * answers its name. Throws `already-there`, `cannot-write` or `disk-full`.
 */
export function prepareBirth(file: string): string {
  // A log that a deleted locker left behind would be taken for a part of the new one.
  for (const end of SIDE_FILES)
    if (existsSync(file + end)) throw problem('already-there', { path: file + end })
  const part = join(dirname(file), `.${basename(file)}.new-${process.pid}`)
  try {
    sweep(file)
    closeSync(openSync(part, 'wx', 0o600))
    return part
  } catch (error) {
    const known = asProblem(error, file)
    throw known === error ? problem('cannot-write', { path: file, why: systemWords(error) }, error) : known
  }
}

/** Gives the finished file its name unless that is taken, and makes the name last through a power cut. */
export function appearAs(part: string, file: string): void {
  try {
    linkSync(part, file)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw problem('already-there', { path: file }, error)
    if (existsSync(file)) throw problem('already-there', { path: file }, error)
    renameSync(part, file)
  }
  rmSync(part, { force: true })
  if (process.platform === 'win32') return
  const folder = openSync(dirname(file), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

/** Removes what is left of a creation that did not come to its end. */
export function removeBirth(part: string): void {
  for (const end of SIDE_FILES) rmSync(part + end, { force: true })
}
