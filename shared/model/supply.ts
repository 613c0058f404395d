import type { CheckInfo } from './check.ts'
import { ATTESTATION_KINDS, type AttestationKind, attestationOf } from './records/attestation.ts'
import { LIST_KINDS, type ListKind, listOf } from './records/lists.ts'

/** What a person can do so that a check gets its answer: give a list, state a fact, tag apps … */
export type Supply =
  | { readonly what: 'list'; readonly kind: ListKind; readonly says: string }
  | { readonly what: 'attestation'; readonly kind: AttestationKind; readonly says: string }
  | {
      readonly what:
        | 'tags'
        | 'token'
        | 'tier'
        | 'document'
        | 'access-review'
        | 'trail-review'
        | 'verify'
        | 'later'
        | 'request'
      readonly says: string
    }

type Plain = Exclude<Supply['what'], 'list' | 'attestation'>

/** What a reason says where something other than a list or a statement is missing. */
const WORDS: readonly (readonly [Plain, RegExp, string])[] = [
  [
    'tags',
    /nobody (said|has tagged)|stage (is not known|of)|production is not known/i,
    'Say what the apps are for: class of data, environment, owner.',
  ],
  ['tier', /optional in a collection/, 'Collect again with the optional reads.'],
  [
    'token',
    /could not be read|(was|were) not read|did not read|refused|cannot list|not in the inventory|without fingerprint/i,
    'Collect again with a token that may read it.',
  ],
  [
    'document',
    /in the register|review sheet|no current review|on file/,
    'Attach the document and fill in its review sheet.',
  ],
  [
    'access-review',
    /no review of (people|access|rights)/i,
    'Open a review of people and rights, and complete it.',
  ],
  [
    'trail-review',
    /no review of the (audit )?trail|months? (was|were) not reviewed/i,
    'Sign the reviews of the audit trail, month by month.',
  ],
  ['verify', /locker was not verified/, 'Verify the locker.'],
  ['later', /look again|not ended|is still/, 'Collect again later.'],
]

const IDENTITY = /only there can be seen/

const ASK: Supply = { what: 'request', says: 'Nothing here tells: ask the client, or Heroku.' }

const ofList = (kind: ListKind): Supply => ({
  what: 'list',
  kind,
  says: `Give the list of ${listOf(kind).of}.`,
})

const ofAttestation = (kind: AttestationKind): Supply => ({
  what: 'attestation',
  kind,
  says: `State “${attestationOf(kind).title}”.`,
})

/**
 * What to supply where a check could not answer, by the reason that it gave: the lists and statements that it
 * names, then what its words ask for, then all lists and statements that the check needs. There is always one.
 */
export function suppliesFor(
  info: Pick<CheckInfo, 'needsLists' | 'needsAttestations'>,
  reason: string,
): readonly Supply[] {
  const named = [
    ...LIST_KINDS.filter((kind) => reason.includes(`o list of ${listOf(kind).of} was given`)).map(ofList),
    ...ATTESTATION_KINDS.filter((kind) => reason.includes(`“${attestationOf(kind).title}”`)).map(
      ofAttestation,
    ),
  ]
  const asked = WORDS.flatMap(([what, words, says]): Supply[] => (words.test(reason) ? [{ what, says }] : []))
  if (named.length + asked.length > 0) return [...named, ...asked]
  const needed = [
    ...(info.needsLists ?? []).map(ofList),
    ...(info.needsAttestations ?? []).map(ofAttestation),
  ]
  if (needed.length > 0) return needed
  return [
    IDENTITY.test(reason) ? { ...ASK, says: 'Ask for the sign-in policy of the identity provider.' } : ASK,
  ]
}
