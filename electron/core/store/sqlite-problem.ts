import { isProblem, problem } from '../../../shared/errors.ts'

const SYSTEM_WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'the disk is read-only',
  EISDIR: 'it is a folder',
  ENOTDIR: 'its folder is a file',
  ENAMETOOLONG: 'the name is too long',
}

/** The `code` of an error of SQLite or of the operating system, or an empty text. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** Why the operating system refused, in words; falls back to its code. */
export function systemWords(error: unknown): string {
  const code = codeOf(error)
  return SYSTEM_WORDS[code] ?? (code || 'unknown reason')
}

/**
 * Turns what SQLite or the disk throws into the Problem that a person can act on; anything else is returned
 * as it is. `file` is the locker that was worked on.
 */
export function asProblem(error: unknown, file: string): unknown {
  if (isProblem(error)) return error
  const code = codeOf(error)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return problem('disk-full', { path: file }, error)
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return problem('locker-damaged', { file, what: 'a page does not fit its checksum' }, error)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return problem('locker-busy', { file }, error)
  if (code.startsWith('SQLITE_READONLY'))
    return problem('cannot-write', { path: file, why: 'it is read-only' }, error)
  if (code === 'SQLITE_CANTOPEN')
    return problem('cannot-read', { path: file, why: 'the file cannot be opened' }, error)
  if (code.startsWith('SQLITE_IOERR'))
    return problem('cannot-write', { path: file, why: 'the disk reports an error' }, error)
  return error
}
