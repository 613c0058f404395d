import { type Stats, statSync } from 'node:fs'
import { problem } from '../../shared/errors.ts'
import { systemWords } from '../../shared/system-words.ts'

/**
 * The facts of a file that a person names to be read. A folder cannot be read, and a device or a pipe may never end.
 * @throws Problem `cannot-read`
 */
export function ordinaryFile(path: string): Stats {
  const stats = toRead(path, () => statSync(path))
  if (stats.isFile()) return stats
  throw problem('cannot-read', {
    path,
    why: stats.isDirectory() ? 'it is a folder' : 'it is no ordinary file',
  })
}

/**
 * Does what reads a file; what the operating system refuses is told in words.
 * @throws Problem `cannot-read`
 */
export function toRead<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw problem('cannot-read', { path, why: systemWords(error) }, error)
  }
}
