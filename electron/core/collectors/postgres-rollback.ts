import { POSTGRES } from './addons.ts'
import type { Collector } from './collector.ts'
import { readPostgres } from './postgres-info.ts'

/** Whether each database can be taken back to a point in time, and how far. */
export const postgresRollback: Collector<'postgres-rollback', 'addon'> = {
  id: 'postgres-rollback',
  topic: 'postgres-rollback',
  title: 'Postgres rollback',
  says: 'which databases can be taken back to an earlier moment, and how far',
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
        continuous_protection: info.protection.on,
        rollback: info.rollback.on,
        earliest_time: info.rollback.earliest,
        latest_time: info.rollback.latest,
        stated: info.rollback.stated,
        created_at: info.createdAt,
      },
    }
  },
}
