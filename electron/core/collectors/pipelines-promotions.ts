import { z } from 'zod'
import { App } from './app-inventory.ts'
import type { Collector, HerokuReader } from './collector.ts'
import { IdField, orNull, Time } from './fields.ts'

const Pipeline = z.object({
  id: z.string(),
  name: z.string(),
  owner: orNull(z.object({ id: z.string(), type: z.string() })),
  created_at: Time,
})

const Coupling = z.object({
  id: z.string(),
  pipeline: IdField,
  app: IdField,
  stage: z.string(),
  created_at: Time,
})

const common = {
  topic: 'pipelines-promotions',
  title: 'Pipelines and stages',
  says: 'which pipelines exist, and at which stage each app is',
  scope: 'read',
  per: 'account',
} as const

/** Every pipeline that the token can see. */
export const pipelines: Collector<'pipelines-promotions', 'account'> = {
  ...common,
  id: 'pipelines-promotions',
  async *collect(heroku) {
    for await (const pipeline of heroku.list('/pipelines', Pipeline))
      yield { subject: pipeline.name, subjectId: pipeline.id, content: { of: 'pipeline', ...pipeline } }
  },
}

/** Every coupling of an app to a pipeline. Heroku gives ids only; the names come from lists read anyway. */
export const pipelineCouplings: Collector<'pipelines-promotions', 'account'> = {
  ...common,
  id: 'pipelines-promotions.couplings',
  async *collect(heroku) {
    const pipelineNames = await namesOf(heroku, '/pipelines', Pipeline)
    const appNames = await namesOf(heroku, '/apps', App)
    for await (const coupling of heroku.list('/pipeline-couplings', Coupling)) {
      const pipeline = pipelineNames.get(coupling.pipeline.id) ?? coupling.pipeline.id
      const app = appNames.get(coupling.app.id) ?? coupling.app.id
      yield {
        subject: `${app} in ${pipeline}`,
        subjectId: coupling.id,
        content: {
          of: 'coupling',
          id: coupling.id,
          pipeline: { id: coupling.pipeline.id, name: pipeline },
          app: { id: coupling.app.id, name: app },
          stage: coupling.stage,
          created_at: coupling.created_at,
        },
      }
    }
  },
}

async function namesOf(
  heroku: HerokuReader,
  path: string,
  schema: z.ZodType<{ id: string; name: string }>,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for await (const thing of heroku.listIfAllowed(path, schema)) names.set(thing.id, thing.name)
  return names
}
