import { ownAuthorizations } from './authorizations.ts'
import type { Check } from './check.ts'
import { givenList, listMissing } from './facts/lists.ts'
import { readsOf, refusedSubjects } from './facts/reads.ts'
import { fail, notApplicable, pass, WHOLE } from './facts/verdict.ts'

/** TOK-04. */
export const oauthClientsAreApproved: Check = {
  id: 'TOK-04',
  title: 'Third-party OAuth clients are approved',
  severity: 'high',
  needs: ['oauth-authorizations'],
  needsLists: ['oauth-clients'],
  why: 'An application that a person once clicked through keeps acting for that person, with all of the person’s rights, until somebody takes it away.',
  fix: 'Revoke it in the Dashboard (Account settings, Applications, Authorizations) or with `heroku authorizations:revoke ID`; or assess the application and put it on the list.',
  limits:
    'Heroku shows the authorizations of the collecting account only; those of teams are judged by TOK-05. Names are chosen by who makes an application: the list may name its id instead.',
  *judge(view) {
    const reads = readsOf(view, 'oauth-authorizations', /^\/oauth\/authorizations/)
    const authorizations = ownAuthorizations(view)
    const list = givenList(view, 'oauth-clients')
    yield* refusedSubjects(reads, ['account'])
    if (authorizations.length === 0 && reads.refusals.length === 0)
      yield notApplicable(WHOLE, 'The collecting account has no authorization.')
    const approved = new Set(list?.rows.map((row) => row.client.toLowerCase()))
    for (const item of authorizations) {
      const { client } = item.content
      if (!client) yield notApplicable(item, 'Made by hand: no application is behind it.', [item])
      else if (!list) yield listMissing('oauth-clients', item)
      else if (approved.has(client.name.toLowerCase()) || approved.has(client.id.toLowerCase()))
        yield pass(item, `${client.name} is on ${list.called}.`, [item])
      else yield fail(item, `${client.name} is not on ${list.called}.`, [item])
    }
  },
}
