import type { Day } from '../../../../shared/model/json.ts'
import { type AttestationKind, attestationOf } from '../../../../shared/model/records/attestation.ts'
import type { RecordItem } from '../../../../shared/model/records.ts'
import type { EvidenceView } from '../check.ts'
import { day } from './words.ts'

/** What a person stated. */
export type Stated = RecordItem<'attestation'>

/** What was stated of a thing, newest first; `subject` null asks for statements about the organisation. */
export function statedOf(
  view: EvidenceView,
  about: AttestationKind,
  subject: string | null = null,
): readonly Stated[] {
  return view
    .records('attestation')
    .filter(({ content }) => content.about === about && content.subject === subject)
    .toSorted((a, b) => (a.content.date < b.content.date ? 1 : -1))
}

/** Why no statement settles a question, or the newest one that holds on the day of the collection. */
export function standing(
  view: EvidenceView,
  about: AttestationKind,
  subject: string | null = null,
): { readonly stated: Stated } | { readonly missing: string } {
  const all = statedOf(view, about, subject)
  const today: Day = view.asOf.toISOString().slice(0, 10)
  const stated = all.find(({ content }) => content.date <= today && today <= content.until)
  if (stated) return { stated }
  const newest = all[0]
  const what = `on “${attestationOf(about).title}”`
  if (!newest) return { missing: `Nobody made a statement ${what}.` }
  const { person, date, until } = newest.content
  return { missing: `The statement ${what} by ${person} holds from ${date} to ${until} only.` }
}

/** A statement in words, such as `Ana stated it on 2026-01-01, until 2026-12-31`. */
export function saidBy({ content }: Stated): string {
  const shown = content.documentId === null ? '' : `, with document D-${content.documentId}`
  return `${content.person} stated it on ${day(`${content.date}T00:00:00Z`)}, until ${content.until}${shown}`
}
