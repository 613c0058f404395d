const SYSTEM_WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'the disk is read-only',
  EISDIR: 'it is a folder',
  ENOTDIR: 'its folder is a file',
  EEXIST: 'something else has its place',
  ENOTEMPTY: 'something else has its place',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links lead in a circle',
  EBUSY: 'it is in use',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
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

/** The same of a file that was to be made: what does not exist there is its folder. */
export function writeWords(error: unknown): string {
  return codeOf(error) === 'ENOENT' ? 'its folder does not exist' : systemWords(error)
}
