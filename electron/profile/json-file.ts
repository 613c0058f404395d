import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ZodType } from 'zod'
import { problem } from '../../shared/errors.ts'
import { firstFault } from '../../shared/issue-words.ts'
import { codeOf, systemWords } from '../../shared/system-words.ts'

/**
 * Reads a small JSON file and checks its shape; `empty` where there is none. A file that is no JSON or has
 * another shape is `profile-damaged`: it is never taken for empty, so that nothing writes over it.
 */
export async function readJson<T>(file: string, schema: ZodType<T>, empty: T): Promise<T> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return empty
    throw problem('cannot-read', { path: file, why: systemWords(error) }, error)
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw problem('profile-damaged', { file, what: 'it is no JSON' })
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw problem('profile-damaged', { file, what: firstFault(parsed.error, 'its whole') })
}

/**
 * Writes a small JSON file so that at any moment either the old or the new text is there, readable by its owner
 * only. Throws `cannot-write` or `disk-full`.
 */
export async function writeJson(file: string, value: unknown): Promise<void> {
  const part = `${file}.${randomUUID()}.part`
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    const handle = await open(part, 'wx', 0o600)
    try {
      await handle.writeFile(`${JSON.stringify(value, null, 2)}\n`)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true }).catch(() => {})
    if (codeOf(error) === 'ENOSPC') throw problem('disk-full', { path: file }, error)
    throw problem('cannot-write', { path: file, why: systemWords(error) }, error)
  }
}
