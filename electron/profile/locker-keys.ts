import { isProblem, problem } from '../../shared/errors.ts'
import type { Profile } from './profile.ts'

/** A locker as the profile knows it: by the identity at the start of its file, and where it lies now. */
export interface KnownLocker {
  /** 32 hexadecimal digits. */
  readonly id: string
  readonly file: string
}

const KEY = /^[0-9a-f]{64}$/

const current = (id: string) => `locker:${id}`
const upcoming = (id: string) => `locker:${id}:next`

async function keyIn(profile: Profile, account: string): Promise<Buffer | null> {
  const text = await profile.keychain.read(account)
  return text !== null && KEY.test(text) ? Buffer.from(text, 'hex') : null
}

/** Keeps a locker's key in the keychain, after proving that the keychain is there and unlocked. */
export async function rememberLockerKey(profile: Profile, id: string, key: Buffer): Promise<void> {
  await profile.keychain.check()
  await profile.keychain.set(current(id), key.toString('hex'))
}

/** A locker's key. Throws `no-key` where the keychain shows none: it has none, or it is locked. */
export async function lockerKey(profile: Profile, id: string, file: string): Promise<Buffer> {
  const key = await keyIn(profile, current(id))
  if (key === null) throw problem('no-key', { file })
  return key
}

/** Takes a locker's keys out of the keychain; false where there was none to see. */
export async function forgetLockerKey(profile: Profile, id: string): Promise<boolean> {
  const had = await profile.keychain.forget(current(id))
  await profile.keychain.forget(upcoming(id))
  return had
}

/**
 * Opens a locker with the key that the keychain has for it. Where a change of keys was cut short, the keychain
 * has two: the old one is tried first, then the new one, and the one that opens is the one that stays. Throws
 * `no-key`, or whatever `open` throws.
 */
export async function withLockerKey<T>(
  profile: Profile,
  locker: KnownLocker,
  open: (key: Buffer) => Promise<T>,
): Promise<T> {
  const key = await lockerKey(profile, locker.id, locker.file)
  try {
    return await open(key)
  } catch (error) {
    if (!isProblem(error) || error.kind !== 'wrong-key') throw error
    const next = await keyIn(profile, upcoming(locker.id))
    if (next === null) throw error
    const opened = await open(next)
    await promote(profile, locker.id, next)
    return opened
  }
}

async function promote(profile: Profile, id: string, key: Buffer): Promise<void> {
  await profile.keychain.set(current(id), key.toString('hex'))
  await profile.keychain.forget(upcoming(id))
}

/**
 * Changes the key of a locker so that no crash can lose it. The keychain holds both keys before `rekey` touches
 * the file, and the old one is only replaced once the file is done. Where `rekey` fails, both stay:
 * `withLockerKey` finds out which one it is. A locker's identity survives the change of keys.
 */
export async function replaceLockerKey(
  profile: Profile,
  id: string,
  keys: { readonly current: Buffer; readonly next: Buffer },
  rekey: () => Promise<unknown>,
): Promise<void> {
  await rememberLockerKey(profile, id, keys.current)
  await profile.keychain.set(upcoming(id), keys.next.toString('hex'))
  await rekey()
  await promote(profile, id, keys.next)
}
