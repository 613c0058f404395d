import { describe, expect, it } from 'vitest'
import { addonControls, allowedServices } from '../../../../electron/core/collectors/addon-allowlist.ts'
import {
  appCollaborators,
  spaceMembers,
  teamDefaultPermission,
} from '../../../../electron/core/collectors/app-collaborators-permissions.ts'
import { appLock } from '../../../../electron/core/collectors/app-lock.ts'
import { enterpriseAccountPermissions } from '../../../../electron/core/collectors/enterprise-account-permissions.ts'
import { teamInvitations } from '../../../../electron/core/collectors/team-invitations.ts'
import { teamMembersRoles } from '../../../../electron/core/collectors/team-members-roles.ts'
import { collect, SUBJECT, uuid } from '../../../fakes/collecting.ts'

const { team, app, space, enterprise } = SUBJECT
const at = '2025-01-01T12:00:00Z'
const user = { id: uuid(7), email: 'bo@example.com' }
const permissions = [
  { name: 'view', description: 'x' },
  { name: 'deploy', description: 'y' },
]

describe('a team', () => {
  it('has members with roles', async () => {
    const member = {
      id: uuid(20),
      email: user.email,
      role: null,
      federated: false,
      created_at: at,
      updated_at: at,
    }
    const { contents } = await collect(teamMembersRoles, team, {
      [`/teams/${team.id}/members`]: [{ ...member, user }],
    })
    expect(contents).toEqual([{ ...member, team: team.name, user_id: user.id }])
  })

  it('has pending invitations', async () => {
    const { contents } = await collect(teamInvitations, team, {
      [`/teams/${team.name}/invitations`]: [
        {
          id: uuid(21),
          user,
          role: 'admin',
          invited_by: { id: uuid(8), email: 'ana@example.com' },
          created_at: at,
        },
      ],
    })
    expect(contents).toEqual([
      {
        id: uuid(21),
        team: team.name,
        email: user.email,
        role: 'admin',
        invited_by: 'ana@example.com',
        created_at: at,
      },
    ])
  })

  it('has a default permission and add-on controls, which Heroku spells with hyphens', async () => {
    const preferences = {
      [`/teams/${team.id}/preferences`]: { 'default-permission': 'member', 'addons-controls': null },
    }
    const access = await collect(teamDefaultPermission, team, preferences)
    expect(access.contents).toEqual([
      { of: 'team-preferences', team: team.name, default_permission: 'member' },
    ])
    const controls = await collect(addonControls, team, preferences)
    expect(controls.contents).toEqual([
      { of: 'team-preferences', team: team.name, addons_controls: null, enterprise_team: true },
    ])
  })

  it('allows add-on services', async () => {
    const service = { id: uuid(22), name: 'papertrail', human_name: 'Papertrail' }
    const { contents } = await collect(allowedServices, team, {
      [`/teams/${team.id}/allowed-addon-services`]: [
        { id: uuid(23), addon_service: service, added_at: at, added_by: user },
      ],
    })
    expect(contents).toEqual([
      {
        of: 'allowed-service',
        id: uuid(23),
        team: team.name,
        addon_service: { id: uuid(22), name: 'papertrail' },
        added_at: at,
        added_by: user.email,
      },
    ])
  })

  it('has apps that are locked or not', async () => {
    const { contents } = await collect(appLock, team, {
      [`/teams/${team.id}/apps`]: [{ id: app.id, name: app.name, locked: true, joined: false }],
    })
    expect(contents).toEqual([{ id: app.id, name: app.name, team: team.name, locked: true }])
  })
})

describe('permissions', () => {
  it('of an enterprise member are names in order', async () => {
    const { contents } = await collect(enterpriseAccountPermissions, enterprise, {
      [`/enterprise-accounts/${enterprise.id}/members`]: [{ id: uuid(24), user, permissions }],
    })
    expect(contents).toEqual([
      { id: uuid(24), enterprise_account: 'acme', user, permissions: ['deploy', 'view'] },
    ])
  })

  it('of a collaborator stand on the app', async () => {
    const collaborator = { id: uuid(25), user: { ...user, federated: true }, role: 'member', created_at: at }
    const { contents } = await collect(appCollaborators, app, {
      [`/apps/${app.id}/collaborators`]: [{ ...collaborator, permissions }],
    })
    expect(contents).toEqual([
      {
        of: 'collaborator',
        app: { id: app.id, name: app.name },
        ...collaborator,
        permissions: ['deploy', 'view'],
      },
    ])
  })

  it('of a space member stand on the space', async () => {
    const { contents } = await collect(spaceMembers, space, {
      [`/spaces/${space.id}/members`]: [{ user, permissions: null }],
    })
    expect(contents).toEqual([
      { of: 'space-member', space: { id: space.id, name: space.name }, user, permissions: [] },
    ])
  })
})
