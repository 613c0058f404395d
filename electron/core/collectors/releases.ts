import { z } from 'zod'
import type { Collector } from './collector.ts'
import { IdField, orNull, Time, UserField } from './fields.ts'

const Release = z.object({
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
    const newestFirst = { range: 'version ..; order=desc' }
    for await (const release of heroku.list(`/apps/${app.id}/releases`, Release, newestFirst))
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
