import { POSTGRES } from './addons.ts'
import type { Collector } from './collector.ts'
import { KEY_VALUE, serviceOf } from './data-addons.ts'
import { readKeyValue } from './key-value-info.ts'
import { readPostgres } from './postgres-info.ts'
import { planTier } from './postgres-plan.ts'

/**
 * With whose key Postgres and Key-Value Store are encrypted, from answers that other topics share. Of Kafka, which
 * can have a customer's key too, and of Postgres Advanced, Heroku's answers have no place for one.
 */
export const customerKeys: Collector<'byok', 'addon'> = {
  id: 'byok',
  topic: 'byok',
  title: 'Customer managed keys',
  says: 'which databases and key-value stores are encrypted with a key of the customer, and which key',
  scope: 'read-protected',
  per: 'addon',
  when: (addon) =>
    addon.service === KEY_VALUE || (addon.service === POSTGRES && planTier(addon.plan) !== 'advanced'),
  async *collect(heroku, addon) {
    const { customerKey } =
      addon.service === POSTGRES ? await readPostgres(heroku, addon) : await readKeyValue(heroku, addon)
    yield {
      subject: `${addon.name} of ${addon.app.name}`,
      subjectId: addon.id,
      content: { ...serviceOf(addon), customer_key: customerKey },
    }
  },
}
