import type { Keychain } from '../keychain/keychain.ts'
import { profileFolder } from './folder.ts'

/** What this computer remembers outside lockers: a folder without secrets, and the keychain with them. */
export interface Profile {
  readonly folder: string
  readonly keychain: Keychain
  readonly now: () => Date
}

/** Opens the profile of the person who runs this; nothing is read or made before it is needed. */
export function openProfile(parts: {
  readonly keychain: Keychain
  readonly folder?: string
  readonly now?: () => Date
}): Profile {
  const { keychain, folder = profileFolder(), now = () => new Date() } = parts
  return { folder, keychain, now }
}
