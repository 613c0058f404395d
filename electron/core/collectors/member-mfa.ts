import { z } from 'zod'
import type { Collector } from './collector.ts'
import { EnterpriseMember } from './enterprise-account-permissions.ts'
import { orNull } from './fields.ts'
import { TeamMember } from './team-members-roles.ts'

const Account = z.object({
  id: z.string(),
  email: z.string(),
  federated: z.boolean(),
  two_factor_authentication: z.boolean(),
  mfa_enabled: orNull(z.boolean()),
  mfa_exemption: orNull(z.boolean()),
  mfa_exemption_reason: orNull(z.string()),
  mfa_experience: orNull(z.string()),
})

const common = {
  topic: 'member-mfa',
  title: 'Second factors of members',
  says: 'who signs in with a second factor or through the identity provider',
} as const

/** The collecting account itself: the only one whose exemption Heroku shows. */
export const accountMfa: Collector<'member-mfa', 'account'> = {
  ...common,
  id: 'member-mfa.account',
  scope: 'identity',
  per: 'account',
  async *collect(heroku) {
    const account = await heroku.get('/account', Account)
    const { id, ...factors } = account
    yield { subject: account.email, subjectId: id, content: { of: 'account', user_id: id, ...factors } }
  },
}

/** Second factors of enterprise members, whose list does not tell who is federated. */
export const enterpriseMemberMfa: Collector<'member-mfa', 'enterprise'> = {
  ...common,
  id: 'member-mfa.enterprise',
  scope: 'read',
  per: 'enterprise',
  async *collect(heroku, enterprise) {
    const path = `/enterprise-accounts/${enterprise.id}/members`
    for await (const member of heroku.list(path, EnterpriseMember))
      yield {
        subject: `${member.user.email} in ${enterprise.name}`,
        subjectId: `${enterprise.id}/${member.id}`,
        content: {
          of: 'enterprise-member',
          in: enterprise.name,
          email: member.user.email,
          user_id: member.user.id,
          federated: null,
          two_factor_authentication: member.two_factor_authentication,
          identity_provider: member.identity_provider,
        },
      }
  },
}

/** Second factors and federation of team members. */
export const teamMemberMfa: Collector<'member-mfa', 'team'> = {
  ...common,
  id: 'member-mfa.team',
  scope: 'read',
  per: 'team',
  async *collect(heroku, team) {
    for await (const member of heroku.list(`/teams/${team.id}/members`, TeamMember))
      yield {
        subject: `${member.email} in ${team.name}`,
        subjectId: `${team.id}/${member.id}`,
        content: {
          of: 'team-member',
          in: team.name,
          email: member.email,
          user_id: member.user?.id ?? null,
          federated: member.federated,
          two_factor_authentication: member.two_factor_authentication,
          identity_provider: member.identity_provider,
        },
      }
  },
}
