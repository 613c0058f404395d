import type { Check, EvidenceView } from './check.ts'
import { saidBy, standing } from './facts/attestations.ts'
import { listGap } from './facts/reads.ts'
import { OUT_OF_SCOPE, scopeOf } from './facts/scope.ts'
import { type About, fail, notApplicable, notEvaluated, pass, WHOLE } from './facts/verdict.ts'

const ABOUT = 'third-party-oauth-restriction'

/** TOK-06. */
export const thirdPartiesRestricted: Check = {
  id: 'TOK-06',
  title: 'Third-party OAuth restriction is on for the team',
  severity: 'medium',
  needs: ['sso-identity-provider'],
  needsAttestations: [ABOUT],
  why: 'Without the restriction any member can let an unknown application act on the apps of the team.',
  fix: 'Turn it on in the Dashboard: enterprise account or team, Settings, Third-party OAuth access. Then state it, with a screenshot.',
  limits: 'No API tells the setting: it rests on the word of a person, and on what they attached.',
  *judge(view) {
    const gap = listGap(view, 'sso-identity-provider', 'teams', /^\/(teams|enterprise-accounts)/)
    if (gap) yield gap
    const subjects = subjectsOf(view)
    if (subjects.length === 0 && !gap) yield notApplicable(WHOLE, 'The collecting account is in no team.')
    const scope = scopeOf(view)
    for (const { about, team, grounds } of subjects) {
      const own = standing(view, ABOUT, about.subject)
      const word = 'stated' in own ? own : standing(view, ABOUT)
      if (team && !scope.team(about.subjectId, about.subject))
        yield notApplicable(about, OUT_OF_SCOPE, grounds)
      else if (!('stated' in word)) yield notEvaluated(about, word.missing, grounds)
      else if (word.stated.content.answer === null)
        yield notEvaluated(about, `Neither yes nor no: ${saidBy(word.stated)}.`, grounds)
      else if (word.stated.content.answer) yield pass(about, `It is on: ${saidBy(word.stated)}.`, grounds)
      else yield fail(about, `It is off: ${saidBy(word.stated)}.`, grounds)
    }
  },
}

/** Enterprise accounts, and teams outside of one: the setting is made at the highest of them. */
function subjectsOf(view: EvidenceView) {
  return view.items('sso-identity-provider').flatMap((item) => {
    const { content } = item
    if (content.of === 'identity-provider') return []
    if (content.of === 'team' && content.enterprise_account !== null) return []
    const about: About = { subject: content.name, subjectId: content.id }
    return [{ about, team: content.of === 'team', grounds: [item] }]
  })
}
