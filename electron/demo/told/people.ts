import { collaboratorsOf } from '../collaborators.ts'
import type { Organisation } from '../organisation.ts'
import type { Telling, Told } from './told.ts'

const LEAD = 'Mira Holt'

/** What is told about people: who left, who may do what, and which accounts are no person's. */
export function toldAboutPeople(org: Organisation, { seen, state, day }: Telling): Told {
  const kept = state === 'kept'
  const email = (key: string) =>
    org.people.find((person) => person.key === key)?.email ?? `${key}@northquay.example`
  const inTeam = (team: string) =>
    org.people.filter((person) =>
      person.teams.some(([name, role]) => name === team && role !== 'collaborator'),
    )
  const deployers = (app: string) => {
    const found = org.find.app.get(app)
    const people = found ? collaboratorsOf(org, found) : []
    return people
      .filter(({ permissions }) => permissions.includes('deploy'))
      .map(({ person }) => ({ email: person.email, app, approvedBy: LEAD }))
  }
  const members = (space: string) =>
    inTeam(org.find.space.get(space)?.team ?? '').map((person) => ({
      email: person.email,
      space,
      approvedBy: LEAD,
    }))
  const managers = org.people.filter((person) => person.enterprise.includes('manage'))
  return {
    tags: {},
    lists: {
      'service-accounts': ['reader', 'ci'].map((key) => ({ email: email(key), owner: LEAD, reason: null })),
      'break-glass': inTeam('northquay-data')
        .filter((person) => !person.federated)
        .map((person) => ({ email: person.email, owner: LEAD, reason: 'until the move to single sign-on' })),
      leavers: [
        { email: email('hannah'), name: 'Hannah Osei', leftOn: day(-320) },
        { email: email('marcus'), name: 'Marcus Webb', leftOn: day(-300) },
        { email: 'ines.dietrich@northquay.example', name: 'Ines Dietrich', leftOn: day(-60) },
        ...(seen.removed
          ? [{ email: seen.removed.email, name: null, leftOn: seen.removed.at.slice(0, 10) }]
          : []),
      ],
      'email-domains': [{ domain: kept ? 'northquay.example' : 'northquay-old.example', reason: null }],
      'external-collaborators': [
        {
          email: email('jonas'),
          app: 'dockside-demo',
          company: 'Dockside Consulting',
          until: day(120),
          approvedBy: LEAD,
        },
      ],
      'enterprise-managers': managers
        .slice(0, kept ? managers.length : 1)
        .map((person) => ({ email: person.email, enterprise: 'northquay', approvedBy: LEAD })),
      deployers: ['freight-api', 'patient-courier', 'customs-desk'].flatMap(deployers),
      'space-members': ['harbour-frankfurt', 'patient-shield'].flatMap(members),
      'oauth-clients': [{ client: 'Grafana Cloud', reason: 'dashboards of operations', approvedBy: LEAD }],
      'access-requests': seen.permissions.map(({ at, app, email: whose }, i) => ({
        ...{
          reference: `ACC-${100 + i}`,
          email: whose,
          app,
          on: at.slice(0, 10),
          approvedBy: email('maren'),
        },
      })),
      explanations: [
        {
          kind: 'silent-member',
          subject: email('noor'),
          reason: 'On parental leave until spring.',
          person: LEAD,
        },
      ],
    },
    statements: [],
  }
}
