/** An add-on service and its plans as Heroku's catalog would list them. */
export interface ServiceRow {
  readonly name: string
  readonly title: string
  readonly state?: 'ga' | 'beta' | 'shutdown'
  /** Names of the config vars it sets. `{}` stands for the attachment's name. */
  readonly vars: readonly string[]
  /** Default attachment name. */
  readonly as: string
  readonly plans: readonly PlanRow[]
  readonly fir?: true
  readonly drains?: true
}

/** A plan; price in cents a month. `where` says whether it installs in spaces, outside, or both. */
export interface PlanRow {
  readonly name: string
  readonly cents: number
  readonly where?: 'inside' | 'outside' | 'both'
  readonly compliance?: readonly ('HIPAA' | 'PCI')[]
  readonly state?: 'ga' | 'beta' | 'deprecated' | 'shutdown'
}

const shield = ['HIPAA', 'PCI'] as const

/** Every data service of Heroku, and several partners. */
export const SERVICES: readonly ServiceRow[] = [
  {
    name: 'heroku-postgresql',
    title: 'Heroku Postgres',
    vars: ['{}_URL'],
    as: 'DATABASE',
    fir: true,
    plans: [
      { name: 'hobby-basic', cents: 900, where: 'outside', state: 'shutdown' },
      { name: 'essential-0', cents: 500, where: 'outside' },
      { name: 'essential-1', cents: 900, where: 'outside' },
      { name: 'standard-0', cents: 5000, where: 'outside' },
      { name: 'standard-2', cents: 20000, where: 'outside' },
      { name: 'premium-0', cents: 20000, where: 'outside' },
      { name: 'premium-3', cents: 75000, where: 'outside' },
      { name: 'private-0', cents: 30000, where: 'inside' },
      { name: 'private-4', cents: 180000, where: 'inside' },
      { name: 'shield-0', cents: 35000, where: 'inside', compliance: shield },
      { name: 'shield-4', cents: 210000, where: 'inside', compliance: shield },
      { name: 'advanced', cents: 9000, where: 'both' },
    ],
  },
  {
    name: 'heroku-redis',
    title: 'Heroku Key-Value Store',
    vars: ['{}_URL'],
    as: 'REDIS',
    fir: true,
    plans: [
      { name: 'mini', cents: 300, where: 'outside' },
      { name: 'premium-0', cents: 1500, where: 'outside' },
      { name: 'premium-7', cents: 75000, where: 'outside' },
      { name: 'private-7', cents: 95000, where: 'inside' },
      { name: 'shield-7', cents: 110000, where: 'inside', compliance: shield },
    ],
  },
  {
    name: 'heroku-kafka',
    title: 'Apache Kafka on Heroku',
    vars: ['{}_URL', '{}_CLIENT_CERT', '{}_CLIENT_CERT_KEY', '{}_TRUSTED_CERT'],
    as: 'KAFKA',
    plans: [
      { name: 'basic-0', cents: 10000, where: 'outside' },
      { name: 'standard-0', cents: 150000, where: 'outside' },
      { name: 'private-standard-0', cents: 180000, where: 'inside' },
      { name: 'shield-standard-0', cents: 210000, where: 'inside', compliance: shield },
    ],
  },
  {
    name: 'herokuconnect',
    title: 'Heroku Connect',
    vars: [],
    as: 'HEROKUCONNECT',
    plans: [
      { name: 'demo', cents: 0, where: 'both' },
      { name: 'enterprise', cents: 0, where: 'both' },
      { name: 'shield', cents: 0, where: 'inside', compliance: shield },
    ],
  },
  {
    name: 'scheduler',
    title: 'Heroku Scheduler',
    vars: [],
    as: 'SCHEDULER',
    plans: [{ name: 'standard', cents: 0, where: 'both' }],
  },
  {
    name: 'papertrail',
    title: 'SolarWinds Papertrail',
    vars: ['PAPERTRAIL_API_TOKEN'],
    as: 'PAPERTRAIL',
    drains: true,
    plans: [
      { name: 'choklad', cents: 0, where: 'both' },
      { name: 'fixa', cents: 700, where: 'both' },
    ],
  },
  {
    name: 'coralogix',
    title: 'Coralogix Logging',
    vars: ['CORALOGIX_API_KEY', 'CORALOGIX_LOG_URL'],
    as: 'CORALOGIX',
    drains: true,
    plans: [{ name: 'ultralite', cents: 2000, where: 'both' }],
  },
  {
    name: 'newrelic',
    title: 'New Relic APM',
    vars: ['NEW_RELIC_LICENSE_KEY'],
    as: 'NEWRELIC',
    plans: [{ name: 'wayne', cents: 0, where: 'both' }],
  },
  {
    name: 'sendgrid',
    title: 'Twilio SendGrid',
    vars: ['SENDGRID_PASSWORD', 'SENDGRID_USERNAME'],
    as: 'SENDGRID',
    plans: [{ name: 'bronze', cents: 995, where: 'both' }],
  },
  {
    name: 'bucketeer',
    title: 'Bucketeer',
    vars: ['BUCKETEER_AWS_ACCESS_KEY_ID', 'BUCKETEER_AWS_SECRET_ACCESS_KEY', 'BUCKETEER_BUCKET_NAME'],
    as: 'BUCKETEER',
    plans: [{ name: 'hobbyist', cents: 500, where: 'both' }],
  },
  {
    name: 'cloudamqp',
    title: 'CloudAMQP',
    vars: ['CLOUDAMQP_APIKEY', 'CLOUDAMQP_URL'],
    as: 'CLOUDAMQP',
    plans: [{ name: 'lemur', cents: 0, where: 'outside' }],
  },
  {
    name: 'heroku-inference',
    title: 'Managed Inference and Agents',
    vars: ['{}_KEY', '{}_URL', '{}_MODEL_ID'],
    as: 'INFERENCE',
    plans: [{ name: 'claude-4-5-sonnet', cents: 0, where: 'both' }],
  },
  {
    name: 'rollbar',
    title: 'Rollbar',
    vars: ['ROLLBAR_ACCESS_TOKEN', 'ROLLBAR_ENDPOINT'],
    as: 'ROLLBAR',
    plans: [{ name: 'trial-5k', cents: 0, where: 'both' }],
  },
  {
    name: 'memcachier',
    title: 'MemCachier',
    vars: ['MEMCACHIER_PASSWORD', 'MEMCACHIER_SERVERS', 'MEMCACHIER_USERNAME'],
    as: 'MEMCACHIER',
    plans: [{ name: 'dev', cents: 0, where: 'both' }],
  },
  {
    name: 'sealight-search',
    title: 'Sealight Search',
    state: 'shutdown',
    vars: ['SEALIGHT_URL'],
    as: 'SEALIGHT',
    plans: [{ name: 'lantern', cents: 4900, where: 'outside', state: 'shutdown' }],
  },
  {
    name: 'tidewatch',
    title: 'Tidewatch Anomaly Detection',
    state: 'beta',
    vars: ['TIDEWATCH_TOKEN'],
    as: 'TIDEWATCH',
    plans: [{ name: 'spring', cents: 0, where: 'both', state: 'beta' }],
  },
]

/** The service of a plan such as `heroku-redis:mini`. */
export function serviceOf(plan: string): ServiceRow {
  const [name] = plan.split(':')
  const row = SERVICES.find((service) => service.name === name)
  if (!row) throw new RangeError(`no such service: ${name}`)
  return row
}
