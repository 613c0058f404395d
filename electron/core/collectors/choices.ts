import { z } from 'zod'
import type { Collector } from './collector.ts'
import { NameField, orNull, RefField } from './fields.ts'

const PipelineStack = z.object({ stack: orNull(RefField) })

const stacks = {
  topic: 'stack-eol',
  title: 'Stacks to choose from',
  says: 'which stacks and generations an app, a pipeline or a team may use',
  scope: 'read',
  tier: 'optional',
} as const

/** Stacks that an app may move to: one request for each app. */
export const availableStacks: Collector<'stack-eol', 'app'> = {
  ...stacks,
  id: 'stack-eol.available',
  per: 'app',
  async *collect(heroku, app) {
    const content = {
      of: 'available-stacks',
      app: { id: app.id, name: app.name },
      stacks: await namesIn(heroku.list(`/apps/${app.id}/available-stacks`, NameField)),
    } as const
    yield { subject: app.name, subjectId: `available/${app.id}`, content }
  },
}

/** The stack of a pipeline's CI and review apps: one request for each pipeline. */
export const pipelineStack: Collector<'stack-eol', 'pipeline'> = {
  ...stacks,
  id: 'stack-eol.pipeline',
  per: 'pipeline',
  async *collect(heroku, pipeline) {
    const { stack } = await heroku.get(`/pipelines/${pipeline.id}/pipeline-stack`, PipelineStack)
    const ref = { id: pipeline.id, name: pipeline.name }
    const content = { of: 'pipeline', pipeline: ref, stack: stack?.name ?? null } as const
    yield { subject: pipeline.name, subjectId: `pipeline/${pipeline.id}`, content }
  },
}

/** Generations that a team may create apps on: one request for each team. */
export const availableGenerations: Collector<'stack-eol', 'team'> = {
  ...stacks,
  id: 'stack-eol.available-generations',
  per: 'team',
  async *collect(heroku, team) {
    const content = {
      of: 'available-generations',
      team: { id: team.id, name: team.name },
      generations: await namesIn(heroku.list(`/teams/${team.id}/available-generations`, NameField)),
    } as const
    yield { subject: team.name, subjectId: `generations/${team.id}`, content }
  },
}

/** Sizes that an app's dynos may have: one request for each app. */
export const availableSizes: Collector<'dyno-tier', 'app'> = {
  id: 'dyno-tier.available',
  topic: 'dyno-tier',
  title: 'Sizes to choose from',
  says: 'which sizes of dyno an app may use',
  scope: 'read',
  tier: 'optional',
  per: 'app',
  async *collect(heroku, app) {
    const content = {
      of: 'available-sizes',
      app: { id: app.id, name: app.name },
      sizes: await namesIn(heroku.list(`/apps/${app.id}/available-dyno-sizes`, NameField)),
    } as const
    yield { subject: app.name, subjectId: `available/${app.id}`, content }
  },
}

async function namesIn(list: AsyncIterable<{ readonly name: string }>): Promise<string[]> {
  const names: string[] = []
  for await (const { name } of list) names.push(name)
  return names.sort()
}
