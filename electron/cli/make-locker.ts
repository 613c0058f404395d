import type { Engagement } from '../../shared/model/engagement.ts'
import type { LockerInfo } from '../../shared/model/locker.ts'
import { createCore } from '../core/create-core.ts'
import { rememberLockerKey } from '../profile/locker-keys.ts'
import { openDesk } from './desk.ts'
import { hostOf } from './host.ts'

/** A new locker, as `locker new` tells it. */
export interface MadeLocker {
  readonly info: LockerInfo
  /** Shown this once. */
  readonly recoveryKey: string
  /** Whether the key lies in the keychain of this computer. */
  readonly keychain: boolean
}

/**
 * Makes a locker and keeps its key in the keychain, which is tried before the file is made. Should the keychain
 * fail afterwards, the locker stays: the recovery key that is shown opens it.
 */
export async function makeLocker(file: string, engagement: Engagement, keep: boolean): Promise<MadeLocker> {
  const desk = openDesk()
  const core = createCore(hostOf(desk))
  try {
    if (keep) await desk.keychain.check()
    const { info, key, recoveryKey } = await core.create(file, engagement)
    const kept =
      keep &&
      (await rememberLockerKey(desk, info.id, key).then(
        () => true,
        () => false,
      ))
    return { info, recoveryKey, keychain: kept }
  } finally {
    await core.close()
    desk.keychain.close()
  }
}
