import { z } from 'zod'
import type { AppSubject, Collector, HerokuReader } from './collector.ts'
import { IdField, orNull, Time, UserField } from './fields.ts'

/** One release of `GET /apps/{app}/releases`; two topics read the same list and share the answer. */
export const Release = z.object({
  id: z.string(),
  version: z.int(),
  description: z.string(),
  status: z.string(),
  user: UserField,
  current: orNull(z.boolean()),
  slug: orNull(IdField),
  oci_image: orNull(IdField),
  addon_plan_names: orNull(z.array(z.string())),
  created_at: Time,
})

/** Every release of an app, newest first. */
export function listReleases(
  heroku: HerokuReader,
  app: Pick<AppSubject, 'id'>,
): AsyncIterable<z.infer<typeof Release>> {
  return heroku.list(`/apps/${app.id}/releases`, Release, { range: 'version ..; order=desc' })
}

/** Every release of an app, newest first: who changed what, and when. */
export const releases: Collector<'releases', 'app'> = {
  id: 'releases',
  topic: 'releases',
  title: 'App releases',
  says: 'who released what to each app, and when',
  scope: 'read',
  per: 'app',
  async *collect(heroku, app) {
    const ref = { id: app.id, name: app.name }
    for await (const release of listReleases(heroku, app))
      yield {
        subject: `${app.name} v${release.version}`,
        subjectId: release.id,
        content: {
          id: release.id,
          app: ref,
          version: release.version,
          description: release.description,
          status: release.status,
          user: release.user,
          current: release.current ?? false,
          slug: release.slug?.id ?? null,
          oci_image: release.oci_image?.id ?? null,
          addon_plan_names: release.addon_plan_names ?? [],
          created_at: release.created_at,
        },
      }
  },
}
