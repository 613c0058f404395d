import type { TeamAuthorization } from '../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Check } from './check.ts'
import { givenList, noList } from './facts/lists.ts'
import { eachTeam } from './facts/teams.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { listed, short } from './facts/words.ts'

type Authorization = EvidenceItem<'oauth-authorizations'> & { readonly content: TeamAuthorization }

/** TOK-05. */
export const teamAuthorizationsApproved: Check = {
  id: 'TOK-05',
  title: 'Team-level authorizations are approved',
  severity: 'medium',
  needs: ['oauth-authorizations'],
  needsLists: ['oauth-clients'],
  why: 'An authorization of a team acts for the whole team, whoever leaves. Nobody misses it when it is misused.',
  fix: 'Revoke what nobody knows in the team’s settings in the Dashboard, and put the others on the list of approved OAuth clients by name or id.',
  limits:
    'An authorization is approved by the name or id of its client, or by its own description or id. Heroku documents neither the list nor who may read it.',
  *judge(view) {
    const list = givenList(view, 'oauth-clients')
    const approved = new Set((list?.rows ?? []).map((row) => row.client.toLowerCase()))
    yield* eachTeam(
      view,
      'oauth-authorizations',
      (item) => (item.content.of === 'team-authorization' ? item.content.team.name : null),
      function* (team, items) {
        const own = items.filter((item): item is Authorization => item.content.of === 'team-authorization')
        const wrong = own.filter((item) => !namesOf(item).some((name) => approved.has(name.toLowerCase())))
        if (own.length === 0) yield notApplicable(team, 'No authorization acts for the team.')
        else if (!list)
          yield notEvaluated(
            team,
            `These act for the team: ${listed(own.map(called))}. ${noList('oauth-clients')}`,
            own,
          )
        else if (wrong.length > 0)
          yield fail(team, `Not on ${list.called}: ${listed(wrong.map(called))}.`, wrong)
        else yield pass(team, `On ${list.called}: ${listed(own.map(called))}.`, own)
      },
      /\/oauth\/authorizations$/,
    )
  },
}

function namesOf({ content }: Authorization): readonly string[] {
  return [content.client?.name, content.client?.id, content.description, content.id].filter(
    (name) => typeof name === 'string',
  )
}

function called({ content }: Authorization): string {
  const scope = content.scope.length > 0 ? ` (${content.scope.join(', ')})` : ''
  return `${short(content.client?.name ?? content.description ?? content.id)}${scope}`
}
