import { z } from 'zod'
import type { Collector } from './collector.ts'
import { orNull, UserField } from './fields.ts'

const Entity = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  users: z.array(UserField.extend({ permissions: z.array(z.string()) })),
})

const Permission = z.object({ name: z.string(), description: orNull(z.string()) })

const common = {
  topic: 'app-collaborators-permissions',
  title: 'Permissions by team',
  says: 'who may do what on the apps and spaces of a team, as the team sees it',
  scope: 'read',
} as const

/**
 * All apps and spaces of a team with the people on them, in one request for each team. It tells neither roles nor
 * dates nor whether people are federated, so the lists of collaborators and members are read too; this one is what
 * they are held against.
 */
export const teamMatrix: Collector<'app-collaborators-permissions', 'team'> = {
  ...common,
  id: 'app-collaborators-permissions.matrix',
  per: 'team',
  async *collect(heroku, team) {
    for await (const { id, name, type, users } of heroku.list(`/teams/${team.id}/permissions`, Entity))
      yield {
        subject: `${name} in ${team.name}`,
        subjectId: `${team.id}/${type}/${id}`,
        content: {
          of: 'team-matrix',
          team: team.name,
          kind: type,
          thing: { id, name },
          users: users
            .map((user) => ({ ...user, permissions: user.permissions.toSorted() }))
            .sort((a, b) => (a.email < b.email ? -1 : 1)),
        },
      }
  },
}

/** The permissions that there are: one list for all teams, one request. */
export const permissionNames: Collector<'app-collaborators-permissions', 'account'> = {
  ...common,
  id: 'app-collaborators-permissions.names',
  per: 'account',
  async *collect(heroku) {
    for await (const { name, description } of heroku.list('/teams/permissions', Permission))
      yield {
        subject: name,
        subjectId: `permission/${name}`,
        content: { of: 'permission', name, description },
      }
  },
}
