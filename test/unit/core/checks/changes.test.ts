import { describe, expect, it } from 'vitest'
import { codeIsPromoted } from '../../../../electron/core/checks/code-promotion.ts'
import { codeReleases, releasesByApp } from '../../../../electron/core/checks/facts/releases.ts'
import { productionInPipeline } from '../../../../electron/core/checks/pipelines.ts'
import { failedReleasesFollowedUp, noReleaseGap } from '../../../../electron/core/checks/release-records.ts'
import { daysAgo, denied, reading, viewOf } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { app, coupled, release, SHOP } from '../../../fakes/planted.ts'

const read = (name: string) => reading('releases', 'app', name)
const bothRead = [read('shop'), read('shop-staging')]
const staging = ['shop-staging', 'not-applicable'] as const

judges(productionInPipeline, {
  'production, another stage, none': {
    given: {
      items: [...SHOP, app('loose')],
      readings: [reading('pipelines-promotions', 'account', '~')],
    },
    answers: [
      ['shop', 'pass', /Stage production of pipeline shop/],
      ['shop-staging', 'not-applicable'],
      ['loose', 'fail', /in no pipeline/],
    ],
  },
  'an empty list that was read is none; one that was refused is unknown': {
    given: {
      items: [app('shop')],
      readings: [denied('pipelines-promotions', 'account', '~', '/pipeline-couplings')],
    },
    answers: [['shop', 'not-evaluated']],
  },
  'names of pipelines that were refused do not hide the couplings': {
    given: {
      items: SHOP,
      readings: [denied('pipelines-promotions', 'account', '~', '/pipelines')],
    },
    answers: [['shop', 'pass'], staging],
  },
})

judges(codeIsPromoted, {
  'promoted, with settings and a rollback in between': {
    given: {
      items: [
        ...SHOP,
        release('shop-staging', 1, { description: 'Deploy a1b2c3d', slug: 's1' }),
        release('shop', 2, { description: 'Initial release' }),
        release('shop', 3, { description: 'Promote shop-staging v1 a1b2c3d', slug: 's1' }),
        release('shop', 4, { description: 'Set LANG config vars', slug: 's1' }),
        release('shop', 5, {
          description: 'Update DATABASE by heroku-postgresql',
          slug: 's1',
          user: { id: 'x', email: 'heroku-postgresql@addons.heroku.com' },
        }),
        release('shop', 6, { description: 'Rollback to v3', slug: 's1' }),
      ],
      readings: bothRead,
    },
    answers: [['shop', 'pass', /^1 code release /], staging],
  },
  'pushed straight to production': {
    given: {
      items: [...SHOP, release('shop', 3, { description: 'Deploy 9f8e7d6', slug: 's9' })],
      readings: bothRead,
    },
    answers: [['shop', 'fail', /1 of 1 code release .* v3 of 2026-08-16 “Deploy 9f8e7d6”/], staging],
  },
  'the same slug on staging, but later': {
    given: {
      items: [
        ...SHOP,
        release('shop', 3, { description: 'Deploy 9f8e7d6', slug: 's9' }),
        release('shop-staging', 4, { description: 'Deploy 9f8e7d6', slug: 's9' }),
      ],
      readings: bothRead,
    },
    answers: [['shop', 'fail'], staging],
  },
  'an image on Fir that ran on staging first counts without the word': {
    given: {
      items: [
        ...SHOP,
        release('shop-staging', 1, { description: 'Deploy a1', oci_image: 'i1' }),
        release('shop', 2, { description: 'Deploy a1', oci_image: 'i1' }),
      ],
      readings: bothRead,
    },
    answers: [['shop', 'pass'], staging],
  },
  'a promotion whose source was not seen is told as such': {
    given: {
      items: [...SHOP, release('shop', 2, { description: 'Promote other v1 a1', slug: 's1' })],
      readings: bothRead,
    },
    answers: [['shop', 'pass', /1 of them by the description alone/], staging],
  },
  'neither slug nor image told': {
    given: { items: [...SHOP, release('shop', 2, { description: 'Deploy a1' })], readings: bothRead },
    answers: [['shop', 'not-evaluated', /v2/], staging],
  },
  'staging that was refused could have had it': {
    given: {
      items: [...SHOP, release('shop', 2, { description: 'Deploy a1', slug: 's1' })],
      readings: [read('shop'), denied('releases', 'app', 'shop-staging')],
    },
    answers: [['shop', 'not-evaluated', /releases of shop-staging were not read/], staging],
  },
  'releases before the period do not count': {
    given: {
      items: [
        ...SHOP,
        release('shop', 2, { description: 'Deploy a1', slug: 's1', created_at: '2025-12-31T23:59:59Z' }),
        release('shop', 3, { slug: 's1', created_at: '2026-02-01T00:00:00Z' }),
      ],
      readings: bothRead,
    },
    answers: [['shop', 'not-applicable', /No code was released/], staging],
  },
  'refused releases': {
    given: { items: SHOP, readings: [denied('releases', 'app', 'shop')] },
    answers: [['shop', 'not-evaluated'], staging],
  },
})

describe('code releases', () => {
  const versions = (...releases: ReturnType<typeof release>[]) =>
    [...codeReleases(releasesByApp(viewOf({ items: releases })).get('app:shop') ?? [])].map(
      ({ release: found }) => found.content.version,
    )

  it('are those that run something else than what ran before, whatever order they are listed in', () => {
    expect(
      versions(
        release('shop', 5, { slug: 'b', description: 'Deploy 2' }),
        release('shop', 1, { slug: null, description: 'Initial release' }),
        release('shop', 2, { slug: 'a', description: 'Deploy 1' }),
        release('shop', 3, { slug: 'a', description: 'Set X config vars' }),
        release('shop', 4, { slug: 'b', description: 'Deploy 2', status: 'failed' }),
        release('shop', 6, { slug: 'a', description: 'Rollback to v2' }),
        release('shop', 7, { slug: 'a', description: 'Attach DATABASE (@ref:pg-1)' }),
        release('shop', 8, { slug: 'c', description: 'Deploy 3', status: 'pending' }),
      ),
    ).toEqual([2, 5])
  })
})

judges(noReleaseGap, {
  'consecutive in the period, whatever was before': {
    given: {
      items: [
        app('shop'),
        release('shop', 3, { created_at: '2024-01-01T00:00:00Z' }),
        release('shop', 7),
        release('shop', 8),
      ],
      readings: [read('shop')],
    },
    answers: [['shop', 'pass', /v7 to v8/]],
  },
  'one and several missing': {
    given: {
      items: [app('shop'), release('shop', 2), release('shop', 4), release('shop', 8)],
      readings: [read('shop')],
    },
    answers: [['shop', 'fail', /Missing between v2 and v8: v3 and v5 to v7\./]],
  },
  'no release in the period': {
    given: {
      items: [app('shop'), release('shop', 1, { created_at: daysAgo(900) })],
      readings: [read('shop')],
    },
    answers: [['shop', 'not-applicable']],
  },
  'a list that broke off': {
    given: {
      items: [app('shop'), release('shop', 1)],
      readings: [
        reading('releases', 'app', 'shop', {
          outcome: 'failed',
          path: '/apps/1/releases',
          reason: 'status 500',
        }),
      ],
    },
    answers: [['shop', 'not-evaluated', /status 500/]],
  },
})

judges(failedReleasesFollowedUp, {
  'followed, not followed, none failed': {
    given: {
      items: [
        app('shop'),
        release('shop', 1, { status: 'failed' }),
        release('shop', 2),
        app('blog'),
        release('blog', 1),
        release('blog', 2, { status: 'failed' }),
        app('calm'),
        release('calm', 1),
      ],
      readings: ['shop', 'blog', 'calm'].map(read),
    },
    answers: [
      ['shop', 'pass', /followed by v2/],
      ['blog', 'fail', /Nothing succeeded after v2/],
      ['calm', 'not-applicable'],
    ],
  },
  'one that still waits is no success': {
    given: {
      items: [
        app('shop'),
        release('shop', 1, { status: 'failed' }),
        release('shop', 2, { status: 'pending' }),
      ],
      readings: [read('shop')],
    },
    answers: [['shop', 'fail']],
  },
  refused: {
    given: {
      items: [app('shop'), coupled('shop', 'production')],
      readings: [denied('releases', 'app', 'shop')],
    },
    answers: [['shop', 'not-evaluated']],
  },
})
