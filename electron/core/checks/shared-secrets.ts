import type { Verdict } from '../../../shared/model/check.ts'
import type { Policy } from '../../../shared/model/policy.ts'
import type { Check, EvidenceView } from './check.ts'
import { type App, appsOf } from './facts/apps.ts'
import { grouped } from './facts/grouped.ts'
import { type Environment, eachProductionApp, environments } from './facts/production.ts'
import { readsOf } from './facts/reads.ts'
import { fingerprintOf, type SecretVariable, whyWithheld } from './facts/secrets.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

/** CFG-02. */
export const productionSharesNoSecret: Check = {
  id: 'CFG-02',
  title: 'Production and non-production do not share a secret',
  severity: 'high',
  needs: ['app-inventory', 'config-var-rotation', 'pipelines-promotions'],
  why: 'Development and test are open to more people and guarded less. A secret that works in both hands production to all of them.',
  fix: 'Give each stage its own credential at the service it belongs to and set it with `heroku config:set NAME=… --app APP`; give staging its own database rather than an attachment of production’s.',
  limits:
    'Compares fingerprints that only this locker can make. Values that are short or easy to guess have none, because a fingerprint of them could be guessed as well.',
  *judge(view, policy) {
    const elsewhere = outsideProduction(view, policy)
    const variables = grouped(view.items('config-var-rotation'), (item) => item.content.app.id)
    const reads = readsOf(view, 'config-var-rotation')
    yield* eachProductionApp(view, policy, function* (app) {
      const secrets = variables.get(app.subjectId) ?? []
      const gap = reads.finished('app', app.subjectId) ? null : reads.gap('app', app.subjectId)
      if (secrets.length === 0 && gap) yield notEvaluated(app, gap, [app])
      else if (secrets.length === 0)
        yield notApplicable(app, 'No config var of the app looks like a secret.', [app])
      else yield* compare(app, secrets, elsewhere)
    })
    yield* unread(view, policy)
  },
}

interface Holder {
  readonly variable: SecretVariable
  readonly environment: Environment
}

function outsideProduction(view: EvidenceView, policy: Policy): ReadonlyMap<string, readonly Holder[]> {
  const environmentOf = environments(view, policy)
  const holders: Holder[] = view
    .items('config-var-rotation')
    .map((variable) => ({ variable, environment: environmentOf(variable.content.app.id) }))
    .filter(({ environment }) => environment.kind !== 'production')
  return grouped(holders, ({ variable }) => fingerprintOf(variable))
}

function* compare(
  app: App,
  secrets: readonly SecretVariable[],
  elsewhere: ReadonlyMap<string, readonly Holder[]>,
): Iterable<Verdict> {
  const comparable = secrets.filter((item) => fingerprintOf(item) !== null)
  const withheld = secrets.filter((item) => whyWithheld(item) !== null)
  const matches = comparable.flatMap((item) =>
    (elsewhere.get(fingerprintOf(item) ?? '') ?? []).map((holder) => ({ item, holder })),
  )
  const shared = matches.filter(({ holder }) => holder.environment.kind === 'other')
  const unclear = matches.filter(({ holder }) => holder.environment.kind !== 'other')
  const told = (found: typeof matches) =>
    listed(found.map(({ item, holder }) => `${item.content.key} as ${holder.variable.subject}`))
  const grounds = (found: typeof matches) => found.flatMap(({ item, holder }) => [item, holder.variable])
  if (shared.length > 0)
    yield fail(app, `The same value is outside production: ${told(shared)}.`, grounds(shared))
  else if (unclear.length > 0)
    yield notEvaluated(
      app,
      `The same value is in an app of unknown stage: ${told(unclear)}.`,
      grounds(unclear),
    )
  else if (comparable.length > 0)
    yield pass(
      app,
      `None of ${count(comparable.length, 'compared secret')} is in an app outside production.`,
      comparable,
    )
  if (withheld.length > 0)
    yield notEvaluated(
      { subject: `${app.subject} (not compared)`, subjectId: `${app.subjectId}/not-compared` },
      `Without fingerprint: ${listed(withheld.map((item) => whyWithheld(item) ?? ''))}.`,
      withheld,
    )
  else if (comparable.length === 0) yield notApplicable(app, 'The secrets of the app are empty.', secrets)
}

/** Apps outside production whose secrets were not read could share one: each is told on its own. */
function* unread(view: EvidenceView, policy: Policy): Iterable<Verdict> {
  const environmentOf = environments(view, policy)
  const reads = readsOf(view, 'config-var-rotation')
  for (const app of appsOf(view)) {
    const gap = reads.finished('app', app.subjectId) ? null : reads.gap('app', app.subjectId)
    if (!gap || environmentOf(app.subjectId).kind === 'production' || app.content?.archived_at) continue
    yield notEvaluated(
      { subject: `${app.subject} (other side)`, subjectId: `${app.subjectId}/other-side` },
      `${gap} Whether it shares a secret with production is not known.`,
      [app],
    )
  }
}
