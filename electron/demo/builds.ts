import type { App } from './apps.ts'
import { canary } from './canary.ts'
import { type Artifact, historyOf, type Release } from './history.ts'
import { HOSTILE } from './hostile.ts'
import type { Organisation } from './organisation.ts'
import { ago, hexOf, idOf, instant } from './random.ts'

/** Buildpacks of an app as Heroku lists them. */
export function buildpacksOf(app: App) {
  if (app.stack === 'container' || app.generation === 'fir') return []
  const names = app.traits.buildpacks ?? [`heroku/${app.traits.language ?? 'nodejs'}`]
  return names.map((name) => ({ name, url: name.startsWith('https://') ? name : `urn:buildpack:${name}` }))
}

/** Builds of an app: one for each deploy, and now and then one that failed. */
export function buildsOf(org: Organisation, app: App) {
  const made = historyOf(org, app).releases.filter((release) => release.build !== null)
  const good = made.map((release) => build(org, app, release))
  const bad = made.filter((_, i) => i % 9 === 4).map((release) => failedBuild(org, app, release))
  return [...good, ...bad]
}

function build(org: Organisation, app: App, release: Release) {
  const { ground } = org
  const id = release.build ?? ''
  const fir = app.generation === 'fir'
  const commit = release.artifact?.commit ?? ''
  return {
    app: { id: app.id },
    buildpacks: fir ? null : buildpacksOf(app),
    created_at: release.artifact?.createdAt ?? release.createdAt,
    id,
    output_stream_url: `https://build-output.heroku.com/streams/${id}?token=${canary(ground, 'build-output', id)}`,
    source_blob: {
      checksum: `SHA256:${hexOf(ground, 64, 'source', id)}`,
      url: `https://sources.demo/${id}.tgz?signature=${canary(ground, 'source', id)}`,
      version: app.traits.unversioned ? null : commit,
      version_description: release.version % 11 === 0 ? HOSTILE.at : `Merge pull request #${release.version}`,
    },
    release: { id: release.id } as { id: string } | null,
    slug: (fir ? null : { id: release.artifact?.id ?? '' }) as { id: string } | null,
    stack: app.buildStack,
    status: 'succeeded',
    updated_at: release.createdAt,
    user: release.user,
  }
}

function failedBuild(org: Organisation, app: App, release: Release) {
  const id = idOf(org.ground, 'failed-build', release.id)
  const attempt = build(org, app, { ...release, build: id })
  const earlier = instant(Date.parse(attempt.created_at) - 1_500_000)
  return { ...attempt, created_at: earlier, updated_at: earlier, release: null, slug: null, status: 'failed' }
}

/** `GET /apps/{app}/slugs/{slug}`. */
export function slugAnswer(org: Organisation, app: App, artifact: Artifact) {
  const { ground } = org
  return {
    blob: {
      method: 'GET',
      url: `https://slugs.demo/${artifact.id}.tgz?signature=${canary(ground, 'slug', artifact.id)}`,
    },
    buildpack_provided_description: app.traits.language ?? 'nodejs',
    checksum: `SHA256:${hexOf(ground, 64, 'slug', artifact.id)}`,
    commit: app.traits.unversioned ? null : artifact.commit,
    commit_description: app.traits.unversioned ? null : HOSTILE.emoji,
    created_at: artifact.createdAt,
    id: artifact.id,
    process_types: { web: './bin/web -p $PORT', worker: './bin/worker' },
    size: 61_000_000,
    stack: { id: idOf(ground, 'stack', app.stack), name: app.stack },
    updated_at: artifact.createdAt,
    deleted_at: null,
  }
}

/** `GET /apps/{app}/oci-images/{image}`, of an app on Fir. */
export function imageAnswer(org: Organisation, app: App, artifact: Artifact) {
  const { ground } = org
  return {
    id: artifact.id,
    base_image_name: 'heroku/heroku:24',
    base_top_layer: `sha256:${hexOf(ground, 64, 'layer', 'heroku-24')}`,
    commit: artifact.commit,
    commit_description: HOSTILE.hebrew,
    image_repo: `${app.id}/builds`,
    digest: `sha256:${hexOf(ground, 64, 'image', artifact.id)}`,
    stack: { id: idOf(ground, 'stack', app.stack), name: app.stack },
    process_types: {
      web: { name: 'web', display_cmd: 'npm start', command: '/cnb/process/web', default: true },
    },
    buildpacks: [
      { id: 'heroku/nodejs', version: '3.6.1', homepage: 'https://github.com/heroku/buildpacks-nodejs' },
    ],
    created_at: artifact.createdAt,
    updated_at: artifact.createdAt,
    architecture: 'arm64',
  }
}

/** The artifact with an id, from the history of the app (or of the app that promotes to it). */
export function artifactOf(org: Organisation, app: App, id: string): Artifact | undefined {
  return historyOf(org, app).releases.find((release) => release.artifact?.id === id)?.artifact ?? undefined
}

/** `GET /apps/{app}/releases/{release}`, in the variant `3.sdk`. */
export function releaseAnswer(org: Organisation, app: App, release: Release) {
  const fir = app.generation === 'fir'
  const id = release.artifact?.id
  return {
    addon_plan_names: (org.addonsOf.get(app.id) ?? []).map((addon) => addon.plan.name),
    artifacts: id ? [{ type: fir ? 'oci-image' : 'slug', id }] : [],
    app: { id: app.id, name: app.name },
    created_at: release.createdAt,
    description: release.description,
    id: release.id,
    updated_at: release.createdAt,
    oci_image: fir && id ? { id } : null,
    slug: !fir && id ? { id } : null,
    status: release.status,
    user: release.user,
    version: release.version,
    current: release.current,
    output_stream_url:
      release.status === 'failed'
        ? `https://release-output.heroku.com/streams/${release.id}?token=${canary(org.ground, 'release-output', release.id)}`
        : null,
    eligible_for_rollback: release.status === 'succeeded' && id !== undefined,
  }
}

/** When something of the organisation's age was touched last, for the many `updated_at` that mean little. */
export const touched = (org: Organisation, days = 10) => ago(org.ground, days, 1)
