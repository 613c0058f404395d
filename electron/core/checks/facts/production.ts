import type { Verdict } from '../../../../shared/model/check.ts'
import type { PipelineContent, Ref } from '../../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../../shared/model/evidence.ts'
import type { Policy } from '../../../../shared/model/policy.ts'
import type { EvidenceView } from '../check.ts'
import { type App, eachApp } from './apps.ts'
import { inWords, readsOf } from './reads.ts'
import { remembered } from './remembered.ts'
import { tagsOf } from './tags.ts'
import { notApplicable, notEvaluated } from './verdict.ts'

/** The evidence that couples an app to a stage of a pipeline. */
export type Coupling = EvidenceItem<'pipelines-promotions'> & {
  readonly content: Extract<PipelineContent, { of: 'coupling' }>
}

/** What an app is for: as a person tagged it, else as its pipeline tells it. */
export type Environment =
  | {
      readonly kind: 'production' | 'other'
      readonly by: 'stage'
      readonly pipeline: Ref
      readonly stage: string
      readonly coupling: Coupling
    }
  | {
      readonly kind: 'production' | 'other'
      readonly by: 'tag'
      /** Such as `staging`. */
      readonly tagged: string
      /** What its pipeline says; null where it is in none. */
      readonly coupling: Coupling | null
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly why: string }

/** Every coupling of an app to a pipeline. */
export function couplings(view: EvidenceView): readonly Coupling[] {
  return couplingsIn(view.items('pipelines-promotions'))
}

const couplingsIn = remembered((items: readonly EvidenceItem<'pipelines-promotions'>[]) =>
  items.filter((item): item is Coupling => item.content.of === 'coupling'),
)

/**
 * Tells the environment of an app by its id. The tag of a person counts before the stage of a pipeline; an app
 * with neither is unknown where couplings are missing.
 */
export function environments(view: EvidenceView, policy: Policy): (appId: string) => Environment {
  const stages = new Set(policy.productionStages)
  const known = new Map<string, Coupling>()
  for (const coupling of couplings(view)) {
    const { app } = coupling.content
    if (!stages.has(known.get(app.id)?.content.stage ?? '')) known.set(app.id, coupling)
  }
  const uncoupled = withoutCoupling(view)
  const tagOf = tagsOf(view)
  return (appId) => {
    const coupling = known.get(appId)
    const tagged = tagOf(appId)?.content.environment
    if (tagged)
      return {
        kind: tagged === 'production' ? 'production' : 'other',
        by: 'tag',
        tagged,
        coupling: coupling ?? null,
      }
    if (!coupling) return uncoupled
    const { pipeline, stage } = coupling.content
    return { kind: stages.has(stage) ? 'production' : 'other', by: 'stage', pipeline, stage, coupling }
  }
}

function withoutCoupling(view: EvidenceView): Environment {
  const refusal = readsOf(view, 'pipelines-promotions', /^\/pipeline-couplings/).refusals[0]
  if (refusal) return { kind: 'unknown', why: `the pipelines could not be read (${inWords(refusal)})` }
  if (view.readings('pipelines-promotions').length === 0 && view.items('pipelines-promotions').length === 0)
    return { kind: 'unknown', why: 'the pipelines were not read in this collection' }
  return { kind: 'none' }
}

/** Why an app does not count as production, as a sentence. */
export function notProduction(environment: Environment): string {
  if (environment.kind !== 'other')
    return 'The app is in no pipeline and has no tag, so nothing marks it as production.'
  return environment.by === 'tag'
    ? `The app is tagged as ${environment.tagged}.`
    : `Stage ${environment.stage} of pipeline ${environment.pipeline.name} is not production.`
}

/**
 * Judges every production app; all others get a verdict that says why the question does not arise. `judge` is
 * handed the coupling that the answer rests on beside the app: none where a tag alone says it.
 */
export function* eachProductionApp(
  view: EvidenceView,
  policy: Policy,
  judge: (app: App, couplings: readonly Coupling[]) => Iterable<Verdict>,
): Iterable<Verdict> {
  const environmentOf = environments(view, policy)
  yield* eachApp(view, function* (app) {
    const environment = environmentOf(app.subjectId)
    if (environment.kind === 'production') yield* judge(app, groundsOf(environment))
    else if (environment.kind === 'unknown')
      yield notEvaluated(app, `Whether it is production is not known: ${environment.why}.`, [app])
    else yield notApplicable(app, notProduction(environment), [app, ...groundsOf(environment)])
  })
}

/** The evidence that an environment rests on. */
export function groundsOf(environment: Environment): readonly Coupling[] {
  return 'coupling' in environment && environment.coupling ? [environment.coupling] : []
}
