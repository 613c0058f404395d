import { describe, expect, it } from 'vitest'
import {
  availableGenerations,
  availableSizes,
  availableStacks,
  pipelineStack,
} from '../../../../electron/core/collectors/choices.ts'
import { ciTestRuns } from '../../../../electron/core/collectors/ci-test-runs.ts'
import { monitors } from '../../../../electron/core/collectors/monitors.ts'
import { latestBuilds, latestReleases } from '../../../../electron/core/collectors/pipeline-latest.ts'
import { releasedImage, releasedSlug } from '../../../../electron/core/collectors/released-builds.ts'
import { appRepository, pipelineRepository } from '../../../../electron/core/collectors/repositories.ts'
import { collect, SUBJECT, uuid } from '../../../fakes/collecting.ts'

const { app, pipeline, team } = SUBJECT
const ref = { id: app.id, name: app.name }
const created_at = '2026-01-02T03:04:05Z'
const user = { id: uuid(7), email: 'ana@example.com' }

describe('test runs', () => {
  it('keep commit, result and times, not the source', async () => {
    const run = {
      ...{ id: uuid(20), number: 4, commit_sha: 'ab12', commit_branch: 'main', status: 'succeeded' },
      ...{ actor_email: 'ana@example.com', created_at, updated_at: created_at },
    }
    const { contents, task } = await collect(ciTestRuns, pipeline, {
      [`/pipelines/${pipeline.id}/test-runs`]: [
        { ...run, source_blob_url: 'https://x/?CANARY', commit_message: 'CANARY', user },
      ],
    })
    expect(contents).toEqual([{ ...run, pipeline: { id: pipeline.id, name: 'shop' } }])
    expect(JSON.stringify(task)).not.toContain('CANARY')
  })
})

describe('the newest work in a pipeline', () => {
  const at = (what: string) => `/pipelines/${pipeline.id}/latest-${what}`
  const common = {
    ...{ id: uuid(21), app: { id: app.id }, status: 'succeeded', created_at, user },
    output_stream_url: 'https://x/?CANARY',
  }
  const kept = { id: uuid(21), pipeline: { id: pipeline.id, name: 'shop' }, app_id: app.id, user, created_at }

  it('is a build with its source version', async () => {
    const { contents, task } = await collect(latestBuilds, pipeline, {
      [at('builds')]: [
        { ...common, slug: { id: uuid(22) }, source_blob: { url: 'https://x/?CANARY', version: 'ab12' } },
      ],
    })
    const built = { slug: uuid(22), oci_image: null, version: null, source_version: 'ab12' }
    expect(contents).toEqual([{ of: 'latest-build', status: 'succeeded', ...kept, ...built }])
    expect(JSON.stringify(task)).not.toContain('CANARY')
  })

  it('is a release with its image', async () => {
    const { contents } = await collect(latestReleases, pipeline, {
      [at('releases')]: [
        { ...common, version: 9, slug: null, artifacts: [{ type: 'oci-image', id: uuid(23) }] },
      ],
    })
    expect(contents).toMatchObject([
      { of: 'latest-release', version: 9, slug: null, oci_image: uuid(23), source_version: null },
    ])
  })
})

describe('what runs', () => {
  const release = (version: number, current: boolean, more: object) => ({
    ...{ id: uuid(30 + version), version, description: 'Deploy', status: 'succeeded', user, created_at },
    ...{ current, ...more },
  })
  const releases = `/apps/${app.id}/releases`
  const builds = `/apps/${app.id}/builds`
  const build = (slug: string, version: string | null) => ({
    ...{ id: uuid(70), status: 'succeeded', stack: null, user, buildpacks: null, created_at },
    ...{ source_blob: { checksum: null, version }, slug: { id: slug }, release: null },
  })

  it('is the slug of the current release, asked for once', async () => {
    const slug = `/apps/${app.id}/slugs/${uuid(40)}`
    const { contents, asked, task } = await collect(releasedSlug, app, {
      [releases]: [
        release(3, false, { slug: { id: uuid(41) } }),
        release(2, true, { slug: { id: uuid(40) } }),
      ],
      [builds]: [build(uuid(40), null)],
      [slug]: {
        ...{ id: uuid(40), commit: 'ab12', checksum: 'SHA256:cd', size: 2048, created_at },
        ...{ stack: { id: uuid(2), name: 'heroku-24' }, blob: { url: 'https://x/?CANARY' } },
      },
    })
    expect(asked).toEqual([releases, builds, slug])
    expect(contents).toEqual([
      {
        ...{ of: 'slug', id: uuid(40), app: ref, release_version: 2, commit: 'ab12', size: 2048 },
        ...{ checksum: 'SHA256:cd', stack: 'heroku-24', created_at },
      },
    ])
    expect(JSON.stringify(task)).not.toContain('CANARY')
  })

  it('is not asked for where a build of the app names its commit', async () => {
    const { contents, asked } = await collect(releasedSlug, app, {
      [releases]: [release(2, true, { slug: { id: uuid(40) } })],
      [builds]: [build(uuid(39), 'ff00'), build(uuid(40), 'ab12')],
    })
    expect([contents, asked]).toEqual([[], [releases, builds]])
  })

  it('is on Fir an image, in a list of one', async () => {
    const fir = { ...app, generation: 'fir' }
    const image = {
      ...{ id: uuid(42), commit: 'ab12', digest: 'sha256:ef', base_image_name: 'heroku/heroku:24-cnb' },
      ...{ stack: { id: uuid(2), name: 'cnb' }, architecture: 'arm64', created_at, image_repo: 'x/y' },
      buildpacks: [{ id: 'heroku/ruby', version: '2.0.0', homepage: 'https://x' }],
    }
    const { contents } = await collect(releasedImage, fir, {
      [releases]: [release(2, true, { oci_image: { id: uuid(42) } })],
      [`/apps/${app.id}/oci-images/${uuid(42)}`]: [image],
    })
    expect(contents).toMatchObject([
      { of: 'oci-image', commit: 'ab12', digest: 'sha256:ef', buildpacks: ['heroku/ruby 2.0.0'] },
    ])
    expect([releasedSlug.when?.(fir), releasedImage.when?.(fir)]).toEqual([false, true])
  })

  it('is nothing where nothing was released', async () => {
    const { contents, asked } = await collect(releasedSlug, app, {
      [releases]: [release(1, true, { slug: null })],
    })
    expect([contents, asked]).toEqual([[], [releases]])
  })
})

describe('repositories', () => {
  it('of an app and of a pipeline', async () => {
    const link = { repo: 'acme/shop', branch: 'main', auto_deploy: true, wait_for_ci: false }
    const own = await collect(appRepository, app, {
      [`/apps/${app.id}/github`]: { ...link, id: 7, repo_id: 8, pull_requests: { token: 'CANARY' } },
    })
    expect(own.contents).toEqual([{ of: 'github', app: ref, ...link }])
    const piped = await collect(pipelineRepository, pipeline, {
      [`/pipelines/${pipeline.id}/repository`]: { repository: { id: 8, name: 'acme/shop', type: 'github' } },
    })
    expect(piped.contents).toEqual([
      {
        ...{ of: 'repository', pipeline: { id: pipeline.id, name: 'shop' }, name: 'acme/shop' },
        ...{ type: 'github', ci: null },
      },
    ])
  })

  it('that are not connected are off, not missing', async () => {
    const { contents, task } = await collect(appRepository, app, {})
    expect(contents).toEqual([])
    expect(task.readings).toMatchObject([
      { path: null, outcome: 'read' },
      { path: `/apps/${app.id}/github`, outcome: 'off' },
    ])
  })
})

describe('choices', () => {
  const named = (...names: string[]) => names.map((name, n) => ({ id: uuid(50 + n), name }))

  it('of stacks, sizes and generations are lists of names', async () => {
    const stacks = await collect(availableStacks, app, {
      [`/apps/${app.id}/available-stacks`]: named('heroku-24', 'container'),
    })
    expect(stacks.contents).toEqual([
      { of: 'available-stacks', app: ref, stacks: ['container', 'heroku-24'] },
    ])
    const sizes = await collect(availableSizes, app, {
      [`/apps/${app.id}/available-dyno-sizes`]: named('Basic'),
    })
    expect(sizes.contents).toEqual([{ of: 'available-sizes', app: ref, sizes: ['Basic'] }])
    const generations = await collect(availableGenerations, team, {
      [`/teams/${team.id}/available-generations`]: named('fir', 'cedar'),
    })
    expect(generations.contents).toMatchObject([
      { of: 'available-generations', generations: ['cedar', 'fir'] },
    ])
  })

  it('of a pipeline may be none', async () => {
    const { contents } = await collect(pipelineStack, pipeline, {
      [`/pipelines/${pipeline.id}/pipeline-stack`]: { stack: null },
    })
    expect(contents).toMatchObject([{ of: 'pipeline', stack: null }])
  })
})

describe('monitors', () => {
  const formation = `/apps/${app.id}/formation`
  const web = (size: string) => [{ id: uuid(61), type: 'web', size, dyno_size: null, quantity: 2 }]

  it.each([[web('Basic')], [[]]])('are not asked for where the size has none: %j', async (processes) => {
    const { contents, asked } = await collect(monitors, app, { [formation]: processes })
    expect([contents, asked]).toEqual([[], [formation]])
  })

  it('keep bounds and channels; Fir has none', async () => {
    const { contents } = await collect(monitors, app, {
      [formation]: web('Performance-M'),
      [`/apps/${app.id}/formation/web/monitors`]: [
        {
          ...{ id: uuid(60), name: 'LATENCY_SCALE', action_type: 'scale', is_active: true, value: 500 },
          ...{ min_quantity: 1, max_quantity: 4, notification_channels: ['app'] },
        },
      ],
    })
    expect(contents).toEqual([
      {
        ...{ of: 'monitor', id: uuid(60), app: ref, name: 'LATENCY_SCALE', action_type: 'scale' },
        ...{ active: true, min_quantity: 1, max_quantity: 4, notification_channels: ['app'] },
      },
    ])
    expect(monitors.when?.({ ...app, generation: 'fir' })).toBe(false)
  })
})
