import { authorizationsAreYoung, authorizationsExpire, noGlobalScope } from './authorizations.ts'
import type { Check } from './check.ts'
import { collectedReadOnly } from './collector-token.ts'
import { enterpriseMembersHaveMfa, noMfaExemption, teamMembersHaveMfa } from './identity-mfa.ts'
import { providerCertificateStrong, providerCertificateValid, singleSignOn } from './identity-provider.ts'
import { sshKeysAreStrong, sshKeysAreYoung } from './ssh-keys.ts'
import { noStaleInvitation } from './team-invitations.ts'
import { noSharedMembers, numberOfAdmins } from './team-roles.ts'

/** Every check, in the order of their ids within a group. */
export const CHECKS: readonly Check[] = [
  teamMembersHaveMfa,
  enterpriseMembersHaveMfa,
  singleSignOn,
  providerCertificateValid,
  providerCertificateStrong,
  noMfaExemption,
  numberOfAdmins,
  noSharedMembers,
  noStaleInvitation,
  authorizationsExpire,
  noGlobalScope,
  authorizationsAreYoung,
  sshKeysAreStrong,
  sshKeysAreYoung,
  collectedReadOnly,
]
