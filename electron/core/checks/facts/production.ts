import type { Verdict } from '../../../../shared/model/check.ts'
import type { PipelineContent, Ref } from '../../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../../shared/model/evidence.ts'
import type { Policy } from '../../../../shared/model/policy.ts'
import type { EvidenceView } from '../check.ts'
import { type App, eachApp } from './apps.ts'
import { inWords, readsOf } from './reads.ts'
import { notApplicable, notEvaluated } from './verdict.ts'

/** The evidence that couples an app to a stage of a pipeline. */
export type Coupling = EvidenceItem<'pipelines-promotions'> & {
  readonly content: Extract<PipelineContent, { of: 'coupling' }>
}

/** What an app is for, as its pipeline tells it: the only tag there is until a person tags apps. */
export type Environment =
  | {
      readonly kind: 'production' | 'other'
      readonly pipeline: Ref
      readonly stage: string
      readonly coupling: Coupling
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly why: string }

/** Every coupling of an app to a pipeline. */
export function couplings(view: EvidenceView): readonly Coupling[] {
  return view.items('pipelines-promotions').filter((item): item is Coupling => item.content.of === 'coupling')
}

/** Tells the environment of an app by its id. An app without coupling is unknown where couplings are missing. */
export function environments(view: EvidenceView, policy: Policy): (appId: string) => Environment {
  const stages = new Set(policy.productionStages)
  const known = new Map<string, Environment>()
  for (const coupling of couplings(view)) {
    const { app, pipeline, stage } = coupling.content
    const kind = stages.has(stage) ? 'production' : 'other'
    if (known.get(app.id)?.kind !== 'production') known.set(app.id, { kind, pipeline, stage, coupling })
  }
  const uncoupled = withoutCoupling(view)
  return (appId) => known.get(appId) ?? uncoupled
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
  return environment.kind === 'other'
    ? `Stage ${environment.stage} of pipeline ${environment.pipeline.name} is not production.`
    : 'The app is in no pipeline, so nothing marks it as production.'
}

/** Judges every production app; all others get a verdict that says why the question does not arise. */
export function* eachProductionApp(
  view: EvidenceView,
  policy: Policy,
  judge: (app: App, coupling: Coupling) => Iterable<Verdict>,
): Iterable<Verdict> {
  const environmentOf = environments(view, policy)
  yield* eachApp(view, function* (app) {
    const environment = environmentOf(app.subjectId)
    if (environment.kind === 'production') yield* judge(app, environment.coupling)
    else if (environment.kind === 'unknown')
      yield notEvaluated(app, `Whether it is production is not known: ${environment.why}.`, [app])
    else yield notApplicable(app, notProduction(environment), [app, ...groundsOf(environment)])
  })
}

/** The evidence that an environment rests on. */
export function groundsOf(environment: Environment): readonly Coupling[] {
  return 'coupling' in environment ? [environment.coupling] : []
}
