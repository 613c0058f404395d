import { regionRef, regionsOf } from '../catalog/regions.ts'
import { spaceDrainOf, telemetryDrain } from '../drains.ts'
import type { Organisation } from '../organisation.ts'
import { ago, diceOf, idOf } from '../random.ts'
import type { Caller } from '../server/access.ts'
import { featureOff, found } from '../server/refusal.ts'
import { type Ask, pages, type Route, read, whole } from '../server/route.ts'
import type { Space } from '../spaces.ts'
import { membersOf, teamOf } from './teams.ts'

const visible = (org: Organisation, caller: Caller) =>
  org.spaces.filter((space) => caller.teams.has(space.team))

/** The space that the first parameter names, if the caller may see it. */
export function spaceOf(ask: Ask): Space {
  const space = found(ask.org.find.space.get(ask.params[0] ?? ''), 'space')
  return found(ask.caller.teams.has(space.team) ? space : null, 'space')
}

/** A space; `Accept-Expansion: region` fills in its region. */
function spaceAnswer(org: Organisation, space: Space, expand: ReadonlySet<string>) {
  const team = found(org.find.team.get(space.team), 'team')
  const region = regionsOf(org.ground).find((r) => r.name === space.region)
  return {
    created_at: space.createdAt,
    id: space.id,
    name: space.name,
    organization: { name: team.name },
    team: { id: team.id, name: team.name },
    region: expand.has('region') && region ? region : regionRef(org.ground, space.region),
    shield: space.shield,
    state: 'allocated',
    updated_at: ago(org.ground, 4),
    cidr: space.cidr,
    data_cidr: space.dataCidr,
    generation: space.generation,
  }
}

const rules = (sources: readonly string[]) => sources.map((source) => ({ action: 'allow', source }))

/** Rule sets of a space, the current one last; before it lies the default that lets everybody in. */
function rulesetsOf(org: Organisation, space: Space) {
  const author = org.people.find((person) => person.teams.some(([name]) => name === space.team))
  const ruleset = (key: string, sources: readonly string[], createdAt: string) => ({
    id: idOf(org.ground, 'ruleset', space.name, key),
    space: { id: space.id, name: space.name },
    created_at: createdAt,
    rules: rules(sources),
    created_by: author?.email ?? 'nobody@northquay.example',
  })
  const age = diceOf(org.ground, 'ruleset', space.name).int(1, 5)
  return [
    ruleset('default', ['0.0.0.0/0'], space.createdAt),
    ruleset('current', space.trusted, ago(org.ground, age)),
  ]
}

function natOf(org: Organisation, space: Space) {
  const roll = diceOf(org.ground, 'nat', space.name)
  return {
    created_at: space.createdAt,
    sources: space.nat === 'enabled' ? Array.from({ length: 4 }, () => `198.51.100.${roll.int(1, 254)}`) : [],
    state: space.nat,
    updated_at: space.nat === 'updating' ? ago(org.ground, 0.1) : space.createdAt,
  }
}

const noFir = (space: Space) => {
  if (space.generation === 'fir') throw featureOff('Trusted IP ranges are not supported in this space.')
  return space
}

function memberAnswers(org: Organisation, space: Space) {
  const team = found(org.find.team.get(space.team), 'team')
  return membersOf(org, team).map((person) => ({
    space: { id: space.id, name: space.name },
    created_at: person.createdAt,
    id: space.id,
    permissions: person.teams.some(([name, role]) => name === team.name && role === 'admin')
      ? [
          { name: 'view_space', description: 'View the space and its apps.' },
          { name: 'create_apps', description: 'Create apps in the space.' },
        ]
      : [{ name: 'view_space', description: 'View the space and its apps.' }],
    updated_at: ago(org.ground, 33),
    user: { email: person.email, id: person.id },
  }))
}

/** Spaces, their network and members. */
export const SPACES: readonly Route[] = [
  read('/spaces', ({ org, caller, expand }) =>
    pages(
      visible(org, caller).map((space) => spaceAnswer(org, space, expand)),
      'id',
      'name',
    ),
  ),
  read('/spaces/:space', (ask) => whole(spaceAnswer(ask.org, spaceOf(ask), ask.expand))),
  read('/teams/:team/spaces', (ask) => {
    const team = teamOf(ask)
    return pages(
      ask.org.spaces
        .filter((space) => space.team === team.name)
        .map((s) => spaceAnswer(ask.org, s, ask.expand)),
      'id',
      'name',
    )
  }),
  read('/spaces/:space/nat', (ask) => whole(natOf(ask.org, spaceOf(ask)))),
  read('/spaces/:space/inbound-ruleset', (ask) => whole(rulesetsOf(ask.org, noFir(spaceOf(ask))).at(-1))),
  read('/spaces/:space/inbound-rulesets', (ask) => pages(rulesetsOf(ask.org, noFir(spaceOf(ask))))),
  read('/spaces/:space/inbound-rulesets/:ruleset', (ask) => {
    const all = rulesetsOf(ask.org, noFir(spaceOf(ask)))
    return whole(
      found(
        all.find((ruleset) => ruleset.id === ask.params[1]),
        'rule set',
      ),
    )
  }),
  read('/spaces/:space/members', (ask) => whole(memberAnswers(ask.org, spaceOf(ask)))),
  read('/spaces/:space/members/:user', (ask) => {
    const key = ask.params[1] === '~' ? ask.caller.person.id : ask.params[1]
    const all = memberAnswers(ask.org, spaceOf(ask))
    return whole(
      found(
        all.find((member) => member.user.id === key || member.user.email === key),
        'member',
      ),
    )
  }),
  read('/spaces/:space/log-drain', (ask) => {
    const space = spaceOf(ask)
    if (!space.shield) throw featureOff('This space does not support a space log drain.')
    return whole(found(spaceDrainOf(ask.org, space), 'log drain'))
  }),
  read('/spaces/:space/telemetry-drains', (ask) => {
    const space = spaceOf(ask)
    if (space.generation !== 'fir') throw featureOff('Telemetry drains are not supported in this space.')
    return pages([telemetryDrain(ask.org, { ...space, type: 'space' })])
  }),
]
