import type { ShellState } from '../../shared/shell.ts'
import { APP_VERSION } from '../../shared/version.ts'
import type { ShellParts } from './shell-answers.ts'

/** All that the window has to know, at the moment of the answer: of two that overlap, the later one tells the newer state. */
export async function shellState(
  parts: Pick<ShellParts, 'lockers' | 'coreDown' | 'jobs' | 'settings' | 'keychainProblem'>,
): Promise<ShellState> {
  const recent = await parts.lockers.recent()
  return {
    version: APP_VERSION,
    platform: process.platform,
    locker: parts.lockers.current(),
    locked: parts.lockers.locked(),
    coreDown: parts.coreDown(),
    recent,
    jobs: parts.jobs.list(),
    settings: parts.settings.current(),
    handedOver: null,
    keychainProblem: parts.keychainProblem(),
  }
}
