import { randomUUID } from 'node:crypto'
import type { AttestationRow } from '../../../shared/contract-scope.ts'
import { problem } from '../../../shared/errors.ts'
import {
  ATTESTATION_KINDS,
  attestationAge,
  attestationOf,
} from '../../../shared/model/records/attestation.ts'
import { documentOf } from '../store/documents.ts'
import { keepRecords, recordOf, recordsOf } from '../store/records.ts'
import { type Deps, type Handlers, who } from './handler.ts'

function attestations({ db, now }: Deps): readonly AttestationRow[] {
  const today = now().toISOString().slice(0, 10)
  return recordsOf(db, 'attestation')
    .map(({ key, content, by, at, act }) => ({
      id: key,
      attestation: content,
      age: attestationAge(content, today),
      ...{ by, at, act },
    }))
    .toSorted((a, b) =>
      a.attestation.date === b.attestation.date
        ? a.at < b.at
          ? 1
          : -1
        : a.attestation.date < b.attestation.date
          ? 1
          : -1,
    )
}

/** Statements of people about what no API tells; the newest first, with a word on how old each is. */
export const attestationHandlers = {
  'attestation:kinds'(deps) {
    const all = attestations(deps)
    return ATTESTATION_KINDS.map((kind) => {
      const newest = all.find(({ attestation }) => attestation.about === kind)
      return {
        ...attestationOf(kind),
        kind,
        age: newest?.age ?? null,
        until: newest?.attestation.until ?? null,
      }
    })
  },
  'attestation:list': (deps, { about }) =>
    attestations(deps).filter(({ attestation }) => about === null || attestation.about === about),
  'attestation:add'(deps, { attestation }) {
    const { title, about, facts } = attestationOf(attestation.about)
    if (about !== 'organisation' && attestation.subject === null)
      throw problem('wrong-use', {
        what: `“${title}” is stated of one ${about.replace('-', ' ')} at a time`,
        remedy: 'name it',
      })
    if (attestation.date > deps.now().toISOString().slice(0, 10))
      throw problem('wrong-use', {
        what: 'the day of the attestation is in the future',
        remedy: 'date it today or earlier',
      })
    const known = new Set(facts.map(({ name }) => name))
    const stranger = Object.keys(attestation.facts).find((name) => !known.has(name))
    if (stranger !== undefined)
      throw problem('wrong-use', {
        what: `“${title}” has no fact ${stranger}`,
        remedy: known.size > 0 ? `its facts are ${[...known].join(', ')}` : 'write it into the statement',
      })
    if (attestation.documentId !== null) documentOf(deps.db, attestation.documentId)
    const id = randomUUID()
    const says = `${attestation.person} stated “${title}”${attestation.subject === null ? '' : ` of ${attestation.subject}`}`
    return {
      id,
      act: keepRecords(deps.db, who(deps), says, [{ kind: 'attestation', key: id, content: attestation }]),
    }
  },
  'attestation:withdraw'(deps, { id }) {
    const found = recordOf(deps.db, 'attestation', id)
    if (!found)
      throw problem('wrong-use', { what: `there is no attestation ${id}`, remedy: 'see `attestation list`' })
    const says = `statement of ${found.content.person} on “${attestationOf(found.content.about).title}” withdrawn`
    return keepRecords(deps.db, who(deps), says, [{ kind: 'attestation', key: id, content: null }])
  },
} satisfies Partial<Handlers>
