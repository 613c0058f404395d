import { z } from 'zod'
import type { Collector } from './collector.ts'
import { orNull, Time } from './fields.ts'

const TestRun = z.object({
  id: z.string(),
  number: z.int(),
  commit_sha: orNull(z.string()),
  commit_branch: orNull(z.string()),
  status: z.string(),
  actor_email: orNull(z.string()),
  created_at: Time,
  updated_at: Time,
})

/** Runs of Heroku CI: no list spans pipelines, so one request for each. */
export const ciTestRuns: Collector<'ci-test-runs', 'pipeline'> = {
  id: 'ci-test-runs',
  topic: 'ci-test-runs',
  title: 'CI test runs',
  says: 'which commits Heroku CI tested, when, and how that ended',
  scope: 'read',
  tier: 'extended',
  per: 'pipeline',
  async *collect(heroku, pipeline) {
    const ref = { id: pipeline.id, name: pipeline.name }
    for await (const run of heroku.list(`/pipelines/${pipeline.id}/test-runs`, TestRun))
      yield {
        subject: `${pipeline.name} run ${run.number}`,
        subjectId: run.id,
        content: { ...run, pipeline: ref },
      }
  },
}
