import type { Check } from './check.ts'
import { givenList } from './facts/lists.ts'
import { looksGeneric } from './facts/mailboxes.ts'
import { readsOf, refusedSubjects } from './facts/reads.ts'
import { scopeOf } from './facts/scope.ts'
import { eachTeam, isTeamMailbox, personKey } from './facts/teams.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

/** IDN-08. */
export const numberOfAdmins: Check = {
  id: 'IDN-08',
  title: 'Number of team admins is within the agreed range',
  severity: 'medium',
  needs: ['team-members-roles'],
  why: 'One admin is a single point of failure, many admins are a wide attack surface. An agreed range makes both visible.',
  fix: 'Change roles with `heroku members:set EMAIL --role member --team TEAM` (or `--role admin`), or in the Dashboard under team, Access.',
  limits: 'Counts the roles admin and owner. The range comes from the policy (`adminsMin`, `adminsMax`).',
  *judge(view, { adminsMin, adminsMax }) {
    yield* eachTeam(
      view,
      'team-members-roles',
      (item) => item.content.team,
      function* (team, items) {
        const members = items.filter(
          ({ content }) => !isTeamMailbox(content.email) && content.role !== 'collaborator',
        )
        const admins = members.filter(({ content }) => content.role === 'admin' || content.role === 'owner')
        const unknown = members.filter(({ content }) => content.role === null)
        const who = `${count(admins.length, 'admin')} of ${count(members.length, 'member')}`
        const range = `the agreed range is ${adminsMin} to ${adminsMax}`
        if (members.length <= 1)
          yield notApplicable(team, `The team has ${count(members.length, 'member')}.`, members)
        else if (admins.length > adminsMax)
          yield fail(team, `${who}, ${range}: ${listed(admins.map((item) => item.content.email))}.`, admins)
        else if (unknown.length > 0 && admins.length + unknown.length >= adminsMin)
          yield notEvaluated(
            team,
            `${who}, and Heroku did not tell the role of ${count(unknown.length, 'member')}.`,
            members,
          )
        else if (admins.length < adminsMin) yield fail(team, `${who}, ${range}.`, members)
        else yield pass(team, `${who}, ${range}.`, members)
      },
    )
  },
}

/** IDN-09. */
export const noSharedMembers: Check = {
  id: 'IDN-09',
  title: 'No generic or shared identity is a member',
  severity: 'medium',
  needs: ['team-members-roles'],
  why: 'What a shared login did cannot be traced to a person, and its password outlives everyone who knew it.',
  fix: 'Invite the people behind the address one by one (`heroku members:add EMAIL --team TEAM`) and remove the shared one (`heroku members:remove EMAIL --team TEAM`). For automation use an account of its own with an owner.',
  limits:
    'Judged by the words of the address (policy `genericMailboxWords`); `first.last` counts as a person. An account on the list of service accounts, with its owner, is accepted.',
  needsLists: ['service-accounts'],
  *judge(view, policy) {
    const words = new Set(policy.genericMailboxWords)
    const owners = new Map(
      givenList(view, 'service-accounts')?.rows.map(({ email, owner }) => [email, owner]),
    )
    const scope = scopeOf(view)
    let members = 0
    for (const item of view.items('team-members-roles')) {
      const { email, team } = item.content
      if (isTeamMailbox(email) || !scope.team(team, team)) continue
      members += 1
      const word = looksGeneric(item.content.email, words)
      const owner = owners.get(personKey(email))
      if (word === null) yield pass(item, `${email} reads like a person's address.`, [item])
      else if (owner) yield pass(item, `${email} is a service account of ${owner}.`, [item])
      else
        yield fail(item, `${item.content.email} reads like a shared address, because of “${word}”.`, [item])
    }
    const reads = readsOf(view, 'team-members-roles')
    yield* refusedSubjects(reads, ['account', 'team'])
    if (members === 0 && reads.refusals.length === 0)
      yield* eachTeam(
        view,
        'team-members-roles',
        () => null,
        function* (team) {
          yield notApplicable(team, 'The team has no member.')
        },
      )
  },
}
