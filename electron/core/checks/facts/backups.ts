import type { Verdict } from '../../../../shared/model/check.ts'
import type { PostgresBackupContent } from '../../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../../shared/model/evidence.ts'
import type { Policy } from '../../../../shared/model/policy.ts'
import type { EvidenceView } from '../check.ts'
import type { Addon } from './addons.ts'
import { grouped } from './grouped.ts'
import { type Coupling, couplings } from './production.ts'
import { notApplicable } from './verdict.ts'

/** Backup evidence of one kind. */
export type Backup<Of extends PostgresBackupContent['of']> = EvidenceItem<'postgres-backups'> & {
  readonly content: Extract<PostgresBackupContent, { of: Of }>
}

/** A backup, copy or restore that ran. */
export type Transfer = Backup<'transfer'>

/** Paths of the app-wide list of transfers, in readings. */
export const TRANSFERS_PATH = /\/transfers/

/** Transfers of a kind by app id, newest first. */
export function transfersByApp(
  view: EvidenceView,
  kind: Transfer['content']['kind'],
): ReadonlyMap<string, readonly Transfer[]> {
  const transfers = view
    .items('postgres-backups')
    .filter((item): item is Transfer => item.content.of === 'transfer' && item.content.kind === kind)
    .toSorted((a, b) => Date.parse(b.content.created_at) - Date.parse(a.content.created_at))
  return grouped(transfers, (item) => item.content.app.id)
}

/**
 * Databases that need no scheduled backup: of review apps, which are thrown away with their app, and those with
 * physical backups where the policy accepts these instead.
 */
export function exemptFromBackups(view: EvidenceView, policy: Policy): (addon: Addon) => Verdict | null {
  const items = new Map(view.items('postgres-rollback').map((item) => [item.content.addon.id, item]))
  const ofReviewApp = reviewDatabases(view)
  return (addon) => {
    const coupling = ofReviewApp(addon)
    if (coupling) return notApplicable(addon, 'The database of a review app ends with the app.', [coupling])
    const item = items.get(addon.content.id)
    if (!policy.continuousProtectionReplacesBackups || !item?.content.continuous_protection) return null
    const reason = 'Continuous protection is on, which the policy accepts in place of scheduled backups.'
    return notApplicable(addon, reason, [item])
  }
}

/** Tells whether a database belongs to a review app, by the coupling that says so. */
export function reviewDatabases(view: EvidenceView): (addon: Addon) => Coupling | undefined {
  const reviews = new Map(
    couplings(view)
      .filter((item) => item.content.stage === 'review')
      .map((item) => [item.content.app.id, item]),
  )
  return (addon) => reviews.get(addon.content.app.id)
}
