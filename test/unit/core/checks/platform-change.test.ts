import { testsPassedBefore } from '../../../../electron/core/checks/ci-results.ts'
import { oneOffDynosExplained } from '../../../../electron/core/checks/one-off-dynos.ts'
import { reviewStageHasOwnSecrets } from '../../../../electron/core/checks/review-stage-secrets.ts'
import type { TestRunContent } from '../../../../shared/model/content.ts'
import { daysAgo, denied, item, type Planted, reading } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { app, coupled, ref, release } from '../../../fakes/planted.ts'
import { archive } from '../../../fakes/planted-archive.ts'
import { listGiven, narrowedTo } from '../../../fakes/told.ts'

const config = (pipeline: string, enabled: boolean) =>
  item('review-apps', pipeline, {
    ...{ of: 'config', pipeline: ref('pipeline', pipeline), enabled, automatic_review_apps: null },
    ...{ destroy_stale_apps: null, stale_days: null, wait_for_ci: null, deploy_target: null },
  })

function variable(name: string, key: string, fingerprint: string | null) {
  const told = fingerprint === null ? ({ withheld: 'short' } as const) : { hmac: fingerprint }
  return item('config-var-rotation', `${name} ${key}`, {
    ...{ app: ref('app', name), key, value_updated_at: null, attachment: null, fingerprint: told },
  })
}

const varsRead = (name: string) => reading('config-var-rotation', 'app', name)
const production = [app('shop'), coupled('shop', 'production'), variable('shop', 'STRIPE', 'aaa')]

judges(reviewStageHasOwnSecrets, {
  'shared with production': {
    given: {
      items: [...production, config('shop', true), coupled('pr-1', 'review'), variable('pr-1', 'PAY', 'aaa')],
      readings: [varsRead('shop'), varsRead('pr-1')],
    },
    answers: [['shop', 'fail', /pr-1 PAY as shop STRIPE/]],
  },
  'values of their own, one not comparable': {
    given: {
      items: [
        ...[...production, config('shop', true), coupled('pr-1', 'review')],
        ...[variable('pr-1', 'STRIPE', 'bbb'), variable('pr-1', 'PIN', null)],
      ],
      readings: [varsRead('shop'), varsRead('pr-1')],
    },
    answers: [['shop', 'pass', /None of 1 compared secret of 1 review app.*1 without fingerprint/]],
  },
  'nothing comparable': {
    given: {
      items: [...production, config('shop', true), coupled('pr-1', 'review'), variable('pr-1', 'PIN', null)],
      readings: [varsRead('pr-1')],
    },
    answers: [['shop', 'not-evaluated', /PIN \(too short\)/]],
  },
  'on without a review app, off, and refused': {
    given: {
      items: [...production, config('shop', true), config('quiet', false)],
      readings: [denied('review-apps', 'pipeline', 'closed', '/pipelines/x/review-app-config')],
    },
    answers: [
      ['shop', 'not-evaluated', /none exists at the moment/],
      ['quiet', 'not-applicable'],
      ['closed', 'not-evaluated', /denied/],
    ],
  },
  'config vars of the review app refused': {
    given: {
      items: [...production, config('shop', true), coupled('pr-1', 'review')],
      readings: [denied('config-var-rotation', 'app', 'pr-1')],
    },
    answers: [['shop', 'not-evaluated', /pr-1 were not read/]],
  },
  'no pipeline': { given: {}, answers: [['whole collection', 'not-applicable']] },
})

const SHA = 'abcdef0123456789abcdef0123456789abcdef01'
const OTHER = '1234567890abcdef1234567890abcdef12345678'

const build = (slug: string, version: string | null) =>
  item('builds-slugs', `build ${slug}`, {
    ...{
      of: 'build',
      id: `build:${slug}`,
      app: ref('app', 'shop-staging'),
      status: 'succeeded',
      stack: null,
    },
    ...{ user: { id: null, email: 'ci@acme.example' }, buildpacks: [], source_checksum: null },
    ...{ source_version: version, slug, release: null, created_at: daysAgo(60) },
  })

function run(number: number, sha: string, more: Partial<TestRunContent> = {}) {
  return item('ci-test-runs', `shop run ${number}`, {
    ...{ id: `run:${number}`, pipeline: ref('pipeline', 'shop'), number, commit_sha: sha },
    ...{ commit_branch: 'main', status: 'succeeded', actor_email: null },
    ...{ created_at: daysAgo(50), updated_at: daysAgo(50), ...more },
  })
}

const at = (slug: string, days = 40) => release('shop', 7, { slug, current: true, created_at: daysAgo(days) })
const releasesRead = reading('releases', 'app', 'shop')
const runsRead = reading('ci-test-runs', 'pipeline', 'shop')
const tested = (items: readonly Planted[], ...records: Parameters<typeof narrowedTo>[0][]) => ({
  items: [app('shop'), coupled('shop', 'production'), ...items],
  readings: [releasesRead, runsRead],
  records: records.map(narrowedTo),
})

judges(testsPassedBefore, {
  'passed before, by the build on another app and a short hash': {
    given: tested([at('s1'), build('s1', SHA.slice(0, 10)), run(1, SHA)]),
    answers: [['shop', 'pass', /before each of 1 code release/]],
  },
  'passed afterwards only': {
    given: tested([at('s1'), build('s1', SHA), run(1, SHA, { updated_at: daysAgo(39) })]),
    answers: [['shop', 'fail', /v7 of .* \(tested only afterwards\)/]],
  },
  'failed tests': {
    given: tested([at('s1'), build('s1', SHA), run(1, SHA, { status: 'failed' })]),
    answers: [['shop', 'fail', /its tests did not pass/]],
  },
  'no test of that commit': {
    given: tested([at('s1'), build('s1', SHA), run(1, OTHER)]),
    answers: [['shop', 'fail', /no test of abcdef01/]],
  },
  'a source version that is no commit': {
    given: tested([at('s1'), build('s1', 'v1.2.3'), run(1, SHA)]),
    answers: [['shop', 'not-evaluated', /commit of 1 of 1 code release is not known: v7/]],
  },
  'the slug itself names the commit': {
    given: tested([
      at('s1'),
      item('builds-slugs', 'shop v7', {
        ...{ of: 'slug', id: 's1', app: ref('app', 'shop'), release_version: 7, commit: SHA, checksum: null },
        ...{ stack: null, size: null, created_at: daysAgo(60) },
      }),
      run(1, SHA),
    ]),
    answers: [['shop', 'pass']],
  },
  'another CI, by a list': {
    given: {
      ...tested([at('s1'), build('s1', SHA)]),
      records: [listGiven('ci-runs', [{ commit: SHA.slice(0, 8), passed: true, finishedOn: '2026-10-01' }])],
    },
    answers: [['shop', 'pass']],
  },
  'another CI, where it failed': {
    given: {
      ...tested([at('s1'), build('s1', SHA)]),
      records: [listGiven('ci-runs', [{ commit: SHA, passed: false }])],
    },
    answers: [['shop', 'fail']],
  },
  'no CI that anybody knows of': {
    given: tested([at('s1'), build('s1', SHA)]),
    answers: [['shop', 'not-evaluated', /Heroku CI ran no test in pipeline shop.*No list of test runs/]],
  },
  'nothing released in the period, and not production': {
    given: tested([at('s1', 900), app('side'), coupled('side', 'staging')]),
    answers: [
      ['shop', 'not-applicable', /No code was released/],
      ['side', 'not-applicable'],
    ],
  },
  'releases refused': {
    given: {
      items: [app('shop'), coupled('shop', 'production')],
      readings: [denied('releases', 'app', 'shop'), runsRead],
    },
    answers: [['shop', 'not-evaluated']],
  },
})

const oneOff = (appName: string, name: string, type = 'run') =>
  item('keystroke-logging', `${appName} ${name}`, {
    ...{ of: 'one-off-dyno', id: `dyno:${appName}/${name}`, app: ref('app', appName), name, type },
    ...{ program: 'bash', attached: true, size: 'Basic', state: 'up', release_version: 3 },
    created_at: daysAgo(0.1),
  })
const explanations = (...subjects: string[]) =>
  listGiven(
    'explanations',
    subjects.map((subject) => ({ kind: 'one-off-dyno', subject, reason: 'CHG-12, data fix.' })),
  )
const WHOLE = ['whole collection', 'not-evaluated', /says nothing about the rest of the period/] as const

judges(oneOffDynosExplained, {
  'explained, not explained, by Heroku itself, out of scope': {
    given: {
      items: [
        ...[app('shop'), app('side')],
        ...[oneOff('shop', 'run.1'), oneOff('shop', 'run.2'), oneOff('shop', 'scheduler.1', 'scheduler')],
        oneOff('side', 'run.9'),
      ],
      records: [
        explanations('Shop run.1'),
        narrowedTo({ apps: [{ id: 'app:shop', name: 'shop' }], reason: 'only the shop' }),
      ],
    },
    answers: [
      ['shop run.1', 'pass', /bash runs in it, with somebody attached: CHG-12, data fix\.$/],
      ['shop run.2', 'fail', /no explanation/],
      ['shop scheduler.1', 'not-applicable'],
      ['side run.9', 'not-applicable'],
      WHOLE,
    ],
  },
  'without the list': {
    given: { items: [app('shop'), oneOff('shop', 'run.1')] },
    answers: [['shop run.1', 'not-evaluated', /No list of explanations/], WHOLE],
  },
  'events of runs, should Heroku ever tell them': {
    given: {
      items: [archive('2026-01-01T00:00:00Z', '2026-11-01T00:00:00Z')],
      events: [
        { id: 'e-1', type: 'dyno', action: 'run', app: 'shop', actor: 'ana@x', at: '2026-03-01T10:00:00Z' },
        { id: 'e-2', type: 'dyno', action: 'run', app: 'shop', actor: 'bo@x', at: '2026-03-02T10:00:00Z' },
      ],
      records: [explanations('e-1')],
    },
    answers: [
      ['shop at 2026-03-01 10:00 UTC', 'pass', /ana@x started/],
      ['shop at 2026-03-02 10:00 UTC', 'fail'],
    ],
  },
  'refused, and nothing seen': {
    given: { readings: [denied('keystroke-logging', 'app', 'shop', '/apps/1/dynos')] },
    answers: [['shop', 'not-evaluated', /denied/], WHOLE],
  },
})
