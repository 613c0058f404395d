import { z } from 'zod'
import type { Collector } from './collector.ts'
import { IdField, orNull, Time, UserField } from './fields.ts'

const Latest = z.object({
  id: z.string(),
  app: IdField,
  status: z.string(),
  version: orNull(z.int()),
  slug: orNull(IdField),
  artifacts: orNull(z.array(z.object({ type: z.string(), id: z.string() }))),
  source_blob: orNull(z.object({ version: orNull(z.string()) })),
  user: UserField,
  created_at: Time,
})

type Of = 'latest-build' | 'latest-deployment' | 'latest-release'

/**
 * The newest build, deployment or release of all apps of a pipeline: one request for each pipeline. It repeats what
 * the lists of each app tell, and tells it of apps too that the token cannot see otherwise: read by choice.
 */
function latest(of: Of, name: string): Collector<'pipelines-promotions', 'pipeline'> {
  return {
    id: `pipelines-promotions.${of}`,
    topic: 'pipelines-promotions',
    title: `Newest ${name} in pipelines`,
    says: `the newest ${name.slice(0, -1)} of each app of a pipeline`,
    scope: 'read',
    tier: 'optional',
    per: 'pipeline',
    async *collect(heroku, pipeline) {
      for await (const one of heroku.list(`/pipelines/${pipeline.id}/latest-${name}`, Latest))
        yield {
          subject: `${pipeline.name} ${name.slice(0, -1)} of ${one.created_at}`,
          subjectId: `${of}/${one.id}`,
          content: {
            of,
            id: one.id,
            pipeline: { id: pipeline.id, name: pipeline.name },
            app_id: one.app.id,
            status: one.status,
            version: one.version,
            slug: one.slug?.id ?? null,
            oci_image: one.artifacts?.find((artifact) => artifact.type === 'oci-image')?.id ?? null,
            source_version: one.source_blob?.version ?? null,
            user: one.user,
            created_at: one.created_at,
          },
        }
    },
  }
}

/** The newest build of each app of a pipeline. */
export const latestBuilds = latest('latest-build', 'builds')

/** The newest deployment of each app of a pipeline. */
export const latestDeployments = latest('latest-deployment', 'deployments')

/** The newest release of each app of a pipeline. */
export const latestReleases = latest('latest-release', 'releases')
