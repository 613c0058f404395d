import type { Check } from './check.ts'
import { eachTeam } from './facts/teams.ts'
import { fail, notEvaluated, pass } from './facts/verdict.ts'

/** ACC-02. */
export const defaultIsNotAdmin: Check = {
  id: 'ACC-02',
  title: 'Team default permission is not admin',
  severity: 'high',
  needs: ['app-collaborators-permissions'],
  why: 'With admin as the default, everybody who joins the team can at once do everything to all its apps.',
  fix: 'Set the default role to member or viewer in the Dashboard (team, Settings), then lower the roles of people who got admin by default.',
  limits: 'Says nothing about people who were made admin one by one; IDN-08 counts those.',
  *judge(view) {
    yield* eachTeam(
      view,
      'app-collaborators-permissions',
      (item) => (item.content.of === 'team-preferences' ? item.content.team : null),
      function* (team, items) {
        const item = items[0]
        if (item?.content.of !== 'team-preferences') {
          yield notEvaluated(team, 'Heroku told nothing about the defaults of this team.')
          return
        }
        const given = item.content.default_permission
        if (given === 'admin') yield fail(team, 'New members become admin by default.', [item])
        else if (given === null) yield pass(team, 'No default permission is set.', [item])
        else yield pass(team, `New members become ${given} by default.`, [item])
      },
      /^\/teams\//,
    )
  },
}
