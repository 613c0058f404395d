import { randomUUID } from 'node:crypto'
import { problem } from '../../shared/errors.ts'
import { type KeychainAnswer, type KeychainAsk, refusal } from './answer.ts'
import { startTalker, type Talker } from './talker.ts'

/** The operating system's keychain. Every call ends within seconds; there is no fallback to a plain file. */
export interface Keychain {
  /** Keeps a secret under a name, in place of what was there. */
  set(account: string, secret: string): Promise<void>
  /** Whether a secret is there. False also where a locked keychain shows nothing. */
  has(account: string): Promise<boolean>
  /** The secret, or null: nothing there, or a locked keychain. Null never means that this is a first run. */
  read(account: string): Promise<string | null>
  /** Removes a secret; false where there was none to see. */
  forget(account: string): Promise<boolean>
  /** Sets, gets and deletes a canary: proves before a first write that the keychain is there and unlocked. */
  check(): Promise<void>
  /** Lets go of the keychain; the next call starts anew. */
  close(): void
}

/** How the keychain is reached; all may be left out. */
export interface KeychainSettings {
  /** Name that entries are filed under. */
  readonly service?: string
  /** Longest wait for one answer. */
  readonly timeoutMs?: number
  /** Starts the process that talks to the keychain; a shell without plain Node brings its own. */
  readonly start?: () => Talker
}

const CANARY = 'canary'

/**
 * Opens the keychain of this computer: macOS Keychain, Windows Credential Manager or the Secret Service. Nothing
 * is loaded or started before the first call. Calls throw `keychain-missing`, `keychain-locked` or
 * `keychain-timeout`.
 */
export function openKeychain(settings: KeychainSettings = {}): Keychain {
  const { service = 'Evidence Locker', timeoutMs = 5_000, start = startTalker } = settings
  let talker: Talker | null = null
  let before: Promise<unknown> = Promise.resolve()

  function once(asked: KeychainAsk): Promise<KeychainAnswer | null | 'late'> {
    return new Promise((resolve) => {
      talker ??= start()
      const timer = setTimeout(() => resolve('late'), timeoutMs)
      talker.ask(asked, (answer) => {
        clearTimeout(timer)
        resolve(answer)
      })
    })
  }

  async function ask(asked: Omit<KeychainAsk, 'service'>): Promise<string | boolean | null> {
    const answer = await once({ ...asked, service })
    if (answer === 'late' || answer === null) {
      // A write that is answered late must not happen behind the back of whoever was told that it failed.
      const harmless = asked.ask === 'read' || asked.ask === 'has' || asked.account.startsWith(CANARY)
      if (harmless && answer === 'late') talker?.leave()
      else talker?.kill()
      talker = null
      if (answer === 'late') throw problem('keychain-timeout', { seconds: timeoutMs / 1000 })
      throw problem('keychain-missing', { why: 'its process ended unexpectedly' })
    }
    if ('error' in answer) throw refusal(answer)
    return answer.value
  }

  /** One question at a time: keychains show their prompts one after the other. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = before.then(work, work)
    before = turn.catch(() => {})
    return turn
  }

  const set = async (account: string, secret: string) => {
    await ask({ ask: 'set', account, secret })
  }

  async function check(): Promise<void> {
    const account = `${CANARY} ${randomUUID()}`
    await set(account, account)
    const read = await ask({ ask: 'read', account })
    await ask({ ask: 'forget', account })
    if (read !== account)
      throw problem('keychain-locked', { why: 'what is written to it cannot be read back' })
  }

  return {
    set: (account, secret) => inTurn(() => set(account, secret)),
    has: (account) => inTurn(async () => (await ask({ ask: 'has', account })) === true),
    read: (account) =>
      inTurn(async () => {
        const value = await ask({ ask: 'read', account })
        return typeof value === 'string' ? value : null
      }),
    forget: (account) => inTurn(async () => (await ask({ ask: 'forget', account })) === true),
    check: () => inTurn(check),
    close() {
      talker?.kill()
      talker = null
    },
  }
}
