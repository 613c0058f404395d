import { describe, expect, it } from 'vitest'
import { apiSessions } from '../../../../electron/core/collectors/api-sessions.ts'
import { appTransfers } from '../../../../electron/core/collectors/app-transfers.ts'
import { internalRouting } from '../../../../electron/core/collectors/internal-routing.ts'
import { oauthClients, teamAuthorizations } from '../../../../electron/core/collectors/oauth-clients.ts'
import { permissionNames, teamMatrix } from '../../../../electron/core/collectors/team-permissions.ts'
import {
  accountFeatures,
  appFeatures,
  commonAppFeatures,
  teamFeatures,
} from '../../../../electron/core/collectors/tls-version-ciphers.ts'
import { collect, SUBJECT, uuid } from '../../../fakes/collecting.ts'

const { account, team, app } = SUBJECT
const dates = { created_at: '2026-01-02T03:04:05Z', updated_at: '2026-02-03T04:05:06Z' }

describe('what acts for an account or a team', () => {
  it('are sessions, with the address that signed in', async () => {
    const session = { id: uuid(80), description: 'Session @ 192.0.2.44', expires_in: 86_400, ...dates }
    const { contents } = await collect(apiSessions, account, { '/oauth/sessions': [session] })
    expect(contents).toEqual([session])
  })

  it('are clients, without secret and path', async () => {
    const client = {
      ...{ id: uuid(81), name: 'Deploy board', ignores_delinquent: null, secret: 'CANARY', ...dates },
      redirect_uri: 'https://board.example/CANARY?x=CANARY',
    }
    const { contents, task } = await collect(oauthClients, account, { '/oauth/clients': [client] })
    expect(contents).toEqual([
      {
        ...{ of: 'client', id: uuid(81), name: 'Deploy board', ignores_delinquent: null, ...dates },
        ...{ redirect_scheme: 'https', redirect_host: 'board.example' },
      },
    ])
    expect(JSON.stringify(task)).not.toContain('CANARY')
  })

  it('are authorizations of a team, without tokens', async () => {
    const authorization = {
      ...{ id: uuid(82), description: 'deploys', scope: ['write'], client: null, ...dates },
      ...{ access_token: { id: uuid(83), expires_in: null, token: 'CANARY' }, grant: { code: 'CANARY' } },
      ...{ user: { id: uuid(7), email: 'ana@example.com', full_name: null } },
    }
    const { contents, task } = await collect(teamAuthorizations, team, {
      [`/teams/${team.id}/oauth/authorizations`]: [authorization],
    })
    expect(contents).toEqual([
      {
        ...{ of: 'team-authorization', id: uuid(82), team: { id: team.id, name: 'acme-shop' } },
        ...{ description: 'deploys', scope: ['write'], client: null, expires_in: null, ...dates },
        user: { id: uuid(7), email: 'ana@example.com' },
      },
    ])
    expect(JSON.stringify(task)).not.toContain('CANARY')
  })
})

describe('apps', () => {
  it('on their way to another owner', async () => {
    const transfer = {
      ...{ id: uuid(84), app: { id: app.id, name: app.name }, state: 'pending', ...dates },
      ...{
        owner: { id: uuid(7), email: 'ana@example.com' },
        recipient: { id: null, email: 'bo@example.com' },
      },
    }
    const { contents, task } = await collect(appTransfers, account, { '/account/app-transfers': [transfer] })
    expect(contents).toEqual([transfer])
    expect(task.items[0]?.subject).toBe('shop-api to bo@example.com')
  })

  it('and whether they answer inside their space only', async () => {
    const listed = {
      ...{ id: app.id, name: app.name, team: null, owner: { id: uuid(7), email: 'ana@example.com' } },
      ...{
        region: { id: uuid(1), name: 'virginia' },
        space: { id: uuid(3), name: 'shop-space', shield: true },
      },
      ...{ generation: 'cedar', stack: { id: uuid(2), name: 'heroku-24' }, internal_routing: true },
      ...{ build_stack: { id: uuid(2), name: 'heroku-24' }, maintenance: false, ...dates },
    }
    const { contents } = await collect(internalRouting, account, { '/apps': [listed] })
    expect(contents).toEqual([
      {
        app: { id: app.id, name: app.name },
        space: { id: uuid(3), name: 'shop-space' },
        generation: 'cedar',
        internal_routing: true,
      },
    ])
  })
})

describe('features', () => {
  const feature = (name: string, enabled: boolean) => ({
    ...{ id: uuid(90), name, enabled, state: 'general', description: 'x', doc_url: 'https://x', ...dates },
  })

  it.each([
    [appFeatures, app, `/apps/${app.id}/features`, 'app-features'],
    [commonAppFeatures, app, `/apps/${app.id}/features`, 'app-features'],
    [teamFeatures, team, `/teams/${team.id}/features`, 'team-features'],
    [accountFeatures, account, '/account/features', 'account-features'],
  ] as const)('of one owner are one item: $1.kind', async (collector, subject, path, of) => {
    const brought = await collect<never>(collector as never, subject as never, {
      [path]: [feature('spaces-tls-modern', true), feature('preboot', false)],
    })
    expect(brought.contents).toEqual([
      {
        of,
        owner: { id: subject.id, name: subject.name },
        features: [
          { name: 'preboot', enabled: false, state: 'general' },
          { name: 'spaces-tls-modern', enabled: true, state: 'general' },
        ],
      },
    ])
  })
})

describe('permissions of a team', () => {
  it('are told for every app and space in one list', async () => {
    const users = [
      { id: uuid(8), email: 'bo@example.com', permissions: ['view', 'deploy'] },
      { id: uuid(7), email: 'ana@example.com', permissions: [] },
    ]
    const { contents } = await collect(teamMatrix, team, {
      [`/teams/${team.id}/permissions`]: [
        { id: app.id, name: app.name, team_id: team.id, type: 'app', users },
      ],
    })
    expect(contents).toEqual([
      {
        ...{ of: 'team-matrix', team: 'acme-shop', kind: 'app', thing: { id: app.id, name: app.name } },
        users: [
          { id: uuid(7), email: 'ana@example.com', permissions: [] },
          { id: uuid(8), email: 'bo@example.com', permissions: ['deploy', 'view'] },
        ],
      },
    ])
  })

  it('come with their names', async () => {
    const { contents } = await collect(permissionNames, account, {
      '/teams/permissions': [{ name: 'deploy', description: 'Can deploy' }],
    })
    expect(contents).toEqual([{ of: 'permission', name: 'deploy', description: 'Can deploy' }])
  })
})
