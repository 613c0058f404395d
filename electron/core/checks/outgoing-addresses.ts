import type { WebhookContent } from '../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Check, EvidenceView } from './check.ts'
import { appsOf, isInScope } from './facts/apps.ts'
import { givenList, noList } from './facts/lists.ts'
import { hostMatcher } from './facts/patterns.ts'
import { readsOf, refusedSubjects } from './facts/reads.ts'
import { OUT_OF_SCOPE, scopeOf } from './facts/scope.ts'
import { fail, notApplicable, notEvaluated, pass, WHOLE } from './facts/verdict.ts'

type Webhook = EvidenceItem<'app-webhooks'> & { readonly content: Extract<WebhookContent, { of: 'webhook' }> }

const ENCRYPTED = new Set(['https', 'grpcs'])

/** LOG-13. */
export const telemetryIsSafe: Check = {
  id: 'LOG-13',
  title: 'Telemetry drains use TLS and approved endpoints',
  severity: 'medium',
  needs: ['telemetry-drains', 'app-inventory'],
  needsLists: ['log-hosts'],
  why: 'Traces and logs hold addresses, names and now and then a secret. A drain copies all of it to whoever owns the endpoint.',
  fix: 'Replace the drain (`heroku telemetry:update`, `heroku telemetry:remove`), or have the receiver approved and put on the list of log hosts.',
  limits:
    'Judges protocol and host of the endpoint; the certificate of the receiver is not looked at. Fir only: Cedar has log drains (LOG-02, LOG-04).',
  *judge(view) {
    const judge = judging(view, 'log-hosts')
    const drains = view.items('telemetry-drains')
    const scope = scopeOf(view)
    const out = outOfScope(view)
    for (const drain of drains) {
      const { owner, scheme, host } = drain.content
      const outside = owner.type === 'space' ? !scope.space(owner) : out.has(owner.id)
      if (outside) yield notApplicable(drain, OUT_OF_SCOPE, [drain])
      else yield judge(drain, `Telemetry of ${owner.name}`, scheme, host)
    }
    const reads = readsOf(view, 'telemetry-drains')
    yield* refusedSubjects(reads, ['account', 'app', 'space'])
    if (drains.length === 0 && reads.refusals.length === 0)
      yield notApplicable(WHOLE, 'There is no telemetry drain.')
  },
}

/** LOG-15. */
export const webhooksAreSafe: Check = {
  id: 'LOG-15',
  title: 'Webhook targets use https and are approved',
  severity: 'low',
  needs: ['app-webhooks', 'app-inventory'],
  needsLists: ['webhook-hosts'],
  why: 'A webhook tells its target what happens to an app: who released what, which add-ons it has. That is worth knowing for an attacker too.',
  fix: 'Remove the webhook (`heroku webhooks:remove ID --app APP`), or have its target approved and put on the list of webhook hosts.',
  limits:
    'Judges protocol and host of the address. Webhooks of add-ons belong to their vendors and are not read.',
  *judge(view) {
    const judge = judging(view, 'webhook-hosts')
    const hooks = view.items('app-webhooks').filter((item): item is Webhook => item.content.of === 'webhook')
    const out = outOfScope(view)
    for (const hook of hooks) {
      const { app, scheme, host } = hook.content
      if (out.has(app.id)) yield notApplicable(hook, OUT_OF_SCOPE, [hook])
      else yield judge(hook, `News of ${app.name}`, scheme, host)
    }
    const reads = readsOf(view, 'app-webhooks', /\/webhooks$/)
    yield* refusedSubjects(reads, ['account', 'app'])
    if (hooks.length === 0 && reads.refusals.length === 0) yield notApplicable(WHOLE, 'There is no webhook.')
  },
}

/** Judges one address after the other: encrypted, and on a list of hosts. */
function judging(view: EvidenceView, kind: 'log-hosts' | 'webhook-hosts') {
  const list = givenList(view, kind)
  const approved = hostMatcher((list?.rows ?? []).map(({ host }) => host))
  return (item: Webhook | EvidenceItem<'telemetry-drains'>, what: string, scheme: string, host: string) => {
    const to = host === '' ? 'an address that cannot be read' : host
    if (!ENCRYPTED.has(scheme))
      return fail(item, `${what} goes to ${to} without encryption (${scheme || 'no protocol'}).`, [item])
    if (!list) return notEvaluated(item, `${what} goes to ${to}, encrypted. ${noList(kind)}`, [item])
    if (!approved(host)) return fail(item, `${what} goes to ${to}, which is not on ${list.called}.`, [item])
    return pass(item, `${what} goes to ${to}, encrypted and on ${list.called}.`, [item])
  }
}

function outOfScope(view: EvidenceView): ReadonlySet<string> {
  const inScope = isInScope(view)
  return new Set(appsOf(view).flatMap((app) => (inScope(app) ? [] : [app.subjectId])))
}
