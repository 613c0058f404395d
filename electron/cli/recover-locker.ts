import type { LockerInfo } from '../../shared/model/locker.ts'
import { createCore } from '../core/create-core.ts'
import { readLockerId } from '../core/store/examine.ts'
import { keyOfRecoveryKey } from '../core/store/recovery-key.ts'
import { rememberLockerKey } from '../profile/locker-keys.ts'
import { openDesk } from './desk.ts'
import { hostOf } from './host.ts'

/** Opens a locker with the recovery key that `ask` brings, and keeps its key in this keychain. */
export async function recoverLocker(file: string, ask: () => Promise<string>): Promise<LockerInfo> {
  readLockerId(file)
  const desk = openDesk()
  const core = createCore(hostOf(desk))
  try {
    await desk.keychain.check()
    const key = keyOfRecoveryKey(await ask())
    const info = await core.open(file, key)
    await rememberLockerKey(desk, info.id, key)
    return info
  } finally {
    await core.close()
    desk.keychain.close()
  }
}
