import type { Check } from './check.ts'
import { appsOf, isInScope } from './facts/apps.ts'
import { givenList, listMissing } from './facts/lists.ts'
import { hostMatcher } from './facts/patterns.ts'
import { readsOf, refusedSubjects } from './facts/reads.ts'
import { OUT_OF_SCOPE, scopeOf } from './facts/scope.ts'
import { fail, notApplicable, pass, WHOLE } from './facts/verdict.ts'

/** LOG-04. */
export const drainHostsAreApproved: Check = {
  id: 'LOG-04',
  title: 'Drain hosts are approved',
  severity: 'medium',
  needs: ['log-drains', 'app-inventory'],
  needsLists: ['log-hosts'],
  why: 'A drain copies everything that an app logs to whoever owns the address, quietly and for good.',
  fix: 'Remove the drain (`heroku drains:remove DRAIN --app APP`), or have the receiver approved and put on the list.',
  limits: 'Judges the host of the address. Telemetry drains are judged by LOG-13.',
  *judge(view) {
    const list = givenList(view, 'log-hosts')
    const drains = view.items('log-drains')
    const reads = readsOf(view, 'log-drains')
    yield* refusedSubjects(reads, ['account', 'app', 'space'])
    if (drains.length === 0 && reads.refusals.length === 0)
      yield notApplicable(WHOLE, 'There is no drain; apps without one fail in LOG-01.')
    else if (!list) yield listMissing('log-hosts')
    if (!list) return
    const approved = hostMatcher(list.rows.map(({ host }) => host))
    const inScope = isInScope(view)
    const scope = scopeOf(view)
    const out = new Set(appsOf(view).flatMap((app) => (inScope(app) ? [] : [app.subjectId])))
    for (const drain of drains) {
      const { host, owner, of } = drain.content
      if (of === 'space-drain' ? !scope.space(owner) : out.has(owner.id))
        yield notApplicable(drain, OUT_OF_SCOPE, [drain])
      else if (approved(host)) yield pass(drain, `${host} is on ${list.called}.`, [drain])
      else yield fail(drain, `Logs of ${owner.name} go to ${host}, which is not on ${list.called}.`, [drain])
    }
  },
}
