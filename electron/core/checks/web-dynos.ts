import type { DynoContent } from '../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Check } from './check.ts'
import { grouped } from './facts/grouped.ts'
import { eachProductionApp } from './facts/production.ts'
import { readsOf } from './facts/reads.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

type Formation = EvidenceItem<'dyno-tier'> & { readonly content: Extract<DynoContent, { of: 'formation' }> }

/** PLT-04. */
export const productionHasTwoDynos: Check = {
  id: 'PLT-04',
  title: 'Scoped production web process has two or more dynos',
  severity: 'medium',
  needs: ['app-inventory', 'dyno-tier', 'pipelines-promotions'],
  why: 'Heroku restarts every dyno at least once a day. With a single one, that and every fault is an outage.',
  fix: 'Scale up: `heroku ps:scale web=2 --app APP` (Standard dynos or above; Eco and Basic run one per process type).',
  limits: 'Tells the number at the time of collection. Autoscaling limits are not visible.',
  *judge(view, policy) {
    const formations = grouped(
      view.items('dyno-tier').filter((item): item is Formation => item.content.of === 'formation'),
      (item) => item.content.app.id,
    )
    const reads = readsOf(view, 'dyno-tier')
    yield* eachProductionApp(view, policy, function* (app, couplings) {
      const all = formations.get(app.subjectId) ?? []
      const web = all.find((item) => item.content.type === 'web')
      const gap = reads.gap('app', app.subjectId)
      if (web) {
        const { quantity, size } = web.content
        const told = `${count(quantity, 'web dyno')} of size ${size}`
        if (quantity >= policy.webDynosMin) yield pass(app, `${told}.`, [web, ...couplings])
        else yield fail(app, `${told}, at least ${policy.webDynosMin} are needed.`, [web, ...couplings])
      } else if (gap) yield notEvaluated(app, gap, [app])
      else if (all.length > 0)
        yield notApplicable(app, `No web process, only ${listed(all.map((item) => item.content.type))}.`, all)
      else yield notApplicable(app, 'The app has no process.', [app])
    })
  },
}
