import { generationRef } from '../catalog/stacks.ts'
import { historyOf } from '../history.ts'
import type { Organisation } from '../organisation.ts'
import type { Coupling, Pipeline } from '../pipelines.ts'
import { ago, idOf } from '../random.ts'
import type { Caller } from '../server/access.ts'
import { featureOff, found } from '../server/refusal.ts'
import { type Ask, pages, type Route, read, whole } from '../server/route.ts'
import { appOf } from './apps.ts'
import { teamOf } from './teams.ts'

const sees = (caller: Caller, pipeline: Pipeline) => !pipeline.team || caller.teams.has(pipeline.team.name)

const visible = (org: Organisation, caller: Caller) =>
  org.pipelines.filter((pipeline) => sees(caller, pipeline))

/** The pipeline that the first parameter names, if the caller may see it. */
export function pipelineOf(ask: Ask): Pipeline {
  const pipeline = found(ask.org.find.pipeline.get(ask.params[0] ?? ''), 'pipeline')
  return found(sees(ask.caller, pipeline) ? pipeline : null, 'pipeline')
}

const pipelineAnswer = (org: Organisation, pipeline: Pipeline) => ({
  created_at: pipeline.createdAt,
  id: pipeline.id,
  name: pipeline.name,
  owner: pipeline.team ? { id: pipeline.team.id, type: 'team' } : null,
  updated_at: pipeline.createdAt,
  generation: generationRef(org.ground, pipeline.generation),
})

const couplingAnswer = (pipeline: Pipeline, coupling: Coupling) => ({
  app: { id: coupling.app.id },
  created_at: coupling.createdAt,
  id: coupling.id,
  pipeline: { id: pipeline.id },
  stage: coupling.stage,
  updated_at: coupling.createdAt,
})

const couplings = (pipelines: readonly Pipeline[]) =>
  pages(
    pipelines.flatMap((pipeline) => pipeline.couplings.map((coupling) => couplingAnswer(pipeline, coupling))),
  )

const reviewConfig = (org: Organisation, pipeline: Pipeline) => {
  const config = pipeline.reviewApps
  if (!config) throw featureOff('Review apps are not enabled for this pipeline.')
  return {
    repo: { id: Number.parseInt(pipeline.id.slice(0, 6), 16) },
    automatic_review_apps: true,
    deploy_target: { id: idOf(org.ground, 'region', 'us'), type: 'region' },
    destroy_stale_apps: config.destroyStale,
    stale_days: config.staleDays,
    pipeline_id: pipeline.id,
    wait_for_ci: config.ci,
    base_name: pipeline.name,
  }
}

/** A review app of a pipeline. */
export function reviewAnswer(org: Organisation, pipeline: Pipeline, { app }: Coupling) {
  const number = Number(/\d+$/.exec(app.name)?.[0] ?? 1)
  const creator = historyOf(org, app).releases[0]?.user
  return {
    app: { id: app.id },
    app_setup: { id: idOf(org.ground, 'app-setup', app.name) },
    branch: `feature/${number}-tariffs`,
    created_at: app.createdAt,
    id: idOf(org.ground, 'review-app', app.name),
    pipeline: { id: pipeline.id },
    status: 'created',
    updated_at: ago(org.ground, 0.5),
    creator: { id: creator?.id ?? app.owner.id },
    wait_for_ci: pipeline.reviewApps?.ci ?? false,
    error_status: null,
    message: null,
    fork_repo: null,
    pr_number: number,
  }
}

/** Review apps of a pipeline. */
export const reviewsOf = (org: Organisation, pipeline: Pipeline) =>
  pipeline.couplings
    .filter((coupling) => coupling.stage === 'review')
    .map((coupling) => reviewAnswer(org, pipeline, coupling))

/** Pipelines, couplings and review apps. */
export const PIPELINES: readonly Route[] = [
  read('/pipelines', ({ org, caller }) =>
    pages(
      visible(org, caller).map((pipeline) => pipelineAnswer(org, pipeline)),
      'id',
      'name',
    ),
  ),
  read('/pipelines/:pipeline', (ask) => whole(pipelineAnswer(ask.org, pipelineOf(ask)))),
  read('/pipelines/:pipeline/pipeline-couplings', (ask) => couplings([pipelineOf(ask)])),
  read('/pipeline-couplings', ({ org, caller }) => couplings(visible(org, caller))),
  read('/pipeline-couplings/:coupling', ({ org, caller, params }) => {
    for (const pipeline of visible(org, caller)) {
      const hit = pipeline.couplings.find((coupling) => coupling.id === params[0])
      if (hit) return whole(couplingAnswer(pipeline, hit))
    }
    return whole(found(null, 'pipeline coupling'))
  }),
  read('/users/:user/pipeline-couplings', ({ org, caller }) => couplings(visible(org, caller))),
  read('/teams/:team/pipeline-couplings', (ask) => {
    const team = teamOf(ask)
    return couplings(ask.org.pipelines.filter((pipeline) => pipeline.team === team))
  }),
  read('/apps/:app/pipeline-couplings', (ask) => {
    const app = appOf(ask)
    const pipeline = found(ask.org.find.pipeline.get(app.traits.pipeline ?? ''), 'pipeline coupling')
    const coupling = found(
      pipeline.couplings.find((c) => c.app === app),
      'pipeline coupling',
    )
    return whole(couplingAnswer(pipeline, coupling))
  }),
  read('/pipelines/:pipeline/review-app-config', (ask) => whole(reviewConfig(ask.org, pipelineOf(ask)))),
  read('/pipelines/:pipeline/review-apps', (ask) => pages(reviewsOf(ask.org, pipelineOf(ask)))),
  read('/review-apps/:review', ({ org, caller, params }) => {
    const all = visible(org, caller).flatMap((pipeline) => reviewsOf(org, pipeline))
    return whole(
      found(
        all.find((review) => review.id === params[0]),
        'review app',
      ),
    )
  }),
  read('/apps/:app/review-app', (ask) => {
    const app = appOf(ask)
    const pipeline = ask.org.find.pipeline.get(app.traits.pipeline ?? '')
    const reviews = pipeline ? reviewsOf(ask.org, pipeline) : []
    return whole(
      found(
        reviews.find((review) => review.app.id === app.id),
        'review app',
      ),
    )
  }),
]
