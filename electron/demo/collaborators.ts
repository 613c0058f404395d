import type { App } from './apps.ts'
import type { Organisation } from './organisation.ts'
import type { Person } from './people.ts'
import { diceOf } from './random.ts'

/** What somebody may do with an app. */
export type Permission = 'view' | 'deploy' | 'operate' | 'manage'

/** Somebody with access to an app. */
export interface Collaborator {
  readonly person: Person
  readonly role: 'admin' | 'collaborator' | 'member' | 'owner' | null
  readonly permissions: readonly Permission[]
}

/** Words of Heroku for each permission. */
export const PERMISSIONS: Readonly<Record<Permission, string>> = {
  view: 'Can view the app and its metadata.',
  deploy: 'Can manage config, deploy, run commands and restart the app.',
  operate: 'Can scale dynos, view and set config, and restart the app.',
  manage: 'Can manage collaborators, transfer, rename and delete the app.',
}

const MANAGER: readonly Permission[] = ['view', 'manage']
const RELEASER: readonly Permission[] = ['view', 'deploy', 'operate']
const EVERYTHING: readonly Permission[] = ['view', 'deploy', 'operate', 'manage']

/** Who may do what with an app: duties apart, except where the app is cast otherwise. */
export function collaboratorsOf(org: Organisation, app: App): readonly Collaborator[] {
  const outsiders = (app.traits.outsiders ?? []).flatMap((key) => org.people.filter((p) => p.key === key))
  const guests = outsiders.map((person) => ({
    person,
    role: 'collaborator' as const,
    permissions: RELEASER,
  }))
  return [...(app.team ? teamSide(org, app) : personalSide(org, app)), ...guests]
}

function teamSide(org: Organisation, app: App): readonly Collaborator[] {
  const members = org.people.filter((person) => person.teams.some(([name]) => name === app.team?.name))
  const roll = diceOf(org.ground, 'collaborators', app.name)
  const combined = app.traits.duties === 'combined'
  return members
    .filter((person) => person.key === 'ci' || roll.chance(0.6))
    .slice(0, 8)
    .map((person, i) => {
      const role = person.teams.find(([name]) => name === app.team?.name)?.[1] ?? null
      if (person.key === 'reader') return { person, role, permissions: ['view'] as const }
      if (combined && i < 3) return { person, role, permissions: EVERYTHING }
      return { person, role, permissions: role === 'admin' ? MANAGER : RELEASER }
    })
}

function personalSide(org: Organisation, app: App): readonly Collaborator[] {
  const owner = org.people.filter((person) => person.id === app.owner.id)
  const reader = org.people.filter((person) => person.key === 'reader')
  return [
    ...owner.map((person) => ({ person, role: 'owner' as const, permissions: EVERYTHING })),
    ...reader.map((person) => ({ person, role: 'collaborator' as const, permissions: RELEASER })),
  ]
}
