import { openKeychain } from '../keychain/keychain.ts'
import { openProfile, type Profile } from '../profile/profile.ts'

/** Opens what this computer remembers for the person: connections, and lockers' keys in the keychain. */
export function openDesk(): Profile {
  return openProfile({ keychain: openKeychain() })
}
