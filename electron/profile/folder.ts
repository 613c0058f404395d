import { homedir } from 'node:os'
import { join } from 'node:path'
import envPaths from 'env-paths'

/**
 * The folder with what this computer remembers outside lockers: `EVIDENCE_LOCKER_HOME` where that is set, else
 * the usual place for settings of the operating system. Holds no secret.
 */
export function profileFolder(env: NodeJS.ProcessEnv = process.env): string {
  const told = env.EVIDENCE_LOCKER_HOME
  if (told === undefined || told === '') return envPaths('Evidence Locker', { suffix: '' }).config
  return told === '~' || told.startsWith('~/') ? join(homedir(), told.slice(1)) : told
}
