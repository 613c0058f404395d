import type { Check } from './check.ts'
import { eachAddon, servesProduction } from './facts/addons.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'

/** First word of a plan's name, such as `essential` of `heroku-postgresql:essential-1`. */
function planWord(plan: string): string {
  return (plan.split(':').at(-1) ?? plan).split('-')[0] ?? plan
}

/** ADD-07. */
export const noEntryLevelPlan: Check = {
  id: 'ADD-07',
  title: 'No entry-level data plan serves scoped production',
  severity: 'high',
  needs: ['addon-inventory', 'pipelines-promotions'],
  why: 'Entry-level plans share a server with strangers, have no standby and no rollback, and are outside of Heroku’s compliance statements.',
  fix: 'Move the data to a plan of a higher tier, for Postgres `heroku addons:create heroku-postgresql:standard-0` and `heroku pg:copy` or a follower, then `heroku pg:promote`.',
  limits:
    'Knows Heroku’s own data services; which words mean entry level comes from the policy (`entryLevelPlans`, `dataServices`).',
  *judge(view, policy) {
    const serves = servesProduction(view, policy)
    const isData = (service: string) => policy.dataServices.includes(service)
    yield* eachAddon(
      view,
      function* (addon) {
        const plan = addon.content.plan.name
        const production = serves(addon)
        const entry = policy.entryLevelPlans.includes(planWord(plan))
        const grounds = [addon, ...production.grounds]
        if (production.answer === 'no')
          yield notApplicable(addon, `Not production: ${production.why}.`, grounds)
        else if (production.answer === 'unknown' && entry)
          yield notEvaluated(
            addon,
            `${plan} is entry level; whether it serves production is not known: ${production.why}.`,
            grounds,
          )
        else if (entry) yield fail(addon, `${plan} is entry level, and it is ${production.why}.`, grounds)
        else yield pass(addon, `${plan} is above entry level.`, grounds)
      },
      (addon) => isData(addon.content.addon_service.name),
      'data add-on',
    )
  },
}
