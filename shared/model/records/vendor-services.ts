import { z } from 'zod'

/** Services of Heroku that reports and certificates name, by the words that this app uses for them. */
export const HEROKU_SERVICES = [
  'common-runtime',
  'private-spaces',
  'shield-spaces',
  'fir',
  'postgres',
  'key-value-store',
  'kafka',
  'connect',
] as const

/** Schema of a service of Heroku. */
export const HerokuService = z.enum(HEROKU_SERVICES, { error: `is none of ${HEROKU_SERVICES.join(', ')}` })

/** A service of Heroku. */
export type HerokuService = z.infer<typeof HerokuService>

/** What people call each service. */
export const SERVICE_NAMES: Readonly<Record<HerokuService, string>> = {
  'common-runtime': 'Common Runtime',
  'private-spaces': 'Private Spaces',
  'shield-spaces': 'Shield Private Spaces',
  fir: 'Fir generation',
  postgres: 'Heroku Postgres',
  'key-value-store': 'Heroku Key-Value Store',
  kafka: 'Apache Kafka on Heroku',
  connect: 'Heroku Connect',
}
