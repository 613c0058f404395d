import { createHash } from 'node:crypto'
import type { AccessRow } from '../../../shared/contract-testing.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { AccessDecision } from '../../../shared/model/records/access-review.ts'

/** Where the evidence of a topic comes from: a collection, or a check's view of one. */
export type AccessItems = <
  T extends 'team-members-roles' | 'enterprise-account-permissions' | 'app-collaborators-permissions',
>(
  topic: T,
) => readonly EvidenceItem<T>[]

const rowOf = (person: string, where: string, right: string): AccessRow => ({
  id: createHash('sha256').update(`${person.toLowerCase()}\n${where}\n${right}`).digest('hex').slice(0, 24),
  person,
  where,
  right,
})

const words = (role: string | null, permissions: readonly string[]) =>
  permissions.length > 0 ? permissions.toSorted().join(', ') : (role ?? 'member')

/**
 * The population of people and rights: one row for each person in each team, enterprise account, app and space,
 * with everything that the person may do there. Sorted, each row once.
 */
export function accessRows(items: AccessItems): readonly AccessRow[] {
  const rows = [
    ...items('team-members-roles').map(({ content: { email, team, role } }) =>
      rowOf(email, `team ${team}`, role ?? 'member'),
    ),
    ...items('enterprise-account-permissions').map(({ content: { user, enterprise_account, permissions } }) =>
      rowOf(user.email, `enterprise account ${enterprise_account}`, words(null, permissions)),
    ),
    ...items('app-collaborators-permissions').flatMap(({ content: one }) => {
      if (one.of === 'collaborator')
        return [rowOf(one.user.email, `app ${one.app.name}`, words(one.role, one.permissions))]
      return one.of === 'space-member'
        ? [rowOf(one.user.email, `space ${one.space.name}`, words(null, one.permissions))]
        : []
    }),
  ]
  const unique = new Map(rows.map((row) => [row.id, row]))
  const order = ({ person, where, right }: AccessRow) => `${person.toLowerCase()}\n${where}\n${right}`
  return [...unique.values()].toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
}

/** SHA-256 that pins a population of access: one line per row, in order. */
export function accessDigest(rows: readonly AccessRow[]): string {
  const hash = createHash('sha256')
  for (const { person, where, right } of rows) hash.update(`${person}\t${where}\t${right}\n`)
  return hash.digest('hex')
}

/**
 * Whether a right that was to go is still there: after `revoke` any access of the person at that place, after
 * `change` the very same right. Null where nothing was to go.
 */
export function stillThere(
  { decision, person, where, right }: AccessDecision,
  later: readonly AccessRow[],
): boolean | null {
  if (decision === 'keep') return null
  return later.some(
    (row) =>
      row.person.toLowerCase() === person.toLowerCase() &&
      row.where === where &&
      (decision === 'revoke' || row.right === right),
  )
}
