import type { ProblemShape } from '../../shared/shell.ts'
import type { Keychain } from '../keychain/keychain.ts'
import { problemShape } from './jobs.ts'

/** Whether the keychain answers: asked in the background, so that no screen waits for it. */
export interface KeychainWatch {
  /** What it said last; null when all is well, or when it was not asked yet. */
  problem(): ProblemShape | null
  look(): void
}

/** Looks at once, and again whenever asked; `changed` is told when the answer is another one. */
export function watchKeychain(keychain: Keychain, changed: () => void): KeychainWatch {
  let problem: ProblemShape | null = null
  const look = () =>
    void keychain
      .has('canary')
      .then(() => null, problemShape)
      .then((found) => {
        const isNews = found?.kind !== problem?.kind
        problem = found
        if (isNews) changed()
      })
  look()
  return { problem: () => problem, look }
}
