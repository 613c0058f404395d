import { leaversRemovedInTime, noLeaverHasAccess } from '../../../../electron/core/checks/leavers.ts'
import { noLocalPassword } from '../../../../electron/core/checks/local-passwords.ts'
import { mailDomainsApproved } from '../../../../electron/core/checks/mail-domains.ts'
import { managersAreLimited } from '../../../../electron/core/checks/manage-permission.ts'
import { silentMembersReviewed } from '../../../../electron/core/checks/silent-members.ts'
import { daysAgo, denied, item, type PlantedEvent, reading } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { collaborator, member, ref, release, team } from '../../../fakes/planted.ts'
import { archive } from '../../../fakes/planted-archive.ts'
import { listGiven, narrowedTo } from '../../../fakes/told.ts'

const okta = ref('idp', 'okta')
const served = team('core', { identity_provider: okta })
const provider = (enabled: boolean | null) =>
  item('sso-identity-provider', 'okta', {
    of: 'identity-provider',
    ...okta,
    owner: { ...ref('team', 'core'), type: 'team' },
    enabled,
    entity_id: 'https://okta.example/acme',
    sso_target_url: 'https://okta.example/sso',
    certificates: [],
  })
const federated = { federated: true }
const readMembers = reading('team-members-roles', 'team', 'core')
const BREAK_GLASS = listGiven('break-glass', [{ email: 'glass@acme.example', owner: 'Ana' }])

judges(noLocalPassword, {
  'all sign in through the provider: no list is needed': {
    given: {
      items: [served, provider(true), member('ana@acme.example', federated)],
      readings: [readMembers],
    },
    answers: [['core', 'pass', /All of 1 member/]],
  },
  'one does not, on the list in another case': {
    given: {
      items: [served, provider(true), member('ana@acme.example', federated), member('Glass@acme.example')],
      records: [BREAK_GLASS],
    },
    answers: [['core', 'pass', /break-glass accounts that Ana gave/]],
  },
  'one does not, on no list; a collaborator of an app is no member': {
    given: {
      items: [
        served,
        provider(true),
        member('tom@acme.example'),
        member('glass@acme.example'),
        member('guest@x.example', { role: 'collaborator' }),
      ],
      records: [BREAK_GLASS],
    },
    answers: [['core', 'fail', /no break-glass account: tom@acme\.example\./]],
  },
  'some do not, and nobody gave the list': {
    given: { items: [served, provider(true), member('tom@acme.example')] },
    answers: [['core', 'not-evaluated', /No list of break-glass accounts was given/]],
  },
  'no provider, or one that is off': {
    given: { items: [team('core'), member('tom@acme.example')] },
    answers: [['core', 'not-applicable', /No enabled identity provider/]],
  },
  'a provider that is off': {
    given: { items: [served, provider(false), member('tom@acme.example')] },
    answers: [['core', 'not-applicable']],
  },
  'a provider that could not be read': {
    given: { items: [served, provider(null), member('tom@acme.example')], records: [BREAK_GLASS] },
    answers: [['core', 'not-evaluated', /okta is enabled could not be read/]],
  },
  'an enterprise account that could not be read': {
    given: { items: [team('core', { enterprise_account: 'acme' }), member('tom@acme.example')] },
    answers: [['core', 'not-evaluated', /acme could not be read/]],
  },
})

judges(mailDomainsApproved, {
  'approved domain, approved below, approved alone, none of these, out of scope': {
    given: {
      items: [
        member('ana@acme.example'),
        member('ben@eu.acme.org'),
        member('sam@agency.example'),
        member('eve@acme.example.evil.example'),
        member('zoe@other.example', { team: 'marketing' }),
        member('core@herokumanager.com'),
      ],
      records: [
        listGiven('email-domains', [
          { domain: '@acme.example' },
          { domain: '*.acme.org' },
          { domain: 'Sam@agency.example' },
        ]),
        narrowedTo({ teams: [ref('team', 'core')] }),
      ],
    },
    answers: [
      ['ana@acme.example in core', 'pass'],
      ['ben@eu.acme.org in core', 'pass'],
      ['sam@agency.example in core', 'pass'],
      ['eve@acme.example.evil.example in core', 'fail', /Neither eve@.* nor its domain/],
    ],
  },
  'no list': {
    given: { items: [member('ana@acme.example')] },
    answers: [['whole collection', 'not-evaluated', /No list of approved mail domains was given/]],
  },
  'nobody to judge, and a team that was refused': {
    given: {
      readings: [denied('team-members-roles', 'team', 'core')],
      records: [listGiven('email-domains', [{ domain: 'acme.example' }])],
    },
    answers: [['core', 'not-evaluated']],
  },
  'no member': {
    given: { records: [listGiven('email-domains', [])] },
    answers: [['whole collection', 'not-applicable']],
  },
})

const tom = { email: 'tom@acme.example', leftOn: '2026-11-01' }

judges(noLeaverHasAccess, {
  'gone, still there in three places, and one who has not left yet': {
    given: {
      items: [
        member('Tom@acme.example'),
        collaborator('tom@acme.example', 'shop', ['view']),
        item('enterprise-account-permissions', 'tom', {
          id: 'e1',
          enterprise_account: 'acme',
          user: { id: 'u', email: 'tom@acme.example' },
          permissions: ['billing'],
        }),
      ],
      records: [
        listGiven('leavers', [
          tom,
          { email: 'eva@acme.example', leftOn: '2026-10-01' },
          { email: 'ana@acme.example', leftOn: '2026-11-21' },
        ]),
      ],
    },
    answers: [
      [
        'tom@acme.example',
        'fail',
        /20 days later, still has 3 rights: team core, enterprise account acme and app shop/,
      ],
      ['eva@acme.example', 'pass'],
      ['ana@acme.example', 'not-applicable', /had not passed/],
    ],
  },
  'not found, but not everything was read': {
    given: {
      items: [member('ana@acme.example')],
      readings: [denied('app-collaborators-permissions', 'app', 'shop')],
      records: [listGiven('leavers', [tom])],
    },
    answers: [['tom@acme.example', 'not-evaluated', /shop could not be read/]],
  },
  'a list that says that nobody left': {
    given: { items: [member('ana@acme.example')], records: [listGiven('leavers', [])] },
    answers: [['whole collection', 'not-applicable', /nobody left/]],
  },
  'no list': {
    given: { items: [member('ana@acme.example')] },
    answers: [['whole collection', 'not-evaluated', /No list of leavers was given/]],
  },
})

const removal = (at: string, email: string): PlantedEvent => ({
  type: 'team_membership',
  action: 'destroy',
  at,
  actor: 'ana@acme.example',
  details: { data: { user: { email } }, actor: { email: 'ana@acme.example' } },
})

judges(leaversRemovedInTime, {
  'in time, late, still there, without an event, never there, before the trail': {
    given: {
      items: [archive('2026-02-01T00:00:00Z', '2026-10-31T00:00:00Z'), member('still@acme.example')],
      events: [
        removal('2026-11-02T08:00:00Z', 'tom@acme.example'),
        removal('2026-06-20T08:00:00Z', 'late@acme.example'),
        { type: 'code_release', action: 'create', at: '2026-05-01T08:00:00Z', actor: 'quiet@acme.example' },
        {
          type: 'team_membership',
          action: 'destroy',
          at: '2026-05-01T08:00:00Z',
          details: { actor: { email: 'never@acme.example' } },
        },
      ],
      records: [
        listGiven('leavers', [
          tom,
          { email: 'late@acme.example', leftOn: '2026-06-01' },
          { email: 'still@acme.example', leftOn: '2026-06-01' },
          { email: 'quiet@acme.example', leftOn: '2026-06-01' },
          { email: 'never@acme.example', leftOn: '2026-06-01' },
          { email: 'early@acme.example', leftOn: '2026-01-01' },
        ]),
      ],
    },
    answers: [
      ['tom@acme.example', 'pass', /last removed on 2026-11-02, within 1 day/],
      ['late@acme.example', 'fail', /19 days later, 1 day are agreed/],
      ['still@acme.example', 'fail', /never removed from team core/],
      ['quiet@acme.example', 'not-evaluated', /no removal is in the audit trail/],
      ['never@acme.example', 'not-applicable', /Nothing shows/],
      ['early@acme.example', 'not-evaluated', /begins on 2026-02-01/],
    ],
  },
  'the agreed time is the policy’s': {
    policy: { leaverRemovalDays: 30 },
    given: {
      items: [archive('2026-02-01T00:00:00Z', '2026-10-31T00:00:00Z')],
      events: [removal('2026-06-20T08:00:00Z', 'late@acme.example')],
      records: [listGiven('leavers', [{ email: 'late@acme.example', leftOn: '2026-06-01' }])],
    },
    answers: [['late@acme.example', 'pass']],
  },
  'no audit trail': {
    given: { records: [listGiven('leavers', [tom])] },
    answers: [['whole collection', 'not-applicable', /only enterprise accounts have one/]],
  },
  'an audit trail that was refused': {
    given: {
      records: [listGiven('leavers', [tom])],
      readings: [denied('audit-trail-events', 'enterprise', 'acme')],
    },
    answers: [['whole collection', 'not-evaluated', /could not be read/]],
  },
  'no list': {
    given: { items: [archive('2026-02-01T00:00:00Z', '2026-10-31T00:00:00Z')] },
    answers: [['whole collection', 'not-evaluated', /No list of leavers/]],
  },
})

judges(silentMembersReviewed, {
  'active by event, by release, explained, new, silent': {
    given: {
      items: [
        archive('2026-02-01T00:00:00Z', '2026-10-31T00:00:00Z'),
        member('acts@acme.example'),
        member('ships@acme.example'),
        member('explained@acme.example'),
        member('new@acme.example', { created_at: daysAgo(10) }),
        member('silent@acme.example'),
        release('shop', 95, { user: { id: 'u', email: 'Ships@acme.example' } }),
        release('shop', 1, { user: { id: 'u', email: 'silent@acme.example' } }),
      ],
      events: [
        { type: 'addon', action: 'create', at: daysAgo(20), actor: 'acts@acme.example' },
        { type: 'addon', action: 'create', at: daysAgo(120), actor: 'silent@acme.example' },
      ],
      records: [
        listGiven('explanations', [
          { kind: 'silent-member', subject: 'explained@acme.example', reason: 'On leave.' },
          { kind: 'rollback', subject: 'silent@acme.example', reason: 'Another matter.' },
        ]),
      ],
    },
    answers: [
      ['acts@acme.example in core', 'pass', /Active on 2026-11-01/],
      ['ships@acme.example in core', 'pass'],
      ['explained@acme.example in core', 'pass', /explained: On leave\./],
      ['new@acme.example in core', 'not-applicable'],
      ['silent@acme.example in core', 'fail', /a prompt, no proof/],
    ],
  },
  'a trail that is too short says nothing about silence, nor does none': {
    given: {
      items: [archive('2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'), member('silent@acme.example')],
    },
    answers: [['silent@acme.example in core', 'not-evaluated', /does not reach 90 days back/]],
  },
  'no trail': {
    given: { items: [member('silent@acme.example')] },
    answers: [['silent@acme.example in core', 'not-evaluated', /only enterprise accounts/]],
  },
})

const manager = (email: string, permissions = ['view', 'manage']) =>
  item('enterprise-account-permissions', email, {
    id: `member:${email}`,
    enterprise_account: 'acme',
    user: { id: `user:${email}`, email },
    permissions,
  })
const enterpriseRead = [reading('enterprise-account-permissions', 'enterprise', 'acme')]
const MANAGERS = listGiven('enterprise-managers', [
  { email: 'ana@acme.example', enterprise: 'Acme' },
  { email: 'ben@acme.example', enterprise: 'other' },
])

judges(managersAreLimited, {
  'few and approved': {
    given: {
      items: [manager('Ana@acme.example'), manager('tom@acme.example', ['billing'])],
      records: [MANAGERS],
    },
    answers: [['acme', 'pass', /1 person holds manage/]],
  },
  'approved for another account': {
    given: { items: [manager('ana@acme.example'), manager('ben@acme.example')], records: [MANAGERS] },
    answers: [['acme', 'fail', /not approved: ben@acme\.example\./]],
  },
  'too many, whatever the list says': {
    policy: { enterpriseManagersMax: 1 },
    given: { items: [manager('ana@acme.example'), manager('ben@acme.example')] },
    answers: [['acme', 'fail', /2 people hold manage, at most 1 may/]],
  },
  'few, but no list': {
    given: { items: [manager('ana@acme.example')] },
    answers: [['acme', 'not-evaluated', /No list of approved holders/]],
  },
  'nobody in sight': {
    given: { items: [manager('tom@acme.example', ['view'])], readings: enterpriseRead, records: [MANAGERS] },
    answers: [['acme', 'not-applicable']],
  },
  refused: {
    given: {
      readings: [denied('enterprise-account-permissions', 'enterprise', 'acme')],
      records: [MANAGERS],
    },
    answers: [['acme', 'not-evaluated']],
  },
})
