import { POSTGRES } from './addons.ts'
import type { Collector } from './collector.ts'
import { readPostgres } from './postgres-info.ts'

/** Whether each database has a standby that takes over. */
export const postgresAvailability: Collector<'postgres-high-availability', 'addon'> = {
  id: 'postgres-high-availability',
  topic: 'postgres-high-availability',
  title: 'Postgres high availability',
  says: 'which databases have a standby, and how many followers',
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
        highly_available: info.availability.on,
        stated: info.availability.stated,
        followers: info.followers,
      },
    }
  },
}
