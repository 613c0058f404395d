import type { APPROVAL_KINDS } from '../../../../shared/model/records/lists/change.ts'
import type { ListRow } from '../../../../shared/model/records/lists.ts'
import type { EvidenceView } from '../check.ts'
import { givenList } from './lists.ts'

/** A decision that was made in advance. */
export type Approval = ListRow<'approvals'>

/** Tells which decision of a kind holds for a thing, by its name, on the day of the collection; null where none does. */
export function approvalsOf(
  view: EvidenceView,
  kind: (typeof APPROVAL_KINDS)[number],
): (name: string) => Approval | null {
  const today = view.asOf.toISOString().slice(0, 10)
  const holding = new Map(
    (givenList(view, 'approvals')?.rows ?? [])
      .filter((row) => row.kind === kind && row.on <= today && (row.until === null || today <= row.until))
      .map((row) => [row.subject.toLowerCase(), row]),
  )
  return (name) => holding.get(name.toLowerCase()) ?? null
}

/** A decision in words, such as `approved by Maria Lopez on 2026-03-01: batch jobs only`. */
export function approvedBy({ approvedBy: who, on, reason, reference }: Approval): string {
  return `approved by ${who} on ${on}: ${reason}${reference === null ? '' : ` (${reference})`}`
}
