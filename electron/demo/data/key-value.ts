import type { Addon } from '../addons.ts'
import { canaryUrl } from '../canary.ts'
import type { Organisation } from '../organisation.ts'
import { idOf } from '../random.ts'
import { customerKeyOf } from './postgres.ts'

/** `GET /redis/v0/databases/{name}`: a key-value store. */
export function keyValueAnswer(org: Organisation, addon: Addon) {
  const { ground } = org
  const mini = addon.plan.human_name === 'mini'
  return {
    addon_id: addon.id,
    name: addon.name,
    plan: addon.plan.human_name,
    created_at: addon.createdAt,
    formation: { id: idOf(ground, 'formation', addon.id), primary: idOf(ground, 'primary', addon.id) },
    metaas_source: addon.name,
    port: 6379,
    resource_url: canaryUrl(ground, 'rediss', `${addon.name}.data.demo:6379`, addon.id),
    info: [
      { name: 'Plan', values: [addon.plan.human_name] },
      { name: 'Status', values: ['available'] },
      { name: 'Created', values: [addon.createdAt] },
      { name: 'Version', values: ['7.2.8'] },
      { name: 'Timeout', values: [300] },
      { name: 'Maxmemory', values: ['noeviction'] },
      { name: 'Maintenance', values: ['not required'] },
      { name: 'Maintenance window', values: ['Mondays 20:00 to Tuesdays 00:00 UTC'] },
      { name: 'Persistence', values: [mini ? 'None' : 'AOF'] },
      { name: 'HA Status', values: [mini ? 'Unavailable' : 'Available'] },
      { name: 'Requires TLS', values: ['Yes'] },
    ],
    version: '7.2.8',
    prefer_native_tls: true,
    ...(addon.app.name === 'patient-courier' ? { customer_encryption_key: customerKeyOf(org, addon) } : {}),
  }
}
