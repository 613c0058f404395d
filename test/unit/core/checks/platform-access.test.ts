import { transfersAreExplained } from '../../../../electron/core/checks/app-transfers.ts'
import { thirdPartiesRestricted } from '../../../../electron/core/checks/oauth-restriction.ts'
import { sessionsAreKnown, sessionsEndInTime } from '../../../../electron/core/checks/sessions.ts'
import { teamAuthorizationsApproved } from '../../../../electron/core/checks/team-authorizations.ts'
import type { AppTransferContent, TeamAuthorization } from '../../../../shared/model/content.ts'
import { daysAgo, denied, item, reading } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { ref, team } from '../../../fakes/planted.ts'
import { archive } from '../../../fakes/planted-archive.ts'
import { attested, listGiven } from '../../../fakes/told.ts'

function transfer(app: string, more: Partial<AppTransferContent> = {}) {
  return item('app-transfers', `${app} to bo@example.com`, {
    ...{ id: `transfer:${app}`, app: ref('app', app), owner: { id: null, email: 'ana@example.com' } },
    ...{ recipient: { id: null, email: 'bo@example.com' }, state: 'accepted' },
    ...{ created_at: daysAgo(20), updated_at: daysAgo(19), ...more },
  })
}

const explained = (...subjects: string[]) =>
  listGiven(
    'explanations',
    subjects.map((subject) => ({ kind: 'transfer', subject, reason: 'moved to the new team' })),
  )

const transfersRead = reading('app-transfers', 'account', 'me')

judges(transfersAreExplained, {
  'pending, explained, not explained, by the trail alone': {
    given: {
      items: [
        transfer('pending', { state: 'pending' }),
        transfer('told'),
        transfer('silent'),
        archive('2026-01-01T00:00:00Z', '2026-11-01T00:00:00Z'),
      ],
      readings: [transfersRead],
      events: [
        { type: 'app_transfer', action: 'update', app: 'gone', at: '2026-03-01T00:00:00Z' },
        { type: 'app_transfer', action: 'update', app: 'before', at: '2025-03-01T00:00:00Z' },
      ],
      records: [explained('Told', 'pending')],
    },
    answers: [
      ['pending', 'fail', /waits to go from ana@example\.com to bo@example\.com/],
      ['told', 'pass', /accepted on .*; an explanation names it/],
      ['silent', 'fail', /no explanation/],
      ['gone', 'fail', /1 audit event of transfers/],
    ],
  },
  'without the list': {
    given: { items: [transfer('moved')], readings: [transfersRead] },
    answers: [['moved', 'not-evaluated', /No list of explanations/]],
  },
  'none at all': {
    given: { readings: [transfersRead] },
    answers: [['whole collection', 'pass', /No transfer is pending/]],
  },
  refused: {
    given: { readings: [denied('app-transfers', 'account', 'me', '/account/app-transfers')] },
    answers: [['me', 'not-evaluated', /denied/]],
  },
})

function authorization(of: string, description: string, more: Partial<TeamAuthorization> = {}) {
  return item('oauth-authorizations', `${description} of ${of}`, {
    ...{ of: 'team-authorization', id: `id:${description}`, team: ref('team', of), description },
    ...{ scope: ['write'], client: null, user: null, expires_in: null },
    ...{ created_at: daysAgo(9), updated_at: daysAgo(9), ...more },
  })
}

const teamRead = (name: string) => reading('oauth-authorizations', 'team', name)
const clients = listGiven('oauth-clients', [{ client: 'Deploy board' }, { client: 'id:nightly' }])

judges(teamAuthorizationsApproved, {
  'by client, by id, unknown, none': {
    given: {
      items: [
        ...['good', 'bad', 'none', 'closed'].map((name) => team(name)),
        authorization('good', 'x', { client: { id: 'c', name: 'deploy board' } }),
        authorization('good', 'nightly'),
        authorization('bad', 'old script'),
      ],
      readings: [
        ...['good', 'bad', 'none'].map(teamRead),
        denied('oauth-authorizations', 'team', 'closed', '/teams/t/oauth/authorizations'),
      ],
      records: [clients],
    },
    answers: [
      ['good', 'pass', /deploy board \(write\) and nightly/],
      ['bad', 'fail', /old script/],
      ['none', 'not-applicable'],
      ['closed', 'not-evaluated', /denied/],
    ],
  },
  'without the list': {
    given: { items: [team('some'), authorization('some', 'x')], readings: [teamRead('some')] },
    answers: [['some', 'not-evaluated', /No list of approved OAuth clients/]],
  },
})

const account = (name: string) =>
  item('sso-identity-provider', name, {
    of: 'enterprise-account',
    ...ref('enterprise', name),
    enterprise_account: null,
    identity_provider: null,
  })

judges(thirdPartiesRestricted, {
  'stated of each account and of teams outside of one': {
    given: {
      items: [
        account('acme'),
        account('umbra'),
        team('inside', { enterprise_account: 'acme' }),
        team('alone'),
      ],
      records: [
        attested('third-party-oauth-restriction', { subject: 'acme' }),
        attested('third-party-oauth-restriction', { subject: 'umbra', answer: false }),
        attested('third-party-oauth-restriction', { subject: 'alone', answer: null }),
      ],
    },
    answers: [
      ['acme', 'pass', /It is on: Ana stated it/],
      ['umbra', 'fail', /It is off/],
      ['alone', 'not-evaluated', /Neither yes nor no/],
    ],
  },
  'stated of the organisation, of another year, of nobody': {
    given: { items: [account('acme')], records: [attested('third-party-oauth-restriction')] },
    answers: [['acme', 'pass']],
  },
  old: {
    given: {
      items: [account('acme')],
      records: [
        attested('third-party-oauth-restriction', {
          subject: 'acme',
          date: '2025-01-01',
          until: '2025-12-31',
        }),
      ],
    },
    answers: [['acme', 'not-evaluated']],
  },
  'no team': { given: {}, answers: [['whole collection', 'not-applicable']] },
})

const idp = { id: 'idp', name: 'okta' }
const served = [team('core', { identity_provider: idp })]

judges(sessionsEndInTime, {
  'the platform is within the limit': {
    policy: { signInAgainMinutes: 480 },
    given: { items: served },
    answers: [['whole collection', 'pass', /after 8 hours at the latest; the limit is 8 hours/]],
  },
  'without single sign-on it is not': {
    policy: { signInAgainMinutes: 480 },
    given: { items: [...served, team('other')] },
    answers: [['whole collection', 'not-evaluated', /after 10 days .*Nobody made a statement/]],
  },
  'another control ends sessions': {
    given: {
      items: served,
      records: [attested('session-length', { facts: { 'set by': 'the screen lock' } })],
    },
    answers: [['whole collection', 'pass', /the screen lock ends sessions earlier/]],
  },
  'stated hours within the limit': {
    policy: { signInAgainMinutes: 60 },
    given: { items: served, records: [attested('session-length', { facts: { hours: 1 } })] },
    answers: [['whole collection', 'pass', /after 1 hour/]],
  },
  'stated hours beyond the limit': {
    given: { items: served, records: [attested('session-length', { facts: { hours: 8 } })] },
    answers: [['whole collection', 'fail', /after 8 hours, the limit is 15 minutes/]],
  },
  'nothing named': {
    given: { items: served, records: [attested('session-length')] },
    answers: [['whole collection', 'fail', /no other control is named/]],
  },
  'not accepted': {
    given: { items: served, records: [attested('session-length', { answer: false })] },
    answers: [['whole collection', 'fail', /not accepted/]],
  },
})

const session = (id: string, age = 5) =>
  item('api-sessions', `Session ${id}`, {
    ...{ id, description: `Session ${id}`, expires_in: 86_400 },
    ...{ created_at: daysAgo(age), updated_at: daysAgo(1) },
  })
const sessionsRead = reading('api-sessions', 'account', 'me')
const token = item('oauth-authorizations', 'Dashboard', {
  ...{
    of: 'authorization',
    id: 'tok',
    description: null,
    scope: ['global'],
    client: ref('client', 'Dashboard'),
  },
  ...{ expires_in: 60, has_refresh_token: true, has_session: true, is_collector: false },
  ...{ created_at: daysAgo(3), updated_at: daysAgo(3) },
})

judges(sessionsAreKnown, {
  'on the list and not': {
    given: {
      items: [session('s1'), session('s2'), token],
      readings: [sessionsRead],
      records: [
        listGiven('session-owners', [
          { authorization: 'S1', owner: 'Ana', on: '2026-11-20' },
          { authorization: 'tok', owner: 'Ana', on: '2026-11-20' },
        ]),
      ],
    },
    answers: [
      ['Session s1', 'pass', /Ana recognised it on 2026-11-20/],
      ['Session s2', 'fail'],
      ['Dashboard', 'pass'],
    ],
  },
  'by a statement, before and after it': {
    given: {
      items: [session('old', 40), session('new', 2)],
      readings: [sessionsRead],
      records: [attested('account-sessions', { date: '2026-11-01' })],
    },
    answers: [
      ['Session old', 'pass'],
      ['Session new', 'not-evaluated', /after the statement/],
    ],
  },
  'a statement that says no, and none at all': {
    given: {
      items: [session('s1', 40)],
      readings: [sessionsRead],
      records: [attested('account-sessions', { date: '2026-11-01', answer: false })],
    },
    answers: [['Session s1', 'fail', /not every session/]],
  },
  'nobody said anything': {
    given: { items: [session('s1')], readings: [sessionsRead] },
    answers: [['Session s1', 'not-evaluated', /Nobody made a statement/]],
  },
  'no session': { given: { readings: [sessionsRead] }, answers: [['whole collection', 'not-applicable']] },
  refused: {
    given: { readings: [denied('api-sessions', 'account', 'me', '/oauth/sessions')] },
    answers: [['me', 'not-evaluated']],
  },
})
