import { canary } from './canary.ts'
import type { TeamName } from './company.ts'
import { HOSTILE } from './hostile.ts'
import type { Organisation } from './organisation.ts'
import { ago, idOf } from './random.ts'
import type { Caller } from './server/access.ts'
import type { Team } from './teams.ts'

interface Past {
  readonly key: string
  readonly description: string
  readonly scope: readonly string[]
  readonly days: number
  readonly expiresIn: number | null
  readonly client?: string
  readonly session?: true
}

const YEAR = 31_536_000
const LIVE = { auditor: 20, reader: 25, 'two-factor': 30, global: 260, member: 15 } as const

const PAST: readonly Past[] = [
  { key: 'ci', description: 'CI pipeline, do not delete', scope: ['global'], days: 800, expiresIn: null },
  { key: 'report', description: 'Monthly report script', scope: ['read'], days: 120, expiresIn: YEAR },
  { key: 'hostile', description: HOSTILE.formula, scope: ['identity'], days: 30, expiresIn: 2_592_000 },
  {
    key: 'grafana',
    description: 'Grafana Cloud',
    scope: ['read'],
    days: 90,
    expiresIn: 28_799,
    client: 'Grafana Cloud',
  },
  {
    key: 'codeship',
    description: 'Codeship',
    scope: ['read'],
    days: 60,
    expiresIn: 28_799,
    client: 'Codeship',
  },
  {
    key: 'cli',
    description: 'Heroku CLI login from 192.0.2.44',
    scope: ['global'],
    days: 3,
    expiresIn: YEAR,
    session: true,
  },
]

/** `GET /oauth/authorizations`: those of the account, the caller's own among them with its real token. */
export function authorizationsOf(org: Organisation, caller: Caller, callers: readonly Caller[]) {
  const own = callers.flatMap((other) => {
    const days = Reflect.get(LIVE, other.role)
    if (other.person.id !== caller.person.id || typeof days !== 'number') return []
    const facts: Past = {
      key: other.role,
      description: `Evidence Locker, ${other.role}`,
      scope: other.scopes,
      days,
      expiresIn: 7_776_000,
    }
    return [authorization(org, caller, facts, other.token)]
  })
  const others = caller.person.key === 'reader' ? PAST : []
  return [...own, ...others.map((past) => authorization(org, caller, past, null))]
}

function authorization(org: Organisation, { person }: Caller, past: Past, token: string | null) {
  const { ground } = org
  const id = (part: string) => idOf(ground, 'authorization', person.key, past.key, part)
  return {
    access_token: {
      expires_in: past.expiresIn,
      id: id('token'),
      token: token ?? `HRKU-${canary(ground, 'authorization', person.key, past.key)}`,
      version: 1,
    },
    client: past.client
      ? { id: id('client'), name: past.client, redirect_uri: 'https://grafana.example/callback' }
      : null,
    created_at: ago(ground, past.days, 2),
    description: past.description,
    grant: past.client ? { code: canary(ground, 'grant', past.key), expires_in: 300, id: id('grant') } : null,
    id: id('self'),
    refresh_token: past.client
      ? { expires_in: null, id: id('refresh'), token: canary(ground, 'refresh', past.key) }
      : null,
    scope: [...past.scope],
    session: past.session ? { id: id('session') } : null,
    updated_at: ago(ground, past.days, 2),
    user: { id: person.id, email: person.email, full_name: person.name },
  }
}

/** What acts for a team: its deploy board, and a bot that its maker left behind. */
const OF_TEAMS: Readonly<Partial<Record<TeamName, { readonly name: string; readonly client: boolean }>>> = {
  'northquay-core': { name: 'Northquay deploy board', client: true },
  'northquay-labs': { name: 'hackday bot, remove me', client: false },
}

/** `GET /teams/{team}/oauth/authorizations`. */
export function teamAuthorizationsOf(org: Organisation, team: Team) {
  const { ground } = org
  const facts = OF_TEAMS[team.name]
  const [person] = org.people.filter((one) => one.teams.some(([name]) => name === team.name))
  if (!facts || !person) return []
  const id = (part: string) => idOf(ground, 'team-authorization', team.name, part)
  return [
    {
      access_token: {
        expires_in: null,
        id: id('token'),
        token: `HRKU-${canary(ground, 'team-authorization', team.name)}`,
        version: 1,
      },
      client: facts.client
        ? { id: id('client'), name: facts.name, redirect_uri: 'https://deploys.northquay.example/callback' }
        : null,
      created_at: ago(ground, 300, 2),
      description: facts.name,
      grant: null,
      id: id('self'),
      refresh_token: null,
      scope: ['write'],
      session: null,
      updated_at: ago(ground, 300, 2),
      user: { id: person.id, email: person.email, full_name: person.name },
    },
  ]
}
