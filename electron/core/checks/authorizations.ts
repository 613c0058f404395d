import type { Verdict } from '../../../shared/model/check.ts'
import type { OwnAuthorization } from '../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Check, EvidenceView } from './check.ts'
import { ageInDays, isOlderThan } from './facts/ages.ts'
import { approvalsOf, approvedBy } from './facts/approvals.ts'
import { readsOf, refusedSubjects } from './facts/reads.ts'
import { fail, notApplicable, notEvaluated, pass, WHOLE } from './facts/verdict.ts'
import { count, day, listed, short } from './facts/words.ts'

type Authorization = EvidenceItem<'oauth-authorizations'> & { readonly content: OwnAuthorization }

const ACCOUNT_ONLY =
  'Heroku shows the authorizations of the collecting account only; those of other people cannot be read.'

/** Judges each authorization of the collecting account; says so where there is none or none was readable. */
function* eachAuthorization(view: EvidenceView, judge: (item: Authorization) => Verdict): Iterable<Verdict> {
  const items = ownAuthorizations(view)
  for (const item of items) yield judge(item)
  const reads = readsOf(view, 'oauth-authorizations', /^\/oauth\/authorizations/)
  yield* refusedSubjects(reads, ['account'])
  if (items.length === 0 && reads.refusals.length === 0)
    yield notApplicable(WHOLE, 'The collecting account has no authorization.')
}

/** Authorizations of the collecting account, without those of teams and its clients. */
export function ownAuthorizations(view: EvidenceView): readonly Authorization[] {
  return view
    .items('oauth-authorizations')
    .filter((item): item is Authorization => item.content.of === 'authorization')
}

function called({ content }: Authorization): string {
  return short(content.description || content.client?.name || content.id)
}

/** TOK-01. */
export const authorizationsExpire: Check = {
  id: 'TOK-01',
  title: 'No user-made OAuth authorization lives without expiry',
  severity: 'high',
  needs: ['oauth-authorizations'],
  why: 'A token without end works until somebody remembers to revoke it: from a leaked backup, an old laptop, a former colleague’s notes.',
  fix: 'Make a new one that ends, `heroku authorizations:create --scope read --expires-in SECONDS`, move its users over, then `heroku authorizations:revoke ID`.',
  limits: ACCOUNT_ONLY,
  judge: (view) =>
    eachAuthorization(view, (item) => {
      const { client, expires_in: seconds } = item.content
      if (client)
        return notApplicable(item, `${client.name} made this authorization; it was not made by hand.`, [item])
      if (seconds === null)
        return fail(
          item,
          `“${called(item)}” was made by hand on ${day(item.content.created_at)} and never ends.`,
          [item],
        )
      return pass(item, `“${called(item)}” ends, with ${count(Math.floor(seconds / 86_400), 'day')} left.`, [
        item,
      ])
    }),
}

/** TOK-02. */
export const noGlobalScope: Check = {
  id: 'TOK-02',
  title: 'No authorization has global scope without a reason',
  severity: 'high',
  needs: ['oauth-authorizations'],
  why: 'A token with global scope can do all that its owner can do: read every secret, deploy, delete. Few uses need that.',
  fix: 'Replace it by one with the least scope that works (`heroku authorizations:create --scope read,write`), then `heroku authorizations:revoke ID`.',
  limits: `${ACCOUNT_ONLY} Log-in sessions of the Dashboard or the command line always have global scope and end by themselves; they do not count. An exception with its reason stands on the list of approvals (kind global-scope).`,
  needsLists: ['approvals'],
  judge(view) {
    const approved = approvalsOf(view, 'global-scope')
    return eachAuthorization(view, (item) => {
      const { scope, client, has_session: session } = item.content
      if (scope.length === 0)
        return notEvaluated(item, `Heroku did not tell the scope of “${called(item)}”.`, [item])
      if (!scope.includes('global'))
        return pass(item, `“${called(item)}” has scope ${listed(scope)}.`, [item])
      if (client && session)
        return notApplicable(item, `“${called(item)}” is a log-in session of ${client.name}.`, [item])
      const approval = approved(item.content.id) ?? approved(item.content.description ?? '')
      if (approval) return pass(item, `“${called(item)}” has global scope, ${approvedBy(approval)}.`, [item])
      return fail(item, `“${called(item)}” has global scope: it can do all that the account can do.`, [item])
    })
  },
}

/** TOK-03. */
export const authorizationsAreYoung: Check = {
  id: 'TOK-03',
  title: 'No authorization is older than the set age',
  severity: 'medium',
  needs: ['oauth-authorizations'],
  why: 'The longer a credential lives, the more places it has been copied to. Replacing it on schedule limits what a lost copy is worth.',
  fix: 'Make a new authorization, move its users over, then `heroku authorizations:revoke ID`; for a client’s authorization disconnect and connect it again in the Dashboard (Account settings, Applications).',
  limits: `${ACCOUNT_ONLY} Counted from creation; a change in between may have been a new description only.`,
  judge: (view, { authorizationMaxAgeDays: limit }) =>
    eachAuthorization(view, (item) => {
      const made = item.content.created_at
      const age = count(ageInDays(view.asOf, made), 'day')
      return isOlderThan(view.asOf, made, limit)
        ? fail(item, `“${called(item)}” was made on ${day(made)}, ${age} ago; the limit is ${limit}.`, [item])
        : pass(item, `“${called(item)}” was made on ${day(made)}, ${age} ago; the limit is ${limit}.`, [item])
    }),
}
