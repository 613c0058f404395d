import type { Check } from './check.ts'
import { givenList, listMissing } from './facts/lists.ts'
import { eachMember } from './facts/members.ts'
import { mailMatcher } from './facts/patterns.ts'
import { fail, pass } from './facts/verdict.ts'

/** IDN-10. */
export const mailDomainsApproved: Check = {
  id: 'IDN-10',
  title: 'Member e-mail domains are on the approved list',
  severity: 'medium',
  needs: ['team-members-roles'],
  needsLists: ['email-domains'],
  why: 'A member with a private or foreign address is outside of the directory, so nobody takes the access away when the person goes.',
  fix: 'Invite the person under an address of the organisation and remove the other one (`heroku members:remove EMAIL --team TEAM`), or put the address on the list as an exception with its reason.',
  limits: 'Judges addresses, not people. A domain does not approve its subdomains; `*.example.com` does.',
  *judge(view) {
    const list = givenList(view, 'email-domains')
    if (!list) {
      yield listMissing('email-domains')
      return
    }
    const approved = mailMatcher(list.rows.map(({ domain }) => domain))
    yield* eachMember(view, (member) => {
      const { email } = member.content
      return approved(email)
        ? pass(member, `${email} is approved by ${list.called}.`, [member])
        : fail(member, `Neither ${email} nor its domain is on ${list.called}.`, [member])
    })
  },
}
