/**
 * Fields that collectors read although the published schema of the endpoint does not name them, each with the place
 * that does. The schema of a list that several endpoints share may be wider than each of them.
 */
export const BESIDE_SCHEMA: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'enterprise.list': { 'enterprise_account.*': 'read with the form of a team, which has it' },
  'enterprise.usage-daily': { month: 'read with one form for days and months' },
  'enterprise.usage-monthly': { date: 'read with one form for days and months' },
  'identity-provider.by-team': {
    'certificates.*': 'read with the form of the newer variant, which has it',
    enabled: 'read with the form of the newer variant, which has it',
    name: 'read with the form of the newer variant, which has it',
  },
  'app.sni-endpoints': { 'ssl_cert.acm': 'Heroku’s command line, certs' },
  'pipeline.latest-builds': {
    version: 'read with one form for builds, releases and deployments',
    'artifacts.*': 'read with one form for builds, releases and deployments',
  },
  'pipeline.latest-deployments': {
    'source_blob.version': 'read with one form for builds, releases and deployments',
  },
  'pipeline.latest-releases': {
    'source_blob.version': 'read with one form for builds, releases and deployments',
  },
  addons: { 'plan.*': 'Accept-Expansion: addon_service,plan in Heroku’s command line, addons' },
  'pg.transfers': { 'schedule.uuid': 'Heroku’s command line, pg:backups' },
  'kvs.info': { customer_encryption_key: 'Heroku’s command line, redis:info' },
  'kafka.info': { 'state.healthy': 'Heroku’s command line, kafka:info' },
}
