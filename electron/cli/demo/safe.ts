import { isProblem } from '../../../shared/errors.ts'
import { forgetLockerKey, rememberLockerKey } from '../../profile/locker-keys.ts'
import { openDesk } from '../desk.ts'

/** Where the demo keeps the key of its locker. */
export interface Safe {
  /** Why there is no keychain, in words; null where there is one. Then keeping and forgetting do nothing. */
  readonly why: string | null
  keep(lockerId: string, key: Buffer): Promise<void>
  forget(lockerId: string): Promise<void>
  close(): void
}

/** Opens the keychain, or says why there is none: the demo goes on without. */
export async function openSafe(): Promise<Safe> {
  const desk = openDesk()
  const close = () => desk.keychain.close()
  try {
    await desk.keychain.check()
  } catch (error) {
    if (!isProblem(error)) throw error
    return { why: error.what, keep: async () => {}, forget: async () => {}, close }
  }
  return {
    why: null,
    keep: (lockerId, key) => rememberLockerKey(desk, lockerId, key),
    forget: async (lockerId) => {
      await forgetLockerKey(desk, lockerId)
    },
    close,
  }
}
