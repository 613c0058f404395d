import type { Check } from './check.ts'
import { eachEnterprise } from './facts/enterprises.ts'
import { givenList, noList } from './facts/lists.ts'
import { personKey } from './facts/teams.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

/** IDN-15. */
export const managersAreLimited: Check = {
  id: 'IDN-15',
  title: 'Enterprise manage permission is limited',
  severity: 'high',
  needs: ['enterprise-account-permissions', 'sso-identity-provider'],
  needsLists: ['enterprise-managers'],
  why: 'Who manages the enterprise account can make anybody, also themselves, admin of every team in it.',
  fix: 'Take the permission away in the Dashboard (enterprise account, Access), or have the holder approved and put on the list.',
  limits: 'The number comes from the policy (`enterpriseManagersMax`).',
  *judge(view, { enterpriseManagersMax: most }) {
    const list = givenList(view, 'enterprise-managers')
    yield* eachEnterprise(
      view,
      'enterprise-account-permissions',
      (item) => item.content.enterprise_account,
      function* (enterprise, members) {
        const holders = members.filter((item) => item.content.permissions.includes('manage'))
        const approved = new Set(
          list?.rows
            .filter((row) => row.enterprise === null || row.enterprise === enterprise.subject.toLowerCase())
            .map(({ email }) => email),
        )
        const others = holders.filter((item) => !approved.has(personKey(item.content.user.email)))
        const told = `${count(holders.length, 'person holds', 'people hold')} manage`
        const who = (items: typeof holders) => listed(items.map((item) => item.content.user.email))
        if (holders.length === 0) yield notApplicable(enterprise, 'Nobody in sight holds manage.', members)
        else if (holders.length > most)
          yield fail(enterprise, `${told}, at most ${most} may: ${who(holders)}.`, holders)
        else if (!list)
          yield notEvaluated(
            enterprise,
            `${told}: ${who(holders)}. ${noList('enterprise-managers')}`,
            holders,
          )
        else if (others.length > 0) yield fail(enterprise, `${told}, not approved: ${who(others)}.`, others)
        else yield pass(enterprise, `${told}, at most ${most} may, all approved by ${list.called}.`, holders)
      },
    )
  },
}
