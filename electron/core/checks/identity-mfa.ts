import type { Verdict } from '../../../shared/model/check.ts'
import type { MfaContent } from '../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Check } from './check.ts'
import { eachEnterprise } from './facts/enterprises.ts'
import { readsOf, refusedSubjects } from './facts/reads.ts'
import { eachTeam, isTeamMailbox } from './facts/teams.ts'
import { fail, notApplicable, notEvaluated, pass, WHOLE } from './facts/verdict.ts'

type MemberContent = Extract<MfaContent, { of: 'team-member' | 'enterprise-member' }>
type Member = EvidenceItem<'member-mfa'> & { readonly content: MemberContent }
type Account = EvidenceItem<'member-mfa'> & { readonly content: Extract<MfaContent, { of: 'account' }> }

function judgeMember(item: Member): Verdict {
  const { content } = item
  const federated = content.federated ?? content.identity_provider !== null
  if (federated) {
    const provider = content.identity_provider ? ` ${content.identity_provider.name}` : ''
    return notEvaluated(
      item,
      `${content.email} signs in through the identity provider${provider}; only there can be seen whether a second factor is asked.`,
      [item],
    )
  }
  if (content.two_factor_authentication === null)
    return notEvaluated(item, `Heroku did not tell whether ${content.email} has a second factor.`, [item])
  return content.two_factor_authentication
    ? pass(item, `${content.email} signs in at Heroku with a second factor.`, [item])
    : fail(item, `${content.email} signs in at Heroku with a password alone, without a second factor.`, [
        item,
      ])
}

const WHY =
  'A password alone is the weakest door to production. Every framework asks for a second factor for people who can change systems.'

/** IDN-01. */
export const teamMembersHaveMfa: Check = {
  id: 'IDN-01',
  title: 'Every human team member has MFA or a federated identity',
  severity: 'critical',
  needs: ['member-mfa'],
  why: WHY,
  fix: 'Have the member turn on multi-factor authentication (Dashboard, Account settings, Multi-Factor Authentication), or move the team to single sign-on (Dashboard, team, Settings). Remove members who do not: `heroku members:remove EMAIL --team TEAM`.',
  limits:
    'Every member counts as a person until service accounts are tagged. What the identity provider asks of federated members is not visible at Heroku.',
  *judge(view) {
    yield* eachTeam(
      view,
      'member-mfa',
      (item) => (item.content.of === 'team-member' ? item.content.in : null),
      function* (team, items) {
        const people = items.filter(
          (item): item is Member => item.content.of === 'team-member' && !isTeamMailbox(item.content.email),
        )
        if (people.length === 0) yield notApplicable(team, 'The team has no human member.')
        for (const item of people) yield judgeMember(item)
      },
    )
  },
}

/** IDN-02. */
export const enterpriseMembersHaveMfa: Check = {
  id: 'IDN-02',
  title: 'Every enterprise account member has MFA or a federated identity',
  severity: 'critical',
  needs: ['member-mfa'],
  why: WHY,
  fix: 'Have the member turn on multi-factor authentication (Dashboard, Account settings, Multi-Factor Authentication), or set up single sign-on for the enterprise account. Remove members who do not, in the Dashboard under the enterprise account, Access.',
  limits:
    'A member counts as federated when an identity provider is named. What that provider asks for is not visible at Heroku.',
  *judge(view) {
    yield* eachEnterprise(
      view,
      'member-mfa',
      (item) => (item.content.of === 'enterprise-member' ? item.content.in : null),
      function* (enterprise, items) {
        const members = items.filter((item): item is Member => item.content.of === 'enterprise-member')
        if (members.length === 0) yield notApplicable(enterprise, 'The enterprise account has no member.')
        for (const item of members) yield judgeMember(item)
      },
    )
  },
}

/** IDN-07. */
export const noMfaExemption: Check = {
  id: 'IDN-07',
  title: 'No MFA exemption is in place on a readable account',
  severity: 'high',
  needs: ['member-mfa'],
  why: 'An exempted account is never asked for a second factor, whatever the policy of the organisation says.',
  fix: 'Ask Heroku support to lift the exemption, then turn on multi-factor authentication (Dashboard, Account settings).',
  limits:
    'Heroku tells this of the collecting account only. An exemption because the account is federated is the identity provider’s matter and is not evaluated.',
  *judge(view) {
    const accounts = view.items('member-mfa').filter((item): item is Account => item.content.of === 'account')
    for (const item of accounts) yield judgeExemption(item)
    const reads = readsOf(view, 'member-mfa')
    yield* refusedSubjects(reads, ['account'])
    if (accounts.length === 0 && !reads.refusals.some((reading) => reading.subjectKind === 'account'))
      yield notEvaluated(WHOLE, 'The collecting account itself was not read.')
  },
}

function judgeExemption(item: Account): Verdict {
  const { email, federated, mfa_exemption, mfa_exemption_reason: reason } = item.content
  if (mfa_exemption === null)
    return notEvaluated(item, `Heroku did not tell whether ${email} is exempt from a second factor.`, [item])
  if (!mfa_exemption) return pass(item, `${email} has no exemption from the second factor.`, [item])
  if (federated && reason === 'federated')
    return notEvaluated(
      item,
      `${email} is exempt because it signs in through the identity provider; only there can be seen whether a second factor is asked.`,
      [item],
    )
  return fail(item, `${email} is exempt from the second factor${reason ? ` (${reason})` : ''}.`, [item])
}
