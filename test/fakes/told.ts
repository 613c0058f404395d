import { Attestation } from '../../shared/model/records/attestation.ts'
import { List, type ListKind } from '../../shared/model/records/lists.ts'
import { AppTag, SCOPE_KEY, Scope } from '../../shared/model/records/scope.ts'
import type { RecordItem } from '../../shared/model/records.ts'
import { told } from './evidence.ts'

/** A list as somebody gave it; rows go through the schema of their kind. */
export function listGiven(kind: ListKind, rows: readonly object[]): RecordItem<'list'> {
  return told('list', kind, List.parse({ kind, suppliedBy: 'Ana', source: { how: 'typed' }, rows }))
}

/** A tag of the app that `app(name)` plants. */
export function tagged(name: string, fields: Partial<AppTag>): RecordItem<'app-tag'> {
  return told('app-tag', `app:${name}`, AppTag.parse({ app: `app:${name}`, name, ...fields }))
}

/** What the engagement looks at. */
export function narrowedTo(fields: Partial<Scope>): RecordItem<'scope'> {
  return told('scope', SCOPE_KEY, Scope.parse(fields))
}

/** A statement of a person that holds for 2026. */
export function attested(
  about: Attestation['about'],
  fields: Partial<Attestation> = {},
): RecordItem<'attestation'> {
  const said = {
    answer: true,
    statement: 'I looked.',
    person: 'Ana',
    date: '2026-01-01',
    until: '2026-12-31',
  }
  return told(
    'attestation',
    `${about}/${fields.subject ?? ''}`,
    Attestation.parse({ about, ...said, ...fields }),
  )
}
