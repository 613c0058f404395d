import { isProblem } from '../../shared/errors.ts'
import type { Core } from '../core/core.ts'
import type { Profile } from '../profile/profile.ts'
import type { CommandInput } from './command.ts'
import { isOn, lockerPath } from './flags.ts'

/**
 * Opens the locker that `--locker` names, with the key from the keychain or with the recovery key from standard
 * input, and lets `work` ask the core. The locker is closed again, whatever happens.
 */
export async function withLocker<T>(
  input: CommandInput,
  work: (core: Core, key: Buffer) => Promise<T>,
): Promise<T> {
  const file = lockerPath(input)
  const [{ createCore }, { hostOf }, { openDesk }] = await Promise.all([
    import('../core/create-core.ts'),
    import('./host.ts'),
    import('./desk.ts'),
  ])
  const desk = openDesk()
  const core = createCore(hostOf(desk))
  try {
    const key = isOn(input.flags, 'recoveryKeyStdin')
      ? await openWithRecoveryKey(core, file, input)
      : await openWithKeychain(core, file, desk)
    return await work(core, key)
  } finally {
    await core.close()
    desk.keychain.close()
  }
}

async function openWithRecoveryKey(core: Core, file: string, { print }: CommandInput): Promise<Buffer> {
  const { keyOfRecoveryKey } = await import('../core/store/recovery-key.ts')
  const { readSecretFromInput } = await import('./secret-input.ts')
  const key = keyOfRecoveryKey(await readSecretFromInput(print))
  await core.open(file, key)
  return key
}

async function openWithKeychain(core: Core, file: string, desk: Profile): Promise<Buffer> {
  const { withLockerKey } = await import('../profile/locker-keys.ts')
  const { examine, readLockerId } = await import('../core/store/examine.ts')
  try {
    return await withLockerKey(desk, { id: readLockerId(file), file }, async (key) => {
      await core.open(file, key)
      return key
    })
  } catch (error) {
    // No key for a file that is no locker: that it is none is what the person has to hear.
    if (isProblem(error) && error.kind === 'no-key') notALockerFirst(file, examine)
    throw error
  }
}

function notALockerFirst(file: string, examine: (file: string, key: Buffer) => void): void {
  try {
    examine(file, Buffer.alloc(32))
  } catch (error) {
    if (isProblem(error) && error.kind !== 'wrong-key') throw error
  }
}
