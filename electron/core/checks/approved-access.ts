import type { Check } from './check.ts'
import { collaboratorsByApp, may } from './facts/collaborators.ts'
import { grouped } from './facts/grouped.ts'
import { givenList, listMissing } from './facts/lists.ts'
import { eachProductionApp } from './facts/production.ts'
import { readsOf } from './facts/reads.ts'
import { eachSpace } from './facts/spaces.ts'
import { personKey } from './facts/teams.ts'
import { fail, notEvaluated, pass } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

/** ACC-03. */
export const deployersAreApproved: Check = {
  id: 'ACC-03',
  title: 'Production deploy permission matches the approved list',
  severity: 'high',
  needs: ['app-inventory', 'app-collaborators-permissions', 'pipelines-promotions'],
  needsLists: ['deployers'],
  why: 'Who may deploy decides what runs in production. A list that somebody signed is the only yardstick for who should.',
  fix: 'Take the permission away (`heroku access:update EMAIL --app APP --permissions view`), or have the person approved and put on the list.',
  limits:
    'Judges permissions on the app itself; admins of its team can deploy as well and are counted by IDN-08.',
  *judge(view, policy) {
    const list = givenList(view, 'deployers')
    if (!list) {
      yield listMissing('deployers')
      return
    }
    const people = collaboratorsByApp(view)
    const reads = readsOf(view, 'app-collaborators-permissions')
    yield* eachProductionApp(view, policy, function* (app, couplings) {
      const approved = new Set(
        list.rows
          .filter((row) => row.app === null || row.app === app.subject.toLowerCase())
          .map(({ email }) => email),
      )
      const holders = (people.get(app.subjectId) ?? []).filter((item) => may(item, 'deploy'))
      const others = holders.filter((item) => !approved.has(personKey(item.content.user.email)))
      const gap = reads.gap('app', app.subjectId)
      if (others.length > 0)
        yield fail(
          app,
          `Can deploy without approval: ${listed(others.map((item) => item.content.user.email))}.`,
          [...others, ...couplings],
        )
      else if (gap) yield notEvaluated(app, gap, [app])
      else
        yield pass(
          app,
          `${count(holders.length, 'person', 'people')} can deploy, all approved by ${list.called}.`,
          [app, ...couplings, ...holders],
        )
    })
  },
}

/** ACC-11. */
export const spaceMembersAreApproved: Check = {
  id: 'ACC-11',
  title: 'Space membership matches the approved list',
  severity: 'medium',
  needs: ['space-isolation', 'app-collaborators-permissions'],
  needsLists: ['space-members'],
  why: 'A member of a space can put apps of their own beside the data that the space is kept for.',
  fix: 'Take the permission away in the Dashboard (space, Access), or have the person approved and put on the list.',
  limits: 'Admins of the team that owns the space have all rights in it, listed or not.',
  *judge(view) {
    const list = givenList(view, 'space-members')
    const members = grouped(view.items('app-collaborators-permissions'), ({ content }) =>
      content.of === 'space-member' ? content.space.id : null,
    )
    const reads = readsOf(view, 'app-collaborators-permissions', /^\/spaces\//)
    yield* eachSpace(view, function* (space) {
      if (!list) {
        yield listMissing('space-members', space)
        return
      }
      const here = (members.get(space.content.id) ?? []).flatMap((item) =>
        item.content.of === 'space-member' ? [{ item, email: item.content.user.email }] : [],
      )
      const approved = new Set(
        list.rows
          .filter((row) => row.space === null || row.space === space.content.name.toLowerCase())
          .map(({ email }) => email),
      )
      const others = here.filter(({ email }) => !approved.has(personKey(email)))
      const gap = reads.gap('space', space.content.id)
      if (others.length > 0)
        yield fail(
          space,
          `Not approved for the space: ${listed(others.map(({ email }) => email))}.`,
          others.map(({ item }) => item),
        )
      else if (gap) yield notEvaluated(space, gap, [space])
      else
        yield pass(space, `${count(here.length, 'member')}, all approved by ${list.called}.`, [
          space,
          ...here.map(({ item }) => item),
        ])
    })
  },
}
