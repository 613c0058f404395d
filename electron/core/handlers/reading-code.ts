import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

let known: string | null = null

/**
 * Fingerprint of the code that reads Heroku and of what it keeps of each answer: the collectors, the client and
 * the model. Evidence that other code kept is never sighted again unread. SHA-256, shortened to 32 digits.
 */
export function readingCode(): string {
  known ??= fingerprintOf(foldersOf(import.meta.dirname))
  return known
}

function foldersOf(here: string): readonly string[] {
  const paths = ['../collectors', '../heroku', '../../../shared/model', '../../../shared/model/content']
  return paths.map((path) => join(here, path)).filter((path) => existsSync(path))
}

function fingerprintOf(folders: readonly string[]): string {
  const hash = createHash('sha256')
  for (const folder of folders)
    for (const name of readdirSync(folder).sort())
      if (/\.[cm]?[jt]s$/.test(name)) hash.update(name).update(readFileSync(join(folder, name)))
  return hash.digest('hex').slice(0, 32)
}
