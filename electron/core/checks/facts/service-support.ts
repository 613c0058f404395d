import type { Day } from '../../../../shared/model/json.ts'

/** Until when a version of a data service is supported, and who says so. */
export interface Support {
  readonly engine: 'postgres' | 'key-value'
  /** Major version of Postgres; major and minor of key-value stores. */
  readonly version: string
  /** Last day of support; of an end that was told as a quarter, the last day of that quarter. */
  readonly until: Day
  readonly source: string
}

/** The day on which the table was last held against its sources. */
export const SUPPORT_AS_OF: Day = '2026-11-21'

const HEROKU_2023 = 'Heroku Dev Center, Heroku Postgres Version Support, 2023-05-03'
const HEROKU_2024 = 'Heroku Dev Center, Heroku Postgres Version Support, 2024-10-29'
const AFTER_2026 = 'a report of 2026-04-08 on Heroku’s page on version support'
const REDIS = 'the Redis project’s list of supported versions, read 2026-02-23'
const VALKEY = 'the Valkey project’s page on releases, read 2025-12-04'

const postgres = (version: string, until: Day, source: string): Support => ({
  engine: 'postgres',
  version,
  until,
  source,
})
const keyValue = (version: string, until: Day, source: string): Support => ({
  engine: 'key-value',
  version,
  until,
  source,
})

/**
 * Ends of support, as far as a source tells them. Heroku ends a Postgres version earlier than the PostgreSQL project
 * does; for key-value stores the projects' own dates stand in, of which the earliest counts. Redis 6.2 has no end
 * in its project's list, and the Kafka project publishes none at all: such versions are missing on purpose.
 */
export const SERVICE_SUPPORT: readonly Support[] = [
  postgres('9.6', '2021-11-11', HEROKU_2023),
  postgres('10', '2022-11-10', HEROKU_2023),
  postgres('11', '2023-11-09', HEROKU_2024),
  postgres('12', '2024-05-30', HEROKU_2024),
  postgres('13', '2024-10-29', HEROKU_2024),
  postgres('14', '2025-09-30', HEROKU_2024),
  postgres('15', '2026-09-30', HEROKU_2024),
  postgres('16', '2027-09-30', HEROKU_2024),
  postgres('17', '2028-09-30', AFTER_2026),
  keyValue('5.0', '2022-04-27', REDIS),
  keyValue('6.0', '2022-05-31', REDIS),
  keyValue('7.0', '2024-07-29', REDIS),
  keyValue('7.2', '2027-04-16', VALKEY),
  keyValue('8.0', '2027-09-15', VALKEY),
  keyValue('8.1', '2028-03-31', VALKEY),
]

/** The row of a version such as `16.4` or `7.2.8`; null where the table has none. */
export function supportOf(engine: 'postgres' | 'key-value' | 'kafka', version: string): Support | null {
  const [major = '', minor = ''] = version.trim().replace(/^v/i, '').split('.')
  const names = [major, `${major}.${minor}`]
  return SERVICE_SUPPORT.find((one) => one.engine === engine && names.includes(one.version)) ?? null
}
