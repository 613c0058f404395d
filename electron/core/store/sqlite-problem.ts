import { isProblem, problem } from '../../../shared/errors.ts'
import { codeOf } from '../../../shared/system-words.ts'

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
