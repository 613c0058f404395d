import { z } from 'zod'
import type { Collector } from './collector.ts'
import { orNull, PermissionField, permissionNames, Time, UserField } from './fields.ts'
import { TeamPreferences } from './team-preferences.ts'

const Permissions = orNull(z.array(PermissionField))

const Collaborator = z.object({
  id: z.string(),
  user: UserField.extend({ federated: orNull(z.boolean()) }),
  role: orNull(z.string()),
  permissions: Permissions,
  created_at: Time,
})

const SpaceMember = z.object({ user: UserField, permissions: Permissions })

const common = {
  topic: 'app-collaborators-permissions',
  title: 'Access to apps and spaces',
  says: 'who may view, deploy, operate and manage what',
  scope: 'read',
} as const

/** What a new member of a team may do on its apps. */
export const teamDefaultPermission: Collector<'app-collaborators-permissions', 'team'> = {
  ...common,
  id: 'app-collaborators-permissions.team',
  per: 'team',
  async *collect(heroku, team) {
    const preferences = await heroku.get(`/teams/${team.id}/preferences`, TeamPreferences)
    yield {
      subject: team.name,
      subjectId: team.id,
      content: {
        of: 'team-preferences',
        team: team.name,
        default_permission: preferences['default-permission'],
      },
    }
  },
}

/** People with permissions in a space. */
export const spaceMembers: Collector<'app-collaborators-permissions', 'space'> = {
  ...common,
  id: 'app-collaborators-permissions.space',
  per: 'space',
  async *collect(heroku, space) {
    const ref = { id: space.id, name: space.name }
    for await (const member of heroku.list(`/spaces/${space.id}/members`, SpaceMember))
      yield {
        subject: `${member.user.email} in ${space.name}`,
        subjectId: `${space.id}/${member.user.id ?? member.user.email}`,
        content: {
          of: 'space-member',
          space: ref,
          user: member.user,
          permissions: permissionNames(member.permissions),
        },
      }
  },
}

/** People with permissions on an app. */
export const appCollaborators: Collector<'app-collaborators-permissions', 'app'> = {
  ...common,
  id: 'app-collaborators-permissions.app',
  per: 'app',
  async *collect(heroku, app) {
    const ref = { id: app.id, name: app.name }
    for await (const collaborator of heroku.list(`/apps/${app.id}/collaborators`, Collaborator))
      yield {
        subject: `${collaborator.user.email} on ${app.name}`,
        subjectId: collaborator.id,
        content: {
          of: 'collaborator',
          id: collaborator.id,
          app: ref,
          user: collaborator.user,
          role: collaborator.role,
          permissions: permissionNames(collaborator.permissions),
          created_at: collaborator.created_at,
        },
      }
  },
}
