import { z } from 'zod'
import type { Collector } from './collector.ts'
import { orNull } from './fields.ts'

/** Both answers are known from Heroku's own command line only. */
const Repository = z.object({
  ci: orNull(z.boolean()),
  repository: z.object({ name: z.string(), type: orNull(z.string()) }),
})

const Link = z.object({
  repo: z.string(),
  branch: orNull(z.string()),
  auto_deploy: orNull(z.boolean()),
  wait_for_ci: orNull(z.boolean()),
})

const common = {
  topic: 'pipelines-promotions',
  title: 'Repositories',
  says: 'which repository a pipeline or an app is connected to, and whether it deploys by itself',
  scope: 'read',
} as const

/** The repository of a pipeline: one request for each, to Heroku's service for GitHub. 404 means none. */
export const pipelineRepository: Collector<'pipelines-promotions', 'pipeline'> = {
  ...common,
  id: 'pipelines-promotions.repository',
  tier: 'optional',
  per: 'pipeline',
  async *collect(heroku, pipeline) {
    const found = await heroku.find(`/pipelines/${pipeline.id}/repository`, Repository, { api: 'github' })
    if (!found) return
    yield {
      subject: `${pipeline.name} from ${found.repository.name}`,
      subjectId: `repository/${pipeline.id}`,
      content: {
        of: 'repository',
        pipeline: { id: pipeline.id, name: pipeline.name },
        name: found.repository.name,
        type: found.repository.type,
        ci: found.ci,
      },
    }
  },
}

/** The repository that an app deploys from: one request for each app; no list spans apps. 404 means none. */
export const appRepository: Collector<'pipelines-promotions', 'app'> = {
  ...common,
  id: 'pipelines-promotions.github',
  tier: 'extended',
  per: 'app',
  async *collect(heroku, app) {
    const link = await heroku.find(`/apps/${app.id}/github`, Link, { api: 'github' })
    if (!link) return
    yield {
      subject: `${app.name} from ${link.repo}`,
      subjectId: `github/${app.id}`,
      content: { of: 'github', app: { id: app.id, name: app.name }, ...link },
    }
  },
}
