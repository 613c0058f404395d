import type { Verdict } from '../../../shared/model/check.ts'
import type { Policy } from '../../../shared/model/policy.ts'
import type { Check, EvidenceView } from './check.ts'
import { approvalsOf, approvedBy } from './facts/approvals.ts'
import { appsOf } from './facts/apps.ts'
import { collaboratorsByApp, may } from './facts/collaborators.ts'
import { eachEnterprise } from './facts/enterprises.ts'
import { eachProductionApp, environments } from './facts/production.ts'
import { inWords, readsOf } from './facts/reads.ts'
import { personKey } from './facts/teams.ts'
import { fail, type Grounds, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

/** ACC-04. */
export const deployAndManageApart: Check = {
  id: 'ACC-04',
  title: 'No user both deploys to and manages a scoped production app without approval',
  severity: 'medium',
  needs: ['app-inventory', 'app-collaborators-permissions', 'pipelines-promotions'],
  why: 'Who can both deploy and manage can ship a change and hide its traces: add people, change drains, delete the app.',
  fix: 'Take one of the permissions away: `heroku access:update EMAIL --app APP --permissions view,deploy,operate`. Where the team is too small for that, record a compensating control.',
  limits:
    'A compensating control stands on the list of approvals (kind deploy-and-manage), by the address of the person or the name of the app.',
  needsLists: ['approvals'],
  *judge(view, policy) {
    const people = collaboratorsByApp(view)
    const reads = readsOf(view, 'app-collaborators-permissions')
    const approved = approvalsOf(view, 'deploy-and-manage')
    yield* eachProductionApp(view, policy, function* (app, couplings) {
      const here = people.get(app.subjectId) ?? []
      const all = here.filter((item) => may(item, 'deploy') && may(item, 'manage'))
      const reasons = all.flatMap((item) => approved(item.content.user.email) ?? approved(app.subject) ?? [])
      const both = all.filter((item) => !approved(item.content.user.email) && !approved(app.subject))
      const gap = reads.gap('app', app.subjectId)
      if (both.length > 0)
        yield fail(
          app,
          `${count(both.length, 'person', 'people')} can both deploy and manage: ${listed(both.map((item) => item.content.user.email))}.`,
          [...both, ...couplings],
        )
      else if (gap) yield notEvaluated(app, gap, [app])
      else
        yield pass(
          app,
          all.length > 0
            ? `${count(all.length, 'person', 'people')} can both deploy and manage, ${listed([...new Set(reasons.map(approvedBy))])}.`
            : `None of ${count(here.length, 'person', 'people')} can both deploy and manage.`,
          [app, ...couplings, ...here],
        )
    })
  },
}

/** Why somebody can deploy to production, with the evidence; empty where nobody says so. */
type Deployers = ReadonlyMap<string, { readonly app: string; readonly grounds: Grounds }>

function deployers(view: EvidenceView, policy: Policy): Deployers {
  const environmentOf = environments(view, policy)
  const production = appsOf(view).filter((app) => environmentOf(app.subjectId).kind === 'production')
  const found = new Map<string, { readonly app: string; readonly grounds: Grounds }>()
  const people = collaboratorsByApp(view)
  for (const app of production)
    for (const item of people.get(app.subjectId) ?? [])
      if (may(item, 'deploy') && !found.has(personKey(item.content.user.email)))
        found.set(personKey(item.content.user.email), { app: app.subject, grounds: [item] })
  const teams = new Map(production.map((app) => [app.team, app]))
  for (const item of view.items('team-members-roles')) {
    const app = item.content.role === 'admin' ? teams.get(item.content.team) : undefined
    const key = personKey(item.content.email)
    if (app && !found.has(key)) found.set(key, { app: app.subject, grounds: [item, app] })
  }
  return found
}

/** Why it cannot be ruled out that somebody deploys to production; null where all was read. */
function doubt(view: EvidenceView, policy: Policy): string | null {
  for (const topic of ['pipelines-promotions', 'team-members-roles', 'app-inventory'] as const) {
    const refusal = readsOf(view, topic).refusals[0]
    if (refusal) return `${refusal.subject} could not be read (${inWords(refusal)})`
  }
  const environmentOf = environments(view, policy)
  const reads = readsOf(view, 'app-collaborators-permissions')
  for (const app of appsOf(view)) {
    if (environmentOf(app.subjectId).kind !== 'production') continue
    if (reads.gap('app', app.subjectId)) return `the people on ${app.subject} could not be read`
  }
  return null
}

/** IDN-16. */
export const enterpriseDutiesApart: Check = {
  id: 'IDN-16',
  title: 'Team role and enterprise role do not combine duties that must be apart',
  severity: 'medium',
  needs: [
    'enterprise-account-permissions',
    'team-members-roles',
    'app-collaborators-permissions',
    'app-inventory',
    'pipelines-promotions',
  ],
  why: 'One person who grants access and also pays, or who grants access and also deploys, can act without anybody else noticing.',
  fix: 'Take one permission away in the Dashboard (enterprise account, Access), or the person’s deploy permission on production apps (`heroku access:update EMAIL --app APP --permissions view`).',
  limits:
    'Deploying is told by permissions on production apps and by the role admin in a team that owns one. An approval stands on the list of approvals (kind combined-duties), by the address of the person.',
  needsLists: ['approvals'],
  *judge(view, policy) {
    const canDeploy = deployers(view, policy)
    const unsure = doubt(view, policy)
    const approved = approvalsOf(view, 'combined-duties')
    yield* eachEnterprise(
      view,
      'enterprise-account-permissions',
      (item) => item.content.enterprise_account,
      function* (enterprise, members) {
        if (members.length === 0) yield notApplicable(enterprise, 'The enterprise account has no member.')
        for (const item of members) {
          const { user, permissions } = item.content
          const deploy = canDeploy.get(personKey(user.email))
          const verdict = judgeDuties(item, user.email, permissions, deploy, unsure)
          const approval = verdict.answer === 'fail' ? approved(user.email) : null
          if (!approval) yield verdict
          else
            yield pass(item, `${verdict.reason.replace(/\.$/, '')}: ${approvedBy(approval)}.`, [
              item,
              ...(deploy?.grounds ?? []),
            ])
        }
      },
    )
  },
}

function judgeDuties(
  item: Grounds[number] & { readonly subject: string; readonly subjectId: string },
  email: string,
  permissions: readonly string[],
  deploy: { readonly app: string; readonly grounds: Grounds } | undefined,
  unsure: string | null,
): Verdict {
  const has = permissions.length > 0 ? listed(permissions) : 'no permission'
  if (permissions.includes('manage') && permissions.includes('billing'))
    return fail(item, `${email} has both manage and billing in the enterprise account.`, [item])
  if (!permissions.includes('manage')) return pass(item, `${email} has ${has}, not manage.`, [item])
  if (deploy)
    return fail(item, `${email} manages the enterprise account and can deploy to ${deploy.app}.`, [
      item,
      ...deploy.grounds,
    ])
  if (unsure)
    return notEvaluated(
      item,
      `${email} manages the enterprise account; whether they can deploy to production is not known, because ${unsure}.`,
      [item],
    )
  return pass(item, `${email} manages the enterprise account and cannot deploy to production.`, [item])
}
