import type { Verdict } from '../../../shared/model/check.ts'
import type { ListRow } from '../../../shared/model/records/lists.ts'
import type { Check, EvidenceView } from './check.ts'
import { ageInDays } from './facts/ages.ts'
import { givenList, listMissing } from './facts/lists.ts'
import { readsOf } from './facts/reads.ts'
import { personKey } from './facts/teams.ts'
import { mentionsOf, trailOf, trailRefused, wordsOf } from './facts/trail.ts'
import { type About, fail, type Grounds, notApplicable, notEvaluated, pass, WHOLE } from './facts/verdict.ts'
import { count, day, listed } from './facts/words.ts'

type Leaver = ListRow<'leavers'>

interface Right {
  readonly where: string
  readonly id: number
}

const TOPICS = [
  'team-members-roles',
  'app-collaborators-permissions',
  'enterprise-account-permissions',
] as const

/** Every right that somebody has now, by address. */
function rightsByPerson(view: EvidenceView): ReadonlyMap<string, readonly Right[]> {
  const rights = new Map<string, Right[]>()
  const add = (email: string, where: string, id: number) => {
    const key = personKey(email)
    const own = rights.get(key)
    if (own) own.push({ where, id })
    else rights.set(key, [{ where, id }])
  }
  for (const { id, content } of view.items('team-members-roles'))
    add(content.email, `team ${content.team}`, id)
  for (const { id, content } of view.items('enterprise-account-permissions'))
    add(content.user.email, `enterprise account ${content.enterprise_account}`, id)
  for (const { id, content } of view.items('app-collaborators-permissions')) {
    if (content.of === 'collaborator') add(content.user.email, `app ${content.app.name}`, id)
    if (content.of === 'space-member') add(content.user.email, `space ${content.space.name}`, id)
  }
  return rights
}

const aboutOf = ({ email }: Leaver): About => ({ subject: email, subjectId: `leaver:${email}` })

/** Judges everyone on the list of leavers whose last day has passed. */
function* eachLeaver(view: EvidenceView, judge: (leaver: Leaver) => Verdict): Iterable<Verdict> {
  const list = givenList(view, 'leavers')
  if (!list) yield listMissing('leavers')
  else if (list.rows.length === 0) yield notApplicable(WHOLE, `By ${list.called}, nobody left.`)
  const today = day(view.asOf)
  for (const leaver of list?.rows ?? [])
    if (leaver.leftOn >= today)
      yield notApplicable(aboutOf(leaver), `The last day is ${leaver.leftOn}, which had not passed.`)
    else yield judge(leaver)
}

const sinceLeaving = (view: EvidenceView, { leftOn }: Leaver) => ageInDays(view.asOf, `${leftOn}T00:00:00Z`)

/** IDN-12. */
export const noLeaverHasAccess: Check = {
  id: 'IDN-12',
  title: 'No leaver still has access',
  severity: 'critical',
  needs: ['team-members-roles', 'app-collaborators-permissions'],
  needsLists: ['leavers'],
  why: 'A person who left and still gets in has production in reach and no longer anything to lose.',
  fix: 'Remove the person at once: `heroku members:remove EMAIL --team TEAM`, `heroku access:remove EMAIL --app APP`. Then rotate the secrets that the person knew.',
  limits:
    'Compares addresses: a leaver who has a right under another address is not found. API tokens of other people cannot be read.',
  *judge(view) {
    const rights = rightsByPerson(view)
    const refused = [
      ...new Set(TOPICS.flatMap((topic) => readsOf(view, topic).refusals.map(({ subject }) => subject))),
    ]
    const seen: Grounds = view.items('team-members-roles').slice(0, 20)
    yield* eachLeaver(view, (leaver) => {
      const own = rights.get(leaver.email) ?? []
      const days = count(sinceLeaving(view, leaver), 'day')
      if (own.length > 0)
        return fail(
          aboutOf(leaver),
          `Left on ${leaver.leftOn} and, ${days} later, still has ${count(own.length, 'right')}: ${listed(own.map(({ where }) => where))}.`,
          own,
        )
      if (refused.length > 0)
        return notEvaluated(
          aboutOf(leaver),
          `No right was found, but ${listed(refused)} could not be read.`,
          seen,
        )
      return pass(
        aboutOf(leaver),
        `Left on ${leaver.leftOn}; no team, app, space or enterprise account names the address.`,
        seen,
      )
    })
  },
}

const MEMBERSHIPS = ['team_membership', 'enterprise_account_membership', 'collaborator'] as const

/** IDN-13. */
export const leaversRemovedInTime: Check = {
  id: 'IDN-13',
  title: 'Each leaver was removed within the agreed time',
  severity: 'high',
  needs: ['audit-trail-events', 'team-members-roles', 'app-collaborators-permissions'],
  needsLists: ['leavers'],
  why: 'That access is gone today says nothing about the weeks in which it was still there.',
  fix: 'Tie the removal at Heroku to the leaving process: single sign-on alone ends the sign-in, not the membership nor the API tokens. Treat each late one as an exception with a look at what the person did meanwhile.',
  limits:
    'The agreed time comes from the policy (`leaverRemovalDays`). Removal is read from the audit trail, which enterprise accounts have; what an event says of the removed person is not documented by Heroku and is found by the address.',
  *judge(view, { leaverRemovalDays: limit }) {
    const trail = trailOf(view)
    if ('none' in trail) {
      if (givenList(view, 'leavers') === null) yield listMissing('leavers')
      else yield (trailRefused(view) ? notEvaluated : notApplicable)(WHOLE, trail.none)
      return
    }
    const rights = rightsByPerson(view)
    yield* eachLeaver(view, (leaver) =>
      judgeRemoval(view, leaver, rights.get(leaver.email) ?? [], trail, limit),
    )
  },
}

function judgeRemoval(
  view: EvidenceView,
  leaver: Leaver,
  own: readonly Right[],
  trail: { readonly first: string | null; readonly grounds: Grounds },
  limit: number,
): Verdict {
  const about = aboutOf(leaver)
  if (own.length > 0)
    return fail(
      about,
      `Left on ${leaver.leftOn} and was never removed from ${listed(own.map(({ where }) => where))}.`,
      own,
    )
  const memberships = [...view.events({ type: MEMBERSHIPS, text: wordsOf(leaver.email) })].filter((event) =>
    mentionsOf(view, event)(leaver.email),
  )
  const removals = memberships.filter(({ action }) => action === 'destroy')
  const last = removals.at(-1)
  if (last) {
    const late =
      Math.floor((Date.parse(last.at) - Date.parse(`${leaver.leftOn}T23:59:59.999Z`)) / 86_400_000) + 1
    const told = `Left on ${leaver.leftOn}, last removed on ${day(last.at)}`
    return late > limit
      ? fail(about, `${told}: ${count(late, 'day')} later, ${count(limit, 'day')} are agreed.`, trail.grounds)
      : pass(about, `${told}, within ${count(limit, 'day')}.`, trail.grounds)
  }
  if (trail.first !== null && leaver.leftOn < day(trail.first))
    return notEvaluated(
      about,
      `The audit trail of this locker begins on ${day(trail.first)}, after the last day.`,
      trail.grounds,
    )
  const [acted] = view.events({ actor: leaver.email })
  if (memberships.length === 0 && !acted)
    return notApplicable(about, 'Nothing shows that the person ever had access.', trail.grounds)
  return notEvaluated(
    about,
    'The person has no access any more, but no removal is in the audit trail.',
    trail.grounds,
  )
}
