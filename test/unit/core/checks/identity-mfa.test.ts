import {
  enterpriseMembersHaveMfa,
  noMfaExemption,
  teamMembersHaveMfa,
} from '../../../../electron/core/checks/identity-mfa.ts'
import type { MfaContent } from '../../../../shared/model/content.ts'
import { denied, item, reading } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'

type Member = Extract<MfaContent, { of: 'team-member' | 'enterprise-member' }>
type Account = Extract<MfaContent, { of: 'account' }>

const idp = { id: 'idp:1', name: 'acme-okta' }

function member(email: string, more: Partial<Member> = {}) {
  const content: Member = {
    of: 'team-member',
    in: 'core',
    email,
    user_id: `user:${email}`,
    federated: false,
    two_factor_authentication: true,
    identity_provider: null,
    ...more,
  }
  return item('member-mfa', `${email} in ${content.in}`, content)
}

function account(more: Partial<Account> = {}) {
  const content: Account = {
    of: 'account',
    email: 'auditor@acme.example',
    user_id: 'user:auditor',
    federated: false,
    two_factor_authentication: true,
    mfa_enabled: true,
    mfa_exemption: false,
    mfa_exemption_reason: null,
    mfa_experience: 'vaas',
    ...more,
  }
  return item('member-mfa', content.email, content)
}

const core = reading('member-mfa', 'team', 'core')
const acme = reading('member-mfa', 'enterprise', 'acme')

judges(teamMembersHaveMfa, {
  'a second factor passes, its absence fails': {
    given: {
      items: [member('ana@acme.example'), member('bo@acme.example', { two_factor_authentication: false })],
      readings: [core],
    },
    answers: [
      ['ana@acme.example in core', 'pass', /with a second factor/],
      ['bo@acme.example in core', 'fail', /bo@acme\.example signs in at Heroku with a password alone/],
    ],
  },
  'a federated member with the flag off is the identity provider’s matter': {
    given: {
      items: [
        member('cy@acme.example', {
          federated: true,
          two_factor_authentication: false,
          identity_provider: idp,
        }),
      ],
      readings: [core],
    },
    answers: [['cy@acme.example in core', 'not-evaluated', /identity provider acme-okta/]],
  },
  'a flag that Heroku left out is no pass': {
    given: { items: [member('dee@acme.example', { two_factor_authentication: null })], readings: [core] },
    answers: [['dee@acme.example in core', 'not-evaluated']],
  },
  'the pseudo-user of a team is no human': {
    given: { items: [member('core@herokumanager.com')], readings: [core] },
    answers: [['core', 'not-applicable', /no human member/]],
  },
  'a refused member list is not silence': {
    given: { items: [member('ana@acme.example')], readings: [core, denied('member-mfa', 'team', 'data')] },
    answers: [
      ['ana@acme.example in core', 'pass'],
      ['data', 'not-evaluated', /could not be read \(denied: the token may not read this\)/],
    ],
  },
  'no team at all': {
    given: {},
    answers: [['whole collection', 'not-applicable', /in no team/]],
  },
  'a refused list of teams': {
    given: { readings: [denied('member-mfa', 'account', '~', '/teams')] },
    answers: [['whole collection', 'not-evaluated', /list of teams could not be read/]],
  },
  'a topic that was not collected': {
    given: { collection: { topics: ['releases'] } },
    answers: [['whole collection', 'not-evaluated', /did not read member-mfa/]],
  },
})

const inEnterprise = { of: 'enterprise-member', in: 'acme', federated: null } as const

judges(enterpriseMembersHaveMfa, {
  'federation is told by the identity provider alone': {
    given: {
      items: [
        member('ana@acme.example', inEnterprise),
        member('bo@acme.example', { ...inEnterprise, two_factor_authentication: false }),
        member('cy@acme.example', {
          ...inEnterprise,
          two_factor_authentication: false,
          identity_provider: idp,
        }),
      ],
      readings: [acme],
    },
    answers: [
      ['ana@acme.example in acme', 'pass'],
      ['bo@acme.example in acme', 'fail'],
      ['cy@acme.example in acme', 'not-evaluated', /acme-okta/],
    ],
  },
  'no enterprise account': {
    given: { readings: [core] },
    answers: [['whole collection', 'not-applicable', /sees no enterprise account/]],
  },
  'an enterprise account that refuses': {
    given: { readings: [denied('member-mfa', 'enterprise', 'acme')] },
    answers: [['acme', 'not-evaluated', /denied/]],
  },
})

judges(noMfaExemption, {
  'no exemption': { given: { items: [account()] }, answers: [['auditor@acme.example', 'pass']] },
  'an exemption with its reason': {
    given: { items: [account({ mfa_exemption: true, mfa_exemption_reason: 'legacy device' })] },
    answers: [['auditor@acme.example', 'fail', /\(legacy device\)/]],
  },
  'exempt because federated': {
    given: {
      items: [account({ federated: true, mfa_exemption: true, mfa_exemption_reason: 'federated' })],
    },
    answers: [['auditor@acme.example', 'not-evaluated', /identity provider/]],
  },
  'the public variant has no such field': {
    given: { items: [account({ mfa_exemption: null })] },
    answers: [['auditor@acme.example', 'not-evaluated']],
  },
  'the account was refused': {
    given: { readings: [denied('member-mfa', 'account', '~', '/account')] },
    answers: [['~', 'not-evaluated', /denied/]],
  },
})
