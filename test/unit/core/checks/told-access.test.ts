import { permissionChangesRequested } from '../../../../electron/core/checks/access-requests.ts'
import {
  deployersAreApproved,
  spaceMembersAreApproved,
} from '../../../../electron/core/checks/approved-access.ts'
import { configChangesReviewed } from '../../../../electron/core/checks/config-reviews.ts'
import { oauthClientsAreApproved } from '../../../../electron/core/checks/oauth-clients.ts'
import { daysAgo, denied, item, type PlantedEvent, reading } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { app, collaborator, ref, SHOP, space } from '../../../fakes/planted.ts'
import { archive } from '../../../fakes/planted-archive.ts'
import { listGiven, narrowedTo } from '../../../fakes/told.ts'

const staging = ['shop-staging', 'not-applicable'] as const
const appRead = [reading('app-collaborators-permissions', 'app', 'shop')]
const DEPLOYERS = listGiven('deployers', [
  { email: 'ana@acme.example', app: 'Shop' },
  { email: 'lead@acme.example' },
  { email: 'ben@acme.example', app: 'other' },
])

judges(deployersAreApproved, {
  'for the app and for every app; who only looks needs no approval': {
    given: {
      items: [
        ...SHOP,
        collaborator('Ana@acme.example', 'shop', ['deploy']),
        collaborator('lead@acme.example', 'shop', [], 'admin'),
        collaborator('eve@acme.example', 'shop', ['view']),
        collaborator('eve@acme.example', 'shop-staging', ['deploy']),
      ],
      readings: appRead,
      records: [DEPLOYERS],
    },
    answers: [['shop', 'pass', /2 people can deploy/], staging],
  },
  'approved for another app only': {
    given: {
      items: [...SHOP, collaborator('ben@acme.example', 'shop', ['deploy'])],
      readings: appRead,
      records: [DEPLOYERS],
    },
    answers: [['shop', 'fail', /without approval: ben@acme\.example/], staging],
  },
  'people that could not be read': {
    given: {
      items: SHOP,
      readings: [denied('app-collaborators-permissions', 'app', 'shop')],
      records: [DEPLOYERS],
    },
    answers: [['shop', 'not-evaluated'], staging],
  },
  'no list': {
    given: { items: SHOP, readings: appRead },
    answers: [['whole collection', 'not-evaluated', /No list of people who may deploy/]],
  },
})

const inSpace = (email: string, name: string) =>
  item('app-collaborators-permissions', `${email} in ${name}`, {
    of: 'space-member',
    space: ref('space', name),
    user: { id: `user:${email}`, email },
    permissions: ['create_apps'],
  })
const spaceRead = (name: string) => reading('app-collaborators-permissions', 'space', name)
const SPACE_MEMBERS = listGiven('space-members', [
  { email: 'ana@acme.example', space: 'payments' },
  { email: 'lead@acme.example' },
])

judges(spaceMembersAreApproved, {
  'approved, not approved, refused, out of scope': {
    given: {
      items: [
        space('payments'),
        space('claims'),
        space('closed'),
        space('other'),
        inSpace('ana@acme.example', 'payments'),
        inSpace('lead@acme.example', 'payments'),
        inSpace('ana@acme.example', 'claims'),
      ],
      readings: [
        spaceRead('payments'),
        spaceRead('claims'),
        denied('app-collaborators-permissions', 'space', 'closed', '/spaces/x/members'),
      ],
      records: [
        SPACE_MEMBERS,
        narrowedTo({ spaces: ['payments', 'claims', 'closed'].map((name) => ref('space', name)) }),
      ],
    },
    answers: [
      ['payments', 'pass', /2 members/],
      ['claims', 'fail', /ana@acme\.example/],
      ['closed', 'not-evaluated'],
      ['other', 'not-applicable', /out of the scope/],
    ],
  },
  'no list': {
    given: { items: [space('payments')], readings: [spaceRead('payments')] },
    answers: [['payments', 'not-evaluated', /No list of approved members of spaces/]],
  },
  'no space': {
    given: { records: [SPACE_MEMBERS] },
    answers: [['whole collection', 'not-applicable']],
  },
})

const trail = archive('2026-01-01T00:00:00Z', '2026-10-31T00:00:00Z')

const granted = (appName: string, email: string, at: string): PlantedEvent => ({
  type: 'collaborator',
  action: 'create',
  at,
  app: appName,
  actor: 'lead@acme.example',
  details: {
    data: { collaborator: { email } },
    actor: { email: 'lead@acme.example' },
    owner: { email: 'core@herokumanager.com' },
  },
})
const REQUESTS = listGiven('access-requests', [
  { reference: 'REQ-1', email: 'tom@acme.example', app: 'shop', on: '2026-05-03' },
  { reference: 'REQ-2', email: 'eva@acme.example', on: '2026-05-01' },
  { reference: 'REQ-3', email: 'lead@acme.example', app: 'shop-staging', on: '2026-06-01' },
])

judges(permissionChangesRequested, {
  'requested for the app, for any app; too late; for somebody else; by the actor’s own name': {
    given: {
      items: [...SHOP, trail, app('blog', { team: ref('team', 'marketing') })],
      events: [
        granted('shop', 'tom@acme.example', '2026-05-08T10:00:00Z'),
        granted('shop', 'eva@acme.example', '2026-05-02T10:00:00Z'),
        granted('shop-staging', 'new@acme.example', '2026-06-01T10:00:00Z'),
        granted('gone', 'tom@acme.example', '2026-05-03T10:00:00Z'),
        granted('blog', 'zoe@acme.example', '2026-05-03T10:00:00Z'),
        granted('shop', 'old@acme.example', '2025-05-03T10:00:00Z'),
      ],
      records: [REQUESTS, narrowedTo({ teams: [ref('team', 'core')] })],
    },
    answers: [
      ['shop', 'pass', /2 changes of permissions, each with a request/],
      [
        'shop-staging',
        'fail',
        /1 of 1 change of permissions without a request: create on 2026-06-01 by lead@acme\.example/,
      ],
      ['gone', 'fail'],
    ],
  },
  'the days are the policy’s': {
    policy: { requestMatchDays: 1 },
    given: {
      items: [...SHOP, trail],
      events: [granted('shop', 'tom@acme.example', '2026-05-08T10:00:00Z')],
      records: [REQUESTS],
    },
    answers: [['shop', 'fail']],
  },
  'nothing changed': {
    given: { items: [...SHOP, trail], records: [REQUESTS] },
    answers: [['whole collection', 'not-applicable', /tells of no change/]],
  },
  'no list': {
    given: { items: [...SHOP, trail], events: [granted('shop', 'tom@acme.example', '2026-05-08T10:00:00Z')] },
    answers: [['whole collection', 'not-evaluated', /1 change of permissions\. No list of access requests/]],
  },
  'no trail': {
    given: { items: SHOP, records: [REQUESTS] },
    answers: [['whole collection', 'not-applicable', /only enterprise accounts/]],
  },
})

const changed = (appName: string, actor: string, at: string, id: string): PlantedEvent => ({
  ...{ type: 'config_change', action: 'set', app: appName, actor, at, id },
})
const REVIEWS = listGiven('config-reviews', [
  { app: 'shop', on: '2026-05-08', reviewer: 'lead@acme.example' },
  { app: 'shop', on: '2026-05-09', event: 'e2', reviewer: 'lead@acme.example' },
  { app: 'shop-staging', on: '2026-05-08', reviewer: 'ANA@acme.example' },
])

judges(configChangesReviewed, {
  'by day, by event; by the maker alone; another event of the day': {
    given: {
      items: [...SHOP, trail],
      events: [
        changed('shop', 'ana@acme.example', '2026-05-08T10:00:00Z', 'e1'),
        changed('shop', 'ana@acme.example', '2026-05-09T10:00:00Z', 'e2'),
        changed('shop-staging', 'ana@acme.example', '2026-05-08T10:00:00Z', 'e3'),
        changed('gone', 'ana@acme.example', '2026-05-09T10:00:00Z', 'e4'),
        { ...changed('shop', 'ana@acme.example', '2026-05-10T10:00:00Z', 'e5'), type: 'addon' },
      ],
      records: [REVIEWS],
    },
    answers: [
      ['shop', 'pass', /2 changes of config vars, each reviewed by somebody else/],
      ['shop-staging', 'fail', /1 reviewed only by who made it: 2026-05-08/],
      ['gone', 'fail', /1 without a review: 2026-05-09/],
    ],
  },
  'one of two on a day with a review of the other event': {
    given: {
      items: [...SHOP, trail],
      events: [
        changed('shop', 'ana@acme.example', '2026-05-09T10:00:00Z', 'e2'),
        changed('shop', 'ana@acme.example', '2026-05-09T11:00:00Z', 'e9'),
      ],
      records: [REVIEWS],
    },
    answers: [['shop', 'fail', /2 changes of config vars, 1 without a review/]],
  },
  'nothing changed': {
    given: { items: [...SHOP, trail], records: [REVIEWS] },
    answers: [['whole collection', 'not-applicable']],
  },
  'no list': {
    given: {
      items: [...SHOP, trail],
      events: [changed('shop', 'ana@acme.example', '2026-05-08T10:00:00Z', 'e1')],
    },
    answers: [['whole collection', 'not-evaluated', /No list of reviews of config changes/]],
  },
  'no list, and nothing changed': {
    given: { items: [...SHOP, trail] },
    answers: [['whole collection', 'not-applicable']],
  },
  'a trail that was refused': {
    given: { items: SHOP, readings: [denied('audit-trail-events', 'enterprise', 'acme')] },
    answers: [['whole collection', 'not-evaluated']],
  },
})

const authorization = (description: string, client: string | null) =>
  item('oauth-authorizations', description, {
    of: 'authorization',
    id: `authorization:${description}`,
    description,
    scope: ['read'],
    client: client === null ? null : ref('client', client),
    expires_in: 3600,
    has_refresh_token: false,
    has_session: false,
    is_collector: null,
    created_at: daysAgo(10),
    updated_at: daysAgo(10),
  })

judges(oauthClientsAreApproved, {
  'by name, by id, not at all, without any application': {
    given: {
      items: [
        authorization('a', 'Grafana'),
        authorization('b', 'Codeship'),
        authorization('c', 'Unknown'),
        authorization('d', null),
      ],
      records: [listGiven('oauth-clients', [{ client: 'grafana' }, { client: 'client:Codeship' }])],
    },
    answers: [
      ['a', 'pass'],
      ['b', 'pass'],
      ['c', 'fail', /Unknown is not on the list/],
      ['d', 'not-applicable', /Made by hand/],
    ],
  },
  'no list': {
    given: { items: [authorization('a', 'Grafana'), authorization('d', null)] },
    answers: [
      ['a', 'not-evaluated', /No list of approved OAuth clients/],
      ['d', 'not-applicable'],
    ],
  },
  none: {
    given: {},
    answers: [['whole collection', 'not-applicable']],
  },
  refused: {
    given: { readings: [denied('oauth-authorizations', 'account', '~', '/oauth/authorizations')] },
    answers: [['~', 'not-evaluated']],
  },
})
