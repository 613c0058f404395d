import { z } from 'zod'
import { withoutCredentials } from './address.ts'
import type { AppSubject, Collector, HerokuReader } from './collector.ts'
import { IdField, orNull, Time, UserField } from './fields.ts'

const Buildpack = z.object({ name: orNull(z.string()), url: orNull(z.string()) })

const Build = z.object({
  id: z.string(),
  status: z.string(),
  stack: orNull(z.string()),
  user: UserField,
  buildpacks: orNull(z.array(Buildpack)),
  source_blob: orNull(z.object({ checksum: orNull(z.string()), version: orNull(z.string()) })),
  slug: orNull(IdField),
  release: orNull(IdField),
  created_at: Time,
})

const Installation = z.object({ ordinal: z.int(), buildpack: Buildpack })

const common = {
  topic: 'builds-slugs',
  title: 'Builds and buildpacks',
  says: 'what was built from which source, by whom, and with which buildpacks',
  scope: 'read',
  per: 'app',
} as const

/** Every build of an app; two collectors read the same list and share the answer. */
export function listBuilds(heroku: HerokuReader, app: Pick<AppSubject, 'id'>) {
  return heroku.list(`/apps/${app.id}/builds`, Build)
}

/** Every build of an app. */
export const builds: Collector<'builds-slugs', 'app'> = {
  ...common,
  id: 'builds-slugs',
  async *collect(heroku, app) {
    const ref = { id: app.id, name: app.name }
    for await (const build of listBuilds(heroku, app))
      yield {
        subject: `${app.name} build of ${build.created_at}`,
        subjectId: build.id,
        content: {
          of: 'build',
          id: build.id,
          app: ref,
          status: build.status,
          stack: build.stack,
          user: build.user,
          buildpacks: (build.buildpacks ?? []).map(nameOf),
          source_checksum: build.source_blob?.checksum ?? null,
          source_version: build.source_blob?.version ?? null,
          slug: build.slug?.id ?? null,
          release: build.release?.id ?? null,
          created_at: build.created_at,
        },
      }
  },
}

/** The buildpacks that the next build of an app will use. */
export const buildpacks: Collector<'builds-slugs', 'app'> = {
  ...common,
  id: 'builds-slugs.buildpacks',
  async *collect(heroku, app) {
    const ref = { id: app.id, name: app.name }
    const path = `/apps/${app.id}/buildpack-installations`
    for await (const { ordinal, buildpack } of heroku.list(path, Installation))
      yield {
        subject: `${app.name} buildpack ${nameOf(buildpack)}`,
        subjectId: `${app.id}/buildpack/${ordinal}`,
        content: {
          of: 'buildpack',
          app: ref,
          ordinal,
          name: nameOf(buildpack),
          url: withoutCredentials(buildpack.url ?? buildpack.name ?? ''),
        },
      }
  },
}

/** Both fields may hold an address with an access token in it. */
function nameOf(buildpack: z.infer<typeof Buildpack>): string {
  return withoutCredentials(buildpack.name ?? buildpack.url ?? '')
}
