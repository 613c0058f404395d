import { z } from 'zod'
import { listBuilds } from './builds-slugs.ts'
import type { AppSubject, Collector, HerokuReader } from './collector.ts'
import { NameField, orNull, Time } from './fields.ts'
import { listReleases, type Release } from './releases.ts'

const Slug = z.object({
  id: z.string(),
  commit: orNull(z.string()),
  checksum: orNull(z.string()),
  size: orNull(z.number()),
  stack: orNull(NameField),
  created_at: Time,
})

const Image = z.object({
  id: z.string(),
  commit: orNull(z.string()),
  digest: orNull(z.string()),
  base_image_name: orNull(z.string()),
  stack: orNull(NameField),
  architecture: orNull(z.string()),
  buildpacks: orNull(z.array(z.object({ id: z.string(), version: orNull(z.string()) }))),
  created_at: Time,
})

const OneOrMore = z.union([z.array(Image), Image.transform((image) => [image])])

const common = {
  topic: 'builds-slugs',
  title: 'What runs',
  says: 'which commit and which artifact the current release of each app runs',
  scope: 'read',
  tier: 'extended',
  per: 'app',
} as const

/**
 * The slug of the current release, where no build of the app names its commit: one request for each Cedar app that
 * was promoted to, or built from a source without version. Slugs of earlier releases are not asked for: their commit
 * shows in the builds of the app that they were promoted from, which share the slug.
 */
export const releasedSlug: Collector<'builds-slugs', 'app'> = {
  ...common,
  id: 'builds-slugs.slug',
  when: (app) => app.generation !== 'fir',
  async *collect(heroku, app) {
    const current = await currentRelease(heroku, app)
    if (!current?.slug || (await isBuiltHere(heroku, app, current.slug.id))) return
    const slug = await heroku.get(`/apps/${app.id}/slugs/${current.slug.id}`, Slug)
    yield {
      subject: `${app.name} v${current.version}`,
      subjectId: `${app.id}/slug/${slug.id}`,
      content: {
        of: 'slug',
        id: slug.id,
        app: { id: app.id, name: app.name },
        release_version: current.version,
        commit: slug.commit,
        checksum: slug.checksum,
        stack: slug.stack?.name ?? null,
        size: slug.size,
        created_at: slug.created_at,
      },
    }
  },
}

/** The image of the current release: one request for each Fir app. Heroku answers with a list of one. */
export const releasedImage: Collector<'builds-slugs', 'app'> = {
  ...common,
  id: 'builds-slugs.image',
  when: (app) => app.generation === 'fir',
  async *collect(heroku, app) {
    const current = await currentRelease(heroku, app)
    const id = current?.oci_image?.id
    if (!current || !id) return
    const [image] = await heroku.get(`/apps/${app.id}/oci-images/${id}`, OneOrMore)
    if (!image) return
    yield {
      subject: `${app.name} v${current.version}`,
      subjectId: `${app.id}/oci-image/${image.id}`,
      content: {
        of: 'oci-image',
        id: image.id,
        app: { id: app.id, name: app.name },
        release_version: current.version,
        commit: image.commit,
        digest: image.digest,
        base_image_name: image.base_image_name,
        stack: image.stack?.name ?? null,
        architecture: image.architecture,
        buildpacks: (image.buildpacks ?? []).map((one) => [one.id, one.version].filter(Boolean).join(' ')),
        created_at: image.created_at,
      },
    }
  },
}

/** From the list of releases, which the app's releases are read from too; to its end, so that its proof holds. */
async function currentRelease(heroku: HerokuReader, app: AppSubject) {
  let current: z.infer<typeof Release> | null = null
  for await (const release of listReleases(heroku, app)) if (release.current) current ??= release
  return current
}

/** From the list of builds, which the app's builds are read from too; to its end, so that its proof holds. */
async function isBuiltHere(heroku: HerokuReader, app: AppSubject, slug: string): Promise<boolean> {
  let named: boolean | null = null
  for await (const build of listBuilds(heroku, app))
    if (build.slug?.id === slug) named ??= Boolean(build.source_blob?.version)
  return named ?? false
}
