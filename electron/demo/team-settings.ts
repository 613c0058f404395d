import { SERVICES } from './catalog/services.ts'
import { collaboratorsOf } from './collaborators.ts'
import { HOSTILE } from './hostile.ts'
import type { Organisation } from './organisation.ts'
import { ago, idOf } from './random.ts'
import type { Team } from './teams.ts'

/** Services that a team forbids by leaving them off its list; null: the team has no list. */
const LEFT_OUT: Readonly<Record<Team['name'], readonly string[] | null>> = {
  'northquay-core': [],
  'northquay-data': ['coralogix', 'tidewatch'],
  'northquay-labs': null,
  'saltmarsh-studio': null,
}

/** `GET /teams/{team}/allowed-addon-services`. */
export function allowedServicesOf(org: Organisation, team: Team) {
  const left = LEFT_OUT[team.name]
  const author = org.people.find((person) => person.teams.some(([name]) => name === team.name))
  if (!left || !author) return []
  return SERVICES.filter((service) => !left.includes(service.name)).map((service) => ({
    added_at: ago(org.ground, 400),
    added_by: { email: author.email, id: author.id },
    addon_service: {
      id: idOf(org.ground, 'addon-service', service.name),
      name: service.name,
      human_name: service.title,
    },
    id: idOf(org.ground, 'allowed', team.name, service.name),
  }))
}

const INVITED: Readonly<
  Record<Team['name'], readonly (readonly [email: string, name: string | null, role: string, days: number])[]>
> = {
  'northquay-core': [['elin.falk@northquay.example', 'Elin Falk', 'member', 3]],
  'northquay-data': [],
  'northquay-labs': [
    ['intern.2024@northquay.example', HOSTILE.at, 'member', 41],
    ['partner@dockside-consulting.example', null, 'admin', 6],
  ],
  'saltmarsh-studio': [],
}

/** `GET /teams/{team}/invitations`. */
export function invitationsOf(org: Organisation, team: Team) {
  const host = org.people.find((person) =>
    person.teams.some(([name, role]) => name === team.name && role === 'admin'),
  )
  if (!host) return []
  return INVITED[team.name].map(([email, name, role, days]) => ({
    created_at: ago(org.ground, days, 4),
    id: idOf(org.ground, 'invitation', team.name, email),
    invited_by: { email: host.email, id: host.id, name: host.name },
    team: { id: team.id, name: team.name },
    role,
    updated_at: ago(org.ground, days, 4),
    user: { email, id: idOf(org.ground, 'invited', email), name },
  }))
}

/** `GET /teams/{team}/permissions`: the whole matrix of who may do what, apps and spaces. */
export function permissionsOf(org: Organisation, team: Team) {
  const apps = org.apps
    .filter((app) => app.team === team)
    .map((app) => ({
      id: app.id,
      name: app.name,
      team_id: team.id,
      type: 'app',
      users: collaboratorsOf(org, app).map(({ person, permissions }) => ({
        email: person.email,
        id: person.id,
        permissions: [...permissions],
      })),
    }))
  const spaces = org.spaces
    .filter((space) => space.team === team.name)
    .map((space) => ({
      id: space.id,
      name: space.name,
      team_id: team.id,
      type: 'space',
      users: org.people
        .filter((person) => person.teams.some(([name]) => name === team.name))
        .map((person) => ({ email: person.email, id: person.id, permissions: ['view_space'] })),
    }))
  return [...apps, ...spaces]
}
