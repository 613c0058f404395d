import { isProblem, type Problem, problem } from '../../shared/errors.ts'
import { codeOf, systemWords } from '../../shared/system-words.ts'
import { EXIT, type ExitCode } from './command.ts'
import { plain } from './screen-text.ts'

/** What a person or a script is told about an error: one sentence, or one JSON document, and an exit code. */
export interface Failure {
  readonly sentence: string
  readonly document: {
    readonly error: { readonly kind: string; readonly what: string; readonly remedy: string }
  }
  readonly exit: ExitCode
}

/** Turns whatever was thrown into what is shown. An error that nobody foresaw is told as such, without its stack. */
export function failureOf(thrown: unknown): Failure {
  const told = isProblem(thrown) ? thrown : fromSystem(thrown)
  return {
    sentence: `error: ${plain(told.message)}`,
    document: { error: { kind: told.kind, what: told.what, remedy: told.remedy } },
    exit: told.kind === 'wrong-use' ? EXIT.wrongUse : EXIT.failed,
  }
}

function fromSystem(thrown: unknown): Problem {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  const code = codeOf(error)
  const path = 'path' in error && typeof error.path === 'string' ? error.path : 'the file'
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return problem('disk-full', { path })
  if (['ENOENT', 'ELOOP', 'ENAMETOOLONG'].includes(code))
    return problem('cannot-read', { path, why: systemWords(error) })
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'EBUSY', 'EMFILE', 'EIO'].includes(code)) {
    const reads = 'syscall' in error && READING.has(String(error.syscall))
    return problem(reads ? 'cannot-read' : 'cannot-write', { path, why: systemWords(error) })
  }
  if (error.name === 'AbortError')
    return problem('cancelled', { what: 'the command', remedy: 'run it again' })
  return problem('unexpected', { what: error.message || error.name })
}

/** What the operating system may be asked of a path before anything is written to it. */
const READING: ReadonlySet<string> = new Set(['read', 'stat', 'lstat', 'scandir', 'readlink'])
