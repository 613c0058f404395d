import { type Problem, problem } from '../../shared/errors.ts'

/** What the keychain is asked, as it goes to the process that talks to it. */
export type KeychainAsk = {
  readonly ask: 'set' | 'has' | 'read' | 'forget'
  readonly service: string
  readonly account: string
  /** The secret to keep, with `set` only. */
  readonly secret?: string
}

/** What comes back: a value, or the words of the keychain's own error. */
export type KeychainAnswer =
  | { readonly value: string | boolean | null }
  | { readonly error: string; readonly at: 'load' | 'call' }

const MISSING =
  /autolaunch D-Bus|not provided by any \.service|ServiceUnknown|could not connect|no such file|connection refused|NameHasNoOwner/i

/** What the Secret Service says where no keyring was ever made and no prompt can be shown. */
const NO_KEYRING = /Object does not exist at path/i

/**
 * Makes a Problem of a keychain's own words. Missing: no library, no session bus, nobody that keeps secrets.
 * Everything else is a keychain that is there and refuses, mostly because it is locked.
 */
export function refusal(answer: { readonly error: string; readonly at: 'load' | 'call' }): Problem {
  if (answer.at === 'load')
    return problem('keychain-missing', {
      why:
        process.platform === 'linux' ? 'libsecret-1 is not installed' : 'its system library cannot be loaded',
    })
  if (MISSING.test(answer.error)) return problem('keychain-missing', { why: answer.error })
  if (NO_KEYRING.test(answer.error))
    return problem('keychain-locked', { why: 'it has no keyring yet and could not ask a person for one' })
  return problem('keychain-locked', { why: answer.error })
}
