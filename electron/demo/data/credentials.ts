import type { Addon } from '../addons.ts'
import { canary } from '../canary.ts'
import type { Organisation } from '../organisation.ts'
import { hexOf, idOf } from '../random.ts'
import { SHARED, tierOf } from './postgres.ts'

/** The default credential, and on plans that can have them those that attachments hand out. */
function namesOf(org: Organisation, addon: Addon): readonly string[] {
  if (SHARED.has(tierOf(addon))) return ['default']
  const handed = (org.attachmentsOf.get(addon.id) ?? []).flatMap(({ namespace }) =>
    namespace === null ? [] : [namespace.replace('credential:', '')],
  )
  return [...new Set(['default', 'analytics', ...handed])]
}

const roles = (org: Organisation, addon: Addon, name: string) => [
  {
    user: `u${hexOf(org.ground, 13, 'credential', addon.id, name)}`,
    password: canary(org.ground, 'credential', addon.id, name),
    state: 'active',
  },
]

const place = (addon: Addon) => ({
  database: `d${addon.id.slice(0, 8)}`,
  host: `${addon.name}.data.demo`,
  port: 5432,
})

/** `GET /postgres/v0/databases/{id}/credentials`. */
export function credentialsAnswer(org: Organisation, addon: Addon) {
  return namesOf(org, addon).map((name) => ({
    uuid: idOf(org.ground, 'credential', addon.id, name),
    name,
    state: 'active',
    ...place(addon),
    credentials: roles(org, addon, name),
  }))
}

/** `GET /data/postgres/v1/{id}/credentials`, of the Advanced tier. */
export function advancedCredentials(org: Organisation, addon: Addon) {
  return namesOf(org, addon).map((name, i) => ({
    id: idOf(org.ground, 'credential', addon.id, name),
    name,
    created_at: addon.createdAt,
    type: i === 0 ? 'owner' : 'additional',
    state: 'active',
    ...place(addon),
    roles: roles(org, addon, name),
  }))
}
