import { HOSTILE_TEXTS } from '../hostile.ts'
import type { Organisation } from '../organisation.ts'
import { type Dice, diceOf, idOf } from '../random.ts'
import type { Month } from './months.ts'

/** Types and actions with their weights; from Heroku's published list. */
const KINDS: readonly (readonly [type: string, actions: string, weight: number])[] = [
  ['code_release', 'create', 30],
  ['config_change', 'set set set remove', 24],
  ['collaborator', 'create destroy', 7],
  ['addon', 'attach create destroy detach update', 9],
  ['app', 'create destroy update update', 8],
  ['team_membership', 'create destroy update', 5],
  ['enterprise_account_membership', 'create destroy update', 2],
  ['domain', 'create destroy', 3],
  ['sni_endpoint', 'create destroy update', 3],
  ['app_transfer', 'create update', 1],
  ['space', 'create destroy update', 1],
  ['trusted_ip', 'update', 1],
  ['team', 'destroy update update', 1],
  ['heroku_config_change', 'update', 2],
  ['applink_connection', 'create refresh refresh destroy', 2],
  ['applink_authorization', 'create refresh destroy', 1],
]
const BAG = KINDS.flatMap(([type, actions, weight]) => {
  const list = actions.split(' ')
  return Array.from({ length: weight * 4 }, (_, i) => [type, list[i % list.length] ?? 'update'] as const)
})
/** Events of these types concern no app. */
const ABOVE_APPS = new Set([
  'team_membership',
  'enterprise_account_membership',
  'space',
  'trusted_ip',
  'team',
])
const AGENTS = ['heroku-cli/11.9.0 linux-x64', 'dashboard.heroku.com', 'terraform/5.4.1', 'Grafana/12']
const VARS = [
  'API_TIMEOUT',
  'FEATURE_FLAGS',
  'LOG_LEVEL',
  'PAYMENT_API_KEY',
  'PARTNER_HOST',
  'RAILS_MASTER_KEY',
]

/** Pieces of JSON that many events share, made once. */
export interface Pieces {
  readonly actors: readonly string[]
  readonly apps: readonly string[]
  readonly above: readonly string[]
  readonly enterprise: string
  readonly hosts: readonly string[]
}

/** Gathers the pieces: people, and apps with their owner and team. */
export function piecesOf(org: Organisation): Pieces {
  const json = JSON.stringify
  const teams = org.teams.filter((team) => team.inEnterprise)
  const owner = (name: string) => ({
    id: idOf(org.ground, 'team-user', name),
    email: `${name}@herokumanager.com`,
  })
  const apps = org.apps.filter((app) => app.team?.inEnterprise).slice(0, 2000)
  const roll = diceOf(org.ground, 'ips')
  return {
    actors: org.people.filter(({ kind }) => kind !== 'leaver').map(({ id, email }) => json({ id, email })),
    apps: apps.map(
      (app) =>
        `"app":${json({ id: app.id, name: app.name })},"owner":${json(app.owner)},"team":${json({ id: app.team?.id, name: app.team?.name })}`,
    ),
    above: teams.map(
      (team) =>
        `"app":null,"owner":${json(owner(team.name))},"team":${json({ id: team.id, name: team.name })}`,
    ),
    enterprise: json({ id: org.enterprise.id, name: org.enterprise.name }),
    hosts: Array.from({ length: 60 }, () => `203.0.113.${roll.int(1, 254)}`),
  }
}

const hex8 = (n: number) => n.toString(16).padStart(8, '0')
const word = (dice: Dice) => hex8(Math.floor(dice.next() * 4294967296))

function uuid(dice: Dice): string {
  const [a, b, c, d] = [word(dice), word(dice), word(dice), word(dice)]
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`
}

function details(dice: Dice, type: string, action: string): string {
  const agent = JSON.stringify(dice.pick(AGENTS))
  if (dice.next() < 0.001) {
    return `{"note":${JSON.stringify(dice.pick(HOSTILE_TEXTS))},"user_agent":${agent}}`
  }
  switch (type) {
    case 'code_release':
      return `{"version":${dice.int(1, 900)},"description":"Deploy ${word(dice)}","slug_id":"${uuid(dice)}","user_agent":${agent}}`
    case 'config_change':
      return `{"config_vars":["${dice.pick(VARS)}","${dice.pick(VARS)}"],"release":{"id":"${uuid(dice)}","version":${dice.int(1, 900)}},"user_agent":${agent}}`
    case 'addon':
      return `{"addon":{"id":"${uuid(dice)}","name":"postgresql-cubed-${dice.int(10_000, 99_999)}","plan":"heroku-postgresql:standard-0"},"attachment":"DATABASE","user_agent":${agent}}`
    case 'collaborator':
      return `{"collaborator":{"id":"${uuid(dice)}","email":"guest${dice.int(1, 99)}@dockside-consulting.example"},"permissions":["view","deploy"],"user_agent":${agent}}`
    case 'team_membership': {
      const id = uuid(dice)
      const guest = (Number.parseInt(id.slice(0, 4), 16) % 99) + 1
      return `{"resource":{"id":"${id}","type":"${type}"},"user":{"email":"guest${guest}@dockside-consulting.example"},"changes":{"${action}":true},"user_agent":${agent}}`
    }
    default:
      return `{"resource":{"id":"${uuid(dice)}","type":"${type}"},"changes":{"${action}":true},"user_agent":${agent}}`
  }
}

/** The events of a month as JSON texts, in no order of time, about 726 bytes each. */
export function* monthEvents(org: Organisation, month: Month, pieces: Pieces): Generator<string> {
  const dice = diceOf(org.ground, 'events', month.year, `${month.month}${month.part ?? ''}`)
  for (let i = 0; i < month.events; i++) {
    const odd = month.unknownType && i === Math.min(3, month.events - 1)
    const [type, action] = odd ? (['tidal_lock', 'engage'] as const) : dice.pick(BAG)
    const at = new Date(month.from + Math.floor(dice.next() * (month.until - month.from))).toISOString()
    const about = dice.pick(ABOVE_APPS.has(type) || pieces.apps.length === 0 ? pieces.above : pieces.apps)
    const actor = dice.next() < 0.004 ? 'null' : dice.pick(pieces.actors)
    const request = dice.next() < 0.03 ? '' : `"request":{"ip_address":"${dice.pick(pieces.hosts)}"},`
    yield `{"id":"${uuid(dice)}","type":"${type}","action":"${action}","created_at":"${at}","actor":${actor},${about},"enterprise_account":${pieces.enterprise},${request}"data":${details(dice, type, action)}}`
  }
}
