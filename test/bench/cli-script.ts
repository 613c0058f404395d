import type { Topic } from '../../shared/model/topic.ts'

/** One kind of command that a script gives to Heroku's own CLI, and the topics that it tells at least a part of. */
export interface Step {
  readonly words: readonly string[]
  readonly topics: readonly Topic[]
}

/** What a script knows after its first commands: names to go through. */
export interface Found {
  readonly apps: readonly { readonly name: string }[]
  readonly teams: readonly { readonly name: string }[]
  readonly spaces: readonly { readonly name: string }[]
  readonly pipelines: readonly { readonly id: string }[]
  readonly addons: readonly {
    readonly name: string
    readonly app: { readonly name: string }
    readonly addon_service: { readonly name: string }
  }[]
}

const step = (words: string, ...topics: readonly Topic[]): Step => ({ words: words.split(' '), topics })

/** The lists that a script begins with, by the name under which it keeps what they answer. */
export const LISTS: Readonly<Record<keyof Found, Step>> = {
  apps: step('apps --all --json', 'app-inventory', 'internal-routing', 'stack-eol', 'app-lock'),
  teams: step('teams --json'),
  spaces: step('spaces --json', 'space-isolation'),
  pipelines: step('pipelines --json', 'pipelines-promotions'),
  addons: step('addons --all --json', 'addon-inventory'),
}

const ONCE: readonly Step[] = [
  step('auth:whoami'),
  step('authorizations --json', 'oauth-authorizations'),
  step('clients --json'),
  step('sessions --json', 'api-sessions'),
  step('keys --json', 'ssh-keys'),
  step('regions --json', 'region-residency'),
]

const perTeam = (team: string): readonly Step[] => [
  step(`members --team ${team} --json`, 'team-members-roles', 'member-mfa'),
  step(`members --team ${team} --pending --json`, 'team-invitations'),
]

const perSpace = (space: string): readonly Step[] => [
  step(`spaces:info --space ${space} --json`, 'space-isolation', 'space-outbound-ips'),
  step(`spaces:ps --space ${space} --json`, 'keystroke-logging'),
  step(`spaces:topology --space ${space} --json`),
  step(`spaces:trusted-ips --space ${space} --json`, 'space-trusted-ips'),
  step(`spaces:peerings --space ${space} --json`, 'space-peering'),
  step(`spaces:vpn:connections --space ${space} --json`, 'space-vpn'),
  step(`spaces:drains:get --space ${space} --json`, 'space-logging', 'log-drains'),
  step(`telemetry --space ${space}`, 'telemetry-drains'),
]

const perPipeline = (pipeline: string): readonly Step[] => [
  step(`pipelines:info ${pipeline} --json`, 'pipelines-promotions'),
  step(`ci --pipeline ${pipeline} --json`, 'ci-test-runs'),
]

const perApp = (app: string): readonly Step[] => [
  step(`apps:info --app ${app} --json`, 'app-inventory'),
  step(`access --app ${app} --json`, 'app-collaborators-permissions'),
  step(`config --app ${app} --json`, 'config-vars-inventory'),
  step(`releases --app ${app} --json`, 'releases', 'config-var-rotation'),
  step(`ps --app ${app} --json`, 'keystroke-logging'),
  step(`ps:type --app ${app}`, 'dyno-tier'),
  step(`buildpacks --app ${app} --json`, 'builds-slugs'),
  step(`domains --app ${app} --json`, 'domains-acm-certificates'),
  step(`certs --app ${app}`, 'domains-acm-certificates'),
  step(`features --app ${app} --json`, 'tls-version-ciphers'),
  step(`drains --app ${app} --json`, 'log-drains'),
  step(`telemetry --app ${app}`, 'telemetry-drains'),
  step(`webhooks --app ${app}`, 'app-webhooks'),
]

const perDatabase = (addon: string, app: string): readonly Step[] => [
  step(
    `pg:info ${addon} --app ${app}`,
    'postgres-encryption-at-rest',
    'postgres-high-availability',
    'postgres-rollback',
    'data-service-versions',
  ),
  step(`pg:credentials ${addon} --app ${app}`, 'postgres-credentials'),
  step(`pg:settings ${addon} --app ${app}`, 'postgres-logging-settings'),
  step(`pg:links ${addon} --app ${app}`, 'postgres-links-dataclips'),
]

const perAppWithDatabase = (app: string): readonly Step[] => [
  step(`pg:backups --app ${app}`, 'postgres-backups'),
  step(`pg:backups:schedules --app ${app}`, 'postgres-backups'),
  step(`data:maintenances --app ${app} --json`, 'data-service-versions'),
]

/** The commands that a script gives for what it found, in its order: each of them is a process. */
export function scriptOf({ apps, teams, spaces, pipelines, addons }: Found): readonly Step[] {
  const of = (service: string) => addons.filter(({ addon_service }) => addon_service.name === service)
  const databases = of('heroku-postgresql')
  const services = new Set(addons.map(({ addon_service }) => addon_service.name))
  return [
    ...ONCE,
    ...teams.flatMap(({ name }) => perTeam(name)),
    ...spaces.flatMap(({ name }) => perSpace(name)),
    ...pipelines.flatMap(({ id }) => perPipeline(id)),
    ...apps.flatMap(({ name }) => perApp(name)),
    ...[...services].map((service) => step(`addons:plans ${service} --json`, 'plan-compliance-flags')),
    ...databases.flatMap(({ name, app }) => perDatabase(name, app.name)),
    ...[...new Set(databases.map(({ app }) => app.name))].flatMap(perAppWithDatabase),
    ...of('heroku-redis').map(({ name, app }) =>
      step(`redis:info ${name} --app ${app.name} --json`, 'key-value-store'),
    ),
  ]
}
