import { createHash, randomBytes } from 'node:crypto'
import { access, link, lstat, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Transform, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Problem, problem } from '../../../shared/errors.ts'
import type { Sha256 } from '../../../shared/model/json.ts'
import { codeOf, writeWords } from '../../../shared/system-words.ts'

/** Turns an error of the file system into a problem that names the file; any other error stays what it is. */
export function fileProblem(error: unknown, path: string): unknown {
  const code = codeOf(error)
  if (!/^E[A-Z0-9]+$/.test(code)) return error
  if (code === 'ENOSPC' || code === 'EDQUOT') return problem('disk-full', { path }, error)
  return problem('cannot-write', { path, why: writeWords(error) }, error)
}

/** A file that is being written under a name of its own, and takes its real name only when it is whole. */
export interface NewFile {
  readonly out: Writable
  /** Rejects when writing fails, with a problem; never resolves. */
  readonly failed: Promise<never>
  /** Waits for the last byte on disk, then gives the file its name. Call after `out` has ended. */
  finish(): Promise<{ readonly bytes: number; readonly sha256: Sha256 }>
  /** Removes what was written. */
  discard(): Promise<void>
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

/** Gives the file its name without ever replacing another: a hard link where the file system has them. */
async function place(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'EEXIST' || (await exists(to))) throw problem('already-there', { path: to }, error)
    return rename(from, to)
  }
  await rm(from)
}

function alreadyThere(path: string): Problem {
  return problem('already-there', { path })
}

/** How the names of the parts of a file begin: by its name, whose length may leave no room for more. */
function partOf(file: string): string {
  return `.evidence-${createHash('sha256').update(basename(file)).digest('hex').slice(0, 12)}-`
}

/** A part that nobody has written to for so long belongs to nobody. */
const LEFT_MS = 10 * 60_000

/** Removes the parts of a file that killed exports left behind; where that is refused, they stay. */
async function removeLeft(file: string): Promise<void> {
  const [folder, begins] = [dirname(file), partOf(file)]
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    if (!name.startsWith(begins) || !name.endsWith('.part')) continue
    const left = join(folder, name)
    const facts = await lstat(left).catch(() => null)
    if (facts?.isFile() && Date.now() - facts.mtimeMs > LEFT_MS) await rm(left).catch(() => {})
  }
}

/**
 * Begins a file that only its owner can read. Throws `already-there` unless `overwrite`, `cannot-write` and
 * `disk-full`. The bytes are hashed on their way.
 */
export async function beginFile(file: string, overwrite: boolean): Promise<NewFile> {
  const there = await lstat(file).catch((error) => {
    if (codeOf(error) !== 'ENOENT') throw fileProblem(error, file)
  })
  if (there && !overwrite) throw alreadyThere(file)
  if (there?.isDirectory()) throw problem('cannot-write', { path: file, why: 'it is a folder' })
  await removeLeft(file)
  const temporary = join(dirname(file), `${partOf(file)}${randomBytes(4).toString('hex')}.part`)
  const handle = await open(temporary, 'wx', 0o600).catch((error) => {
    throw fileProblem(error, file)
  })
  const hash = createHash('sha256')
  let bytes = 0
  const out = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk)
      bytes += chunk.length
      next(null, chunk)
    },
  })
  const done = pipeline(out, handle.createWriteStream({ flush: true }))
  const failed = new Promise<never>((_resolve, reject) => {
    done.catch((error) => reject(fileProblem(error, file)))
  })
  failed.catch(() => undefined)
  return {
    out,
    failed,
    async finish() {
      await Promise.race([done, failed])
      await (overwrite ? rename(temporary, file) : place(temporary, file)).catch((error) => {
        throw fileProblem(error, file)
      })
      return { bytes, sha256: hash.digest('hex') }
    },
    async discard() {
      out.destroy()
      await done.catch(() => undefined)
      await rm(temporary, { force: true })
    },
  }
}
