import type { Verdict } from '../../../shared/model/check.ts'
import type { Check, EvidenceView } from './check.ts'
import { grouped } from './facts/grouped.ts'
import { couplings, environments } from './facts/production.ts'
import { listGap, readsOf } from './facts/reads.ts'
import { fingerprintOf, type SecretVariable, whyWithheld } from './facts/secrets.ts'
import { type About, fail, type Grounds, notApplicable, notEvaluated, pass, WHOLE } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

/** CFG-06. */
export const reviewStageHasOwnSecrets: Check = {
  id: 'CFG-06',
  title: 'Review stage does not inherit production secrets',
  severity: 'high',
  needs: ['review-apps', 'config-var-rotation', 'pipelines-promotions'],
  why: 'Review apps run code that nobody has looked at yet, made by whoever can open a pull request. A production secret among their config vars is theirs to read.',
  fix: 'In the Dashboard under the pipeline, Settings, Review app config vars: replace what production uses by values of their own, then make the review apps again.',
  limits:
    'Compares what the review apps of a pipeline were given with the secrets of production apps. The stage’s own list of config vars is never read: Heroku gives its values in clear only. So a pipeline without a review app at the moment is not evaluated. Values that are short or easy to guess have no fingerprint.',
  *judge(view, policy) {
    const environmentOf = environments(view, policy)
    const variables = grouped(view.items('config-var-rotation'), (item) => item.content.app.id)
    const production = grouped(
      view
        .items('config-var-rotation')
        .filter(({ content }) => environmentOf(content.app.id).kind === 'production'),
      fingerprintOf,
    )
    const stages = reviewStages(view)
    for (const stage of stages.values()) yield judged(view, stage, variables, production)
    const reads = readsOf(view, 'review-apps', /review-app-config/)
    for (const refusal of reads.refusals)
      if (refusal.subjectKind === 'pipeline' && !stages.has(refusal.subjectId))
        yield notEvaluated(refusal, reads.gap('pipeline', refusal.subjectId) ?? 'It was not read.')
    if (stages.size === 0 && reads.refusals.length === 0)
      yield listGap(view, 'pipelines-promotions', 'pipelines', /^\/pipelines/) ??
        notApplicable(WHOLE, 'The collecting account sees no pipeline.')
  },
}

interface Stage {
  readonly about: About
  enabled: boolean
  readonly grounds: { readonly id: number }[]
  /** Apps of the stage: id → name. */
  readonly apps: Map<string, string>
}

/** The review stage of each pipeline, from its settings, its list of review apps, and couplings. */
function reviewStages(view: EvidenceView): ReadonlyMap<string, Stage> {
  const stages = new Map<string, Stage>()
  const of = (pipeline: { id: string; name: string }): Stage => {
    const stage = stages.get(pipeline.id) ?? {
      about: { subject: pipeline.name, subjectId: pipeline.id },
      enabled: false,
      grounds: [],
      apps: new Map(),
    }
    stages.set(pipeline.id, stage)
    return stage
  }
  for (const item of view.items('review-apps')) {
    const stage = of(item.content.pipeline)
    stage.grounds.push(item)
    if (item.content.of === 'config') stage.enabled = item.content.enabled
    else if (item.content.app) stage.apps.set(item.content.app, item.subject)
  }
  for (const item of couplings(view))
    if (item.content.stage === 'review') {
      const stage = of(item.content.pipeline)
      stage.grounds.push(item)
      stage.apps.set(item.content.app.id, item.content.app.name)
    }
  return stages
}

function judged(
  view: EvidenceView,
  { about, enabled, grounds, apps }: Stage,
  variables: ReadonlyMap<string, readonly SecretVariable[]>,
  production: ReadonlyMap<string, readonly SecretVariable[]>,
): Verdict {
  if (apps.size === 0)
    return enabled
      ? notEvaluated(about, 'Review apps are on, but none exists at the moment to compare.', grounds)
      : notApplicable(about, 'The pipeline has no review stage.', grounds)
  const own = [...apps.keys()].flatMap((id) => variables.get(id) ?? [])
  const shared = own.flatMap((item) => {
    const [source] = production.get(fingerprintOf(item) ?? '') ?? []
    return source ? [{ item, source }] : []
  })
  if (shared.length > 0)
    return fail(
      about,
      `Also in production: ${listed(shared.map(({ item, source }) => `${item.subject} as ${source.subject}`))}.`,
      shared.flatMap(({ item, source }): Grounds => [item, source]),
    )
  const reads = readsOf(view, 'config-var-rotation')
  const unread = [...apps].filter(([id]) => !reads.finished('app', id) && reads.gap('app', id) !== null)
  if (unread.length > 0)
    return notEvaluated(
      about,
      `Config vars of ${listed(unread.map(([, name]) => name))} were not read.`,
      grounds,
    )
  const compared = own.filter((item) => fingerprintOf(item) !== null)
  const withheld = own.filter((item) => whyWithheld(item) !== null)
  const rest = withheld.length > 0 ? `; ${withheld.length} without fingerprint` : ''
  if (compared.length === 0 && withheld.length > 0)
    return notEvaluated(
      about,
      `No secret could be compared: ${listed(withheld.map((item) => whyWithheld(item) ?? ''))}.`,
      withheld,
    )
  return pass(
    about,
    `None of ${count(compared.length, 'compared secret')} of ${count(apps.size, 'review app')} is in production${rest}.`,
    [...grounds, ...compared],
  )
}
