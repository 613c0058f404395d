import type { CoreHost } from '../core/core.ts'
import { credentialOf } from '../profile/connections.ts'
import type { Profile } from '../profile/profile.ts'
import { actorOfThisComputer } from './actor.ts'

/** What the core gets from the command line: who acts, and tokens from the keychain at the moment of use. */
export function hostOf(desk: Profile): CoreHost {
  return {
    actor: actorOfThisComputer(),
    proxy: null,
    credential: (connectionId) => credentialOf(desk, connectionId),
  }
}
