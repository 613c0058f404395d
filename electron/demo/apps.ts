import { APPS, CARGO, TASKS } from './cast/apps.ts'
import type { Person } from './people.ts'
import { ago, diceOf, type Ground, idOf } from './random.ts'
import type { Space } from './spaces.ts'
import type { Team } from './teams.ts'
import type { AppTraits } from './traits.ts'

/** An app, as far as lists need it; everything below an app is made when it is asked for. */
export interface App {
  readonly id: string
  readonly name: string
  readonly traits: AppTraits
  readonly team: Team | null
  readonly space: Space | null
  readonly owner: { readonly id: string; readonly email: string }
  readonly region: string
  readonly stack: string
  readonly buildStack: string
  readonly generation: 'cedar' | 'fir'
  readonly createdAt: string
  /** Days since it was made. */
  readonly ageDays: number
}

/** Traits of exactly `count` apps: the cast, then families of staging, production and a worker. */
export function castApps(ground: Ground, count: number): readonly AppTraits[] {
  const traits = APPS.slice(0, count)
  for (let i = 0; traits.length < count; i++) traits.push(extra(ground, i))
  return traits
}

/** The apps themselves. */
export function makeApps(
  ground: Ground,
  traits: readonly AppTraits[],
  teams: readonly Team[],
  spaces: readonly Space[],
  people: readonly Person[],
): readonly App[] {
  const lars = people.find((person) => person.key === 'lars') ?? people[0]
  return traits.map((trait) => {
    const team = teams.find((t) => t.name === trait.team) ?? null
    const space = spaces.find((s) => s.name === trait.space) ?? null
    const ageDays = trait.ageDays ?? 300
    return {
      id: idOf(ground, 'app', trait.name),
      name: trait.name,
      traits: trait,
      team,
      space,
      owner: team
        ? { id: idOf(ground, 'team-user', team.name), email: `${team.name}@herokumanager.com` }
        : { id: lars?.id ?? idOf(ground, 'nobody'), email: lars?.email ?? 'nobody@northquay.example' },
      region: space?.region ?? trait.region ?? 'us',
      stack: trait.stack ?? 'heroku-24',
      buildStack: trait.buildStack ?? trait.stack ?? 'heroku-24',
      generation: space?.generation ?? 'cedar',
      createdAt: ago(ground, ageDays, diceOf(ground, 'app-hour', trait.name).int(-20, 3)),
      ageDays,
    }
  })
}

const TEAMS = ['northquay-core', 'northquay-data', 'northquay-labs'] as const
const PARTNERS = [
  'papertrail:choklad',
  'newrelic:wayne',
  'rollbar:trial-5k',
  'scheduler:standard',
  'bucketeer:hobbyist',
]

function extra(ground: Ground, i: number): AppTraits {
  const family = Math.floor(i / 3)
  const kind = (['staging', 'production', 'worker'] as const)[i % 3] ?? 'worker'
  const roll = diceOf(ground, 'app-family', family)
  const own = diceOf(ground, 'app-extra', i)
  const word = `${roll.pick(CARGO)}-${roll.pick(TASKS)}-${family}`
  const team = roll.pick(TEAMS)
  const database = roll.chance(0.6)
  return {
    name: kind === 'production' ? word : `${word}-${kind === 'staging' ? 'stg' : 'job'}`,
    team,
    ageDays: roll.int(60, 1400),
    language: roll.pick(['nodejs', 'ruby', 'python', 'java'] as const),
    stack: own.chance(0.15) ? 'heroku-22' : 'heroku-24',
    ...(kind === 'worker' ? {} : { pipeline: word, stage: kind }),
    ...(own.chance(0.2) ? { unlocked: true as const } : {}),
    web: kind === 'worker' ? ['Basic', 0] : ['Standard-1X', kind === 'production' ? own.int(1, 4) : 1],
    drains: own.chance(0.85) ? ['syslog-tls'] : [],
    addons: [
      ...(database
        ? [{ plan: kind === 'production' ? 'heroku-postgresql:standard-0' : 'heroku-postgresql:essential-0' }]
        : []),
      ...(own.chance(0.6) ? [{ plan: own.pick(PARTNERS) }] : []),
    ],
    ...(kind === 'production' && own.chance(0.4)
      ? { domains: [{ host: `${word}.northquay.example`, certificate: 'managed' as const }] }
      : {}),
    ...(own.chance(0.3) ? { config: { stale: true as const } } : {}),
    releases: {
      count: own.int(8, 30),
      ...(kind === 'production' && own.chance(0.15) ? { direct: true } : {}),
    },
  }
}
