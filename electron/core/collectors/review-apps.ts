import { z } from 'zod'
import type { Collector } from './collector.ts'
import { IdField, orNull, Time } from './fields.ts'

const Config = z.object({
  automatic_review_apps: orNull(z.boolean()),
  destroy_stale_apps: orNull(z.boolean()),
  stale_days: orNull(z.number()),
  wait_for_ci: orNull(z.boolean()),
  deploy_target: orNull(z.object({ id: z.string(), type: z.string() })),
})

const ReviewApp = z.object({
  id: z.string(),
  app: orNull(IdField),
  branch: z.string(),
  status: z.string(),
  created_at: Time,
})

const OFF: z.infer<typeof Config> = {
  automatic_review_apps: null,
  destroy_stale_apps: null,
  stale_days: null,
  wait_for_ci: null,
  deploy_target: null,
}

/** Whether a pipeline makes review apps, how they end, and which ones there are. */
export const reviewApps: Collector<'review-apps', 'pipeline'> = {
  id: 'review-apps',
  topic: 'review-apps',
  title: 'Review apps',
  says: 'which pipelines make review apps, how these end, and which exist now',
  scope: 'read',
  per: 'pipeline',
  async *collect(heroku, pipeline) {
    const ref = { id: pipeline.id, name: pipeline.name }
    const config = await heroku.find(`/pipelines/${pipeline.id}/review-app-config`, Config, { variant: '3' })
    yield {
      subject: pipeline.name,
      subjectId: pipeline.id,
      content: { of: 'config', pipeline: ref, enabled: config !== null, ...(config ?? OFF) },
    }
    if (!config) return
    for await (const review of heroku.list(`/pipelines/${pipeline.id}/review-apps`, ReviewApp))
      yield {
        subject: `${pipeline.name} ${review.branch}`,
        subjectId: review.id,
        content: {
          of: 'review-app',
          id: review.id,
          pipeline: ref,
          app: review.app?.id ?? null,
          branch: review.branch,
          status: review.status,
          created_at: review.created_at,
        },
      }
  },
}
