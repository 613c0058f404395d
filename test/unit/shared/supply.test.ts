import { describe, expect, it } from 'vitest'
import { CHECKS } from '../../../electron/core/checks/index.ts'
import { ATTESTATION_KINDS, attestationOf } from '../../../shared/model/records/attestation.ts'
import { LIST_KINDS, listOf } from '../../../shared/model/records/lists.ts'
import { suppliesFor } from '../../../shared/model/supply.ts'

const whats = (reason: string, info = {}) => suppliesFor(info, reason).map(({ what }) => what)

describe('what to supply where a check gave no answer', () => {
  it.each(LIST_KINDS)('names the list of %s where its absence is the reason', (kind) => {
    expect(suppliesFor({}, `It leads elsewhere. No list of ${listOf(kind).of} was given.`)).toEqual([
      { what: 'list', kind, says: `Give the list of ${listOf(kind).of}.` },
    ])
  })

  it.each(ATTESTATION_KINDS)('names the statement on %s where nobody made it', (kind) => {
    const { title } = attestationOf(kind)
    expect(suppliesFor({}, `Nobody made a statement on “${title}”.`)).toEqual([
      { what: 'attestation', kind, says: `State “${title}”.` },
    ])
  })

  it.each([
    ['tags', 'Nobody said what data shop-api handles.'],
    ['tags', 'Whether it serves production is not known: it is in no pipeline.'],
    ['token', 'It could not be read (denied: the scope does not allow it (403)).'],
    ['token', 'This collection did not read member-mfa.'],
    ['document', 'No SOC 2 report with a review sheet is in the register.'],
    ['access-review', 'No review of access was opened or completed in the audit period.'],
    ['verify', 'The locker was not verified yet.'],
    ['later', 'The outbound addresses are updating; look again when that is done.'],
    ['request', 'Heroku tells nothing about it.'],
  ])('answers %s to «%s»', (what, reason) => {
    expect(whats(reason)).toEqual([what])
  })

  it('names both where a list is missing and the app is not tagged', () => {
    const reason = `Nobody said what data it handles. No list of ${listOf('log-hosts').of} was given.`
    expect(whats(reason)).toEqual(['list', 'tags'])
  })

  it('falls back on what the check needs', () => {
    expect(whats('It is not on it.', { needsLists: ['leavers'], needsAttestations: [] })).toEqual(['list'])
  })

  it('of every check that needs a list or a statement leads to each of them', () => {
    for (const check of CHECKS.filter(
      ({ needsLists, needsAttestations }) => needsLists ?? needsAttestations,
    )) {
      const kinds = suppliesFor(check, 'So it is.').map((one) => 'kind' in one && one.kind)
      expect(kinds).toEqual([...(check.needsLists ?? []), ...(check.needsAttestations ?? [])])
    }
  })
})
