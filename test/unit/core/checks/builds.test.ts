import { describe, expect, it } from 'vitest'
import { buildpacksAreApproved, buildsNameTheirSource } from '../../../../electron/core/checks/builds.ts'
import { buildpackOrigin } from '../../../../electron/core/checks/facts/buildpacks.ts'
import {
  reviewAppsEnd,
  reviewAppsHaveNoProductionData,
} from '../../../../electron/core/checks/review-apps.ts'
import type { BuildContent, ReviewAppsContent } from '../../../../shared/model/content.ts'
import { daysAgo, denied, item, reading } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { addon, app, attached, coupled, ref, SHOP } from '../../../fakes/planted.ts'

function build(name: string, more: Partial<Extract<BuildContent, { of: 'build' }>> = {}) {
  const content: BuildContent = {
    of: 'build',
    id: `build:${name}`,
    app: ref('app', 'shop'),
    status: 'succeeded',
    stack: 'heroku-24',
    user: { id: 'user:ana', email: 'ana@acme.example' },
    buildpacks: [],
    source_checksum: null,
    source_version: 'a1b2c3d',
    slug: 's1',
    release: null,
    created_at: daysAgo(5),
    ...more,
  }
  return item('builds-slugs', `shop build ${name}`, content)
}

const buildpack = (name: string, url = name, ordinal = 0) =>
  item('builds-slugs', `shop buildpack ${name}`, {
    of: 'buildpack',
    app: ref('app', 'shop'),
    ordinal,
    name,
    url,
  })
const shopRead = reading('builds-slugs', 'app', 'shop')

judges(buildpacksAreApproved, {
  'of Heroku': {
    given: { items: [app('shop'), buildpack('heroku/nodejs')], readings: [shopRead] },
    answers: [['shop', 'pass', /heroku\/nodejs/]],
  },
  'the address counts, not the name': {
    given: {
      items: [app('shop'), buildpack('heroku/nodejs', 'https://evil.example/heroku/nodejs.tgz')],
      readings: [shopRead],
    },
    answers: [['shop', 'fail', /not Heroku’s and not approved/]],
  },
  'approved by the policy and pinned, or not pinned': {
    policy: { approvedBuildpacks: ['https://github.com/acme/'] },
    given: {
      items: [
        app('shop'),
        buildpack('a', 'https://github.com/acme/pack#0123abc', 0),
        buildpack('b', 'https://github.com/acme/pack', 1),
      ],
      readings: [shopRead],
    },
    answers: [['shop', 'fail', /^Not approved: b \(approved, but not pinned/]],
  },
  'none set: what the newest build detected': {
    given: {
      items: [
        app('shop'),
        build('old', { buildpacks: ['https://evil.example/pack'], created_at: daysAgo(50) }),
        build('new', { buildpacks: ['heroku/ruby'] }),
      ],
      readings: [shopRead],
    },
    answers: [['shop', 'pass', /heroku\/ruby/]],
  },
  'container image': {
    given: { items: [app('shop', { stack: 'container' })], readings: [shopRead] },
    answers: [['shop', 'not-applicable', /container image/]],
  },
  'refused, although builds were read': {
    given: {
      items: [app('shop'), build('new', { buildpacks: ['heroku/ruby'] })],
      readings: [shopRead, denied('builds-slugs', 'app', 'shop', '/apps/1/buildpack-installations')],
    },
    answers: [['shop', 'not-evaluated']],
  },
})

describe('where a buildpack comes from', () => {
  const approved = ['acme/nginx', 'https://github.com/acme/']
  it.each([
    ['heroku/ruby', true],
    ['urn:buildpack:heroku/ruby', true],
    ['urn:cnb:builder:heroku/nodejs', true],
    ['https://github.com/heroku/heroku-buildpack-ruby', true],
    ['https://github.com/heroku/heroku-buildpack-ruby#main', true],
    ['https://buildpack-registry.s3.amazonaws.com/buildpacks/heroku/nodejs.tgz', true],
    ['docker://docker.io/heroku/buildpack-nodejs@sha256:00', true],
    ['https://github.com/acme/pack#v1.2.3', true],
    ['https://github.com/acme/pack#main', false],
    ['acme/nginx', false],
    ['acme/nginx-evil@1.2.3', false],
    ['acme/nginx@1.2.3', true],
    ['http://github.com/heroku/heroku-buildpack-ruby', false],
    ['https://github.com/heroku-evil/pack', false],
    ['https://github.com.evil.example/heroku/pack', false],
    ['https://buildpack-registry.s3.amazonaws.com/buildpacks/jane/nodejs.tgz', false],
    ['jane/heroku', false],
    ['', false],
  ])('%s', (address, fine) => {
    expect(buildpackOrigin(address, approved) === null).toBe(fine)
  })
})

judges(buildsNameTheirSource, {
  'with and without, failed ones left out': {
    given: {
      items: [app('shop'), build('1'), build('2', { source_version: null, status: 'failed' })],
      readings: [shopRead],
    },
    answers: [['shop', 'pass', /1 build,/]],
  },
  without: {
    given: { items: [app('shop'), build('1'), build('2', { source_version: null })], readings: [shopRead] },
    answers: [['shop', 'fail', /1 of 2 builds .* 2026-11-16/]],
  },
  'no build in the period': {
    given: { items: [app('shop'), build('1', { created_at: daysAgo(900) })], readings: [shopRead] },
    answers: [['shop', 'not-applicable']],
  },
  refused: {
    given: { items: [app('shop')], readings: [denied('builds-slugs', 'app', 'shop', '/apps/1/builds')] },
    answers: [['shop', 'not-evaluated']],
  },
})

function config(name: string, more: Partial<Extract<ReviewAppsContent, { of: 'config' }>> = {}) {
  return item(
    'review-apps',
    name,
    {
      of: 'config',
      pipeline: ref('pipeline', name),
      enabled: true,
      automatic_review_apps: true,
      destroy_stale_apps: true,
      stale_days: 5,
      wait_for_ci: true,
      deploy_target: null,
      ...more,
    },
    { subjectId: `pipeline:${name}` },
  )
}

judges(reviewAppsEnd, {
  'ends, does not end, ends late, does not wait, off, not told': {
    given: {
      items: [
        config('good'),
        config('forever', { destroy_stale_apps: false, stale_days: null }),
        config('late', { stale_days: 30 }),
        config('hasty', { wait_for_ci: false }),
        config('off', { enabled: false }),
        config('untold', { wait_for_ci: null }),
      ],
    },
    answers: [
      ['good', 'pass', /after 5 days/],
      ['forever', 'fail', /not destroyed/],
      ['late', 'fail', /after 30 days, the limit is 14/],
      ['hasty', 'fail', /do not wait for CI/],
      ['off', 'not-applicable'],
      ['untold', 'not-evaluated'],
    ],
  },
  refused: {
    given: { readings: [denied('review-apps', 'pipeline', 'shop', '/pipelines/1/review-app-config')] },
    answers: [['shop', 'not-evaluated']],
  },
  'no pipeline': { given: {}, answers: [['whole collection', 'not-applicable']] },
})

const reviewApp = (branch: string, appName: string) =>
  item('review-apps', `shop ${branch}`, {
    of: 'review-app',
    id: `review:${branch}`,
    pipeline: ref('pipeline', 'shop'),
    app: `app:${appName}`,
    branch,
    status: 'created',
    created_at: daysAgo(2),
  })

judges(reviewAppsHaveNoProductionData, {
  'its own database, and the one of production': {
    given: {
      items: [
        ...SHOP,
        addon('pg-prod', 'shop', 'heroku-postgresql:premium-0'),
        addon('pg-own', 'shop-pr-1', 'heroku-postgresql:essential-0'),
        reviewApp('one', 'shop-pr-1'),
        attached('pg-own', 'shop-pr-1', 'DATABASE'),
        reviewApp('two', 'shop-pr-2'),
        attached('pg-prod', 'shop-pr-2', 'DATABASE', 'shop'),
      ],
    },
    answers: [
      ['shop one', 'pass', /1 attachment, none/],
      ['shop two', 'fail', /pg-prod as DATABASE/],
    ],
  },
  'coupled at stage review, with an add-on that only its attachments show': {
    given: {
      items: [...SHOP, coupled('shop-pr-3', 'review'), attached('pg-prod', 'shop-pr-3', 'DATABASE', 'shop')],
    },
    answers: [['shop-pr-3', 'fail']],
  },
  'the database of staging is not production’s': {
    given: {
      items: [
        ...SHOP,
        addon('pg-staging', 'shop-staging', 'heroku-postgresql:standard-0'),
        reviewApp('one', 'shop-pr-1'),
        attached('pg-staging', 'shop-pr-1', 'DATABASE', 'shop-staging'),
      ],
    },
    answers: [['shop one', 'pass']],
  },
  'attachments that were refused': {
    given: {
      items: [...SHOP, reviewApp('one', 'shop-pr-1')],
      readings: [denied('addon-inventory', 'account', '~', '/addon-attachments')],
    },
    answers: [['shop one', 'not-evaluated']],
  },
  'no review app': { given: { items: SHOP }, answers: [['whole collection', 'not-applicable']] },
})
