import type { Core } from '../core/core.ts'
import { newKey, recoveryKeyOf } from '../core/store/recovery-key.ts'
import { replaceLockerKey } from '../profile/locker-keys.ts'
import { openDesk } from './desk.ts'

/** What `locker rekey` tells. */
export interface Rekeyed {
  readonly id: string
  readonly recoveryKey: string
  /** Whether the keychain of this computer holds the new key. */
  readonly keychain: boolean
}

/**
 * Gives the open locker another key. The keychain holds old and new key while the file changes, so that no crash
 * can lose it. With `before` no keychain is used: it is called with the new recovery key, the only way in from
 * then on, before the file changes.
 */
export async function rekeyOpenLocker(
  core: Core,
  current: Buffer,
  before: ((recoveryKey: string) => void) | null,
): Promise<Rekeyed> {
  const { id } = await core.ask('locker:info', {})
  const next = newKey()
  const recoveryKey = recoveryKeyOf(next)
  if (before !== null) {
    before(recoveryKey)
    await core.rekey(next)
    return { id, recoveryKey, keychain: false }
  }
  const desk = openDesk()
  try {
    await replaceLockerKey(desk, id, { current, next }, () => core.rekey(next))
    return { id, recoveryKey, keychain: true }
  } finally {
    desk.keychain.close()
  }
}
