import type { ReviewAppsContent } from '../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Check } from './check.ts'
import { addonsOf, attachmentsByAddon, attachmentsOf, servesProduction } from './facts/addons.ts'
import { grouped } from './facts/grouped.ts'
import { couplings, environments } from './facts/production.ts'
import { inWords, listGap, readsOf, refusedSubjects } from './facts/reads.ts'
import { type About, fail, notApplicable, notEvaluated, pass, WHOLE } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

type Config = EvidenceItem<'review-apps'> & { readonly content: Extract<ReviewAppsContent, { of: 'config' }> }
type ReviewApp = EvidenceItem<'review-apps'> & {
  readonly content: Extract<ReviewAppsContent, { of: 'review-app' }>
}

/** CHG-09. */
export const reviewAppsEnd: Check = {
  id: 'CHG-09',
  title: 'Review apps end by themselves and wait for CI',
  severity: 'low',
  needs: ['pipelines-promotions', 'review-apps'],
  why: 'Forgotten review apps keep running old code on public addresses with copies of configuration and data.',
  fix: 'In the Dashboard under the pipeline, Settings, Review Apps: turn on “Destroy stale review apps automatically” with few days, and “Wait for CI to pass”.',
  limits: 'The limit of days comes from the policy (`reviewAppStaleDays`).',
  *judge(view, { reviewAppStaleDays: limit }) {
    const configs = view.items('review-apps').filter((item): item is Config => item.content.of === 'config')
    for (const item of configs) {
      const { enabled, destroy_stale_apps: destroy, stale_days: days, wait_for_ci: ci } = item.content
      const wrong = [
        ...(destroy === false ? ['stale review apps are not destroyed'] : []),
        ...(destroy && days !== null && days > limit
          ? [`they end after ${days} days, the limit is ${limit}`]
          : []),
        ...(ci === false ? ['they do not wait for CI'] : []),
      ]
      if (!enabled) yield notApplicable(item, 'The pipeline has no review apps.', [item])
      else if (wrong.length > 0) yield fail(item, `Review apps are on, but ${listed(wrong)}.`, [item])
      else if (destroy === null || days === null || ci === null)
        yield notEvaluated(item, 'Heroku did not tell all of how review apps of the pipeline end.', [item])
      else yield pass(item, `Review apps end after ${count(days, 'day')} and wait for CI.`, [item])
    }
    const reads = readsOf(view, 'review-apps', /review-app-config/)
    const seen = new Set(configs.map((item) => item.content.pipeline.id))
    for (const verdict of refusedSubjects(reads, ['pipeline']))
      if (!seen.has(verdict.subjectId)) yield verdict
    if (configs.length === 0 && reads.refusals.length === 0)
      yield listGap(view, 'pipelines-promotions', 'pipelines', /^\/pipelines/) ??
        notApplicable(WHOLE, 'The collecting account sees no pipeline.')
  },
}

/** CHG-10. */
export const reviewAppsHaveNoProductionData: Check = {
  id: 'CHG-10',
  title: 'Review apps have no production data attachment',
  severity: 'high',
  needs: ['review-apps', 'addon-inventory', 'pipelines-promotions'],
  why: 'A review app runs code that nobody has reviewed yet. Attached to production’s database, that code reads and changes real data.',
  fix: 'Detach it, `heroku addons:detach ATTACHMENT --app REVIEW-APP`, and give review apps a database of their own in `app.json` (`addons`) with test data.',
  limits:
    'Sees attachments, not addresses that were copied into config vars; CFG-02 and CFG-04 look for those.',
  *judge(view, policy) {
    const production = servesProduction(view, policy)
    const addons = new Map(addonsOf(view).map((addon) => [addon.content.id, addon]))
    const byAddon = attachmentsByAddon(view)
    const environmentOf = environments(view, policy)
    const byApp = grouped(attachmentsOf(view), (item) => item.content.app.id)
    const refusal = readsOf(view, 'addon-inventory').refusals[0]
    const reviewApps = reviewAppsOf(
      view.items('review-apps').filter((item): item is ReviewApp => item.content.of === 'review-app'),
      couplings(view).filter((item) => item.content.stage === 'review'),
    )
    for (const [app, about] of reviewApps) {
      const attached = byApp.get(app) ?? []
      const shared = attached.filter((use) => {
        const addon = addons.get(use.content.addon.id)
        if (addon) return production(addon).answer === 'yes'
        const uses = byAddon.get(use.content.addon.id) ?? []
        const owner = use.content.addon.app
        return [...uses.map((other) => other.content.app), ...(owner ? [owner] : [])].some(
          (other) => environmentOf(other.id).kind === 'production',
        )
      })
      if (shared.length > 0)
        yield fail(
          about,
          `Shared with production: ${listed(shared.map((use) => `${use.content.addon.name} as ${use.content.name}`))}.`,
          [...shared, ...about.grounds],
        )
      else if (refusal)
        yield notEvaluated(about, `The attachments could not be read (${inWords(refusal)}).`, about.grounds)
      else
        yield pass(about, `${count(attached.length, 'attachment')}, none shared with production.`, [
          ...attached,
          ...about.grounds,
        ])
    }
    const reads = readsOf(view, 'review-apps')
    yield* refusedSubjects(reads, ['pipeline'])
    if (reviewApps.size === 0 && reads.refusals.length === 0)
      yield notApplicable(WHOLE, 'There is no review app.')
  },
}

/** Review apps by app id: those that pipelines list, and apps coupled at stage review. */
function reviewAppsOf(
  listedApps: readonly ReviewApp[],
  coupled: ReturnType<typeof couplings>,
): ReadonlyMap<string, About & { readonly grounds: readonly { readonly id: number }[] }> {
  const found = new Map<string, About & { readonly grounds: readonly { readonly id: number }[] }>()
  for (const item of listedApps)
    if (item.content.app !== null)
      found.set(item.content.app, { subject: item.subject, subjectId: item.content.app, grounds: [item] })
  for (const item of coupled)
    if (!found.has(item.content.app.id))
      found.set(item.content.app.id, {
        subject: item.content.app.name,
        subjectId: item.content.app.id,
        grounds: [item],
      })
  return found
}
