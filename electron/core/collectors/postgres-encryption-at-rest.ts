import { POSTGRES } from './addons.ts'
import type { Collector } from './collector.ts'
import { readPostgres } from './postgres-info.ts'

/** Whether each database says of itself that it is encrypted. */
export const postgresEncryption: Collector<'postgres-encryption-at-rest', 'addon'> = {
  id: 'postgres-encryption-at-rest',
  topic: 'postgres-encryption-at-rest',
  title: 'Postgres encryption at rest',
  says: 'which databases are encrypted on disk, and with whose key',
  scope: 'read-protected',
  per: 'addon',
  when: (addon) => addon.service === POSTGRES,
  async *collect(heroku, addon) {
    const info = await readPostgres(heroku, addon)
    yield {
      subject: `${addon.name} of ${addon.app.name}`,
      subjectId: addon.id,
      content: {
        ...info.database,
        encrypted: info.encryption.on,
        stated: info.encryption.stated,
        customer_key: info.customerKey,
      },
    }
  },
}
