import { buildsOf, releaseAnswer } from '../builds.ts'
import { canary } from '../canary.ts'
import { historyOf } from '../history.ts'
import { HOSTILE } from '../hostile.ts'
import type { Organisation } from '../organisation.ts'
import type { Pipeline } from '../pipelines.ts'
import { ago, hexOf, idOf, instant } from '../random.ts'
import { found } from '../server/refusal.ts'
import { type Ask, guarded, pages, type Route, read, whole } from '../server/route.ts'
import { accountAnswer } from './account.ts'
import { pickOf } from './account-extras.ts'
import { pipelineOf } from './pipelines.ts'

const latestReleases = (org: Organisation, pipeline: Pipeline, deployments: boolean) =>
  pipeline.couplings.flatMap(({ app }) => {
    const all = historyOf(org, app).releases
    const last = deployments ? all.findLast((release) => release.artifact !== null) : all.at(-1)
    return last ? [releaseAnswer(org, app, last)] : []
  })

const latestBuilds = (org: Organisation, pipeline: Pipeline) =>
  pipeline.couplings.flatMap(({ app }) =>
    buildsOf(org, app)
      .filter((build) => build.status === 'succeeded')
      .slice(-1),
  )

/** The newest promotion in a pipeline, read from the releases it made. */
function promotionsOf(org: Organisation, pipeline: Pipeline) {
  const source = pipeline.couplings.find((coupling) => coupling.stage === 'staging')?.app
  const target = pipeline.couplings.find((coupling) => coupling.stage === 'production')?.app
  if (!source || !target) return []
  const made = historyOf(org, target).releases.findLast((r) => r.description.startsWith('Promote '))
  const from = historyOf(org, source).releases.find((r) => r.artifact?.id === made?.artifact?.id)
  if (!made || !from) return []
  const id = idOf(org.ground, 'promotion', made.id)
  return [
    {
      promotion: {
        created_at: made.createdAt,
        id,
        pipeline: { id: pipeline.id },
        source: { app: { id: source.id }, release: { id: from.id } },
        status: 'completed',
        updated_at: made.createdAt,
      },
      target: {
        app: { id: target.id },
        error_message: null,
        id: idOf(org.ground, 'promotion-target', made.id),
        pipeline_promotion: { id },
        release: { id: made.id },
        status: 'succeeded',
      },
    },
  ]
}

const promotion = (ask: Ask) => {
  const all = ask.org.pipelines
    .filter((pipeline) => !pipeline.team || ask.caller.teams.has(pipeline.team.name))
    .flatMap((pipeline) => promotionsOf(ask.org, pipeline))
  return found(
    all.find((p) => p.promotion.id === ask.params[0]),
    'promotion',
  )
}

/** Runs of Heroku CI, newest first: where it is taken seriously one before each build, elsewhere two odd ones. */
function testRunsOf(org: Organisation, pipeline: Pipeline) {
  const user = org.people.find((person) => person.key === 'ci') ?? org.people[0]
  if (!pipeline.reviewApps || !user) return []
  const tested = pipeline.reviewApps.ci ? builtCommits(org, pipeline) : []
  const latest = [2, 1].map((n) => ({
    sha: hexOf(org.ground, 40, 'test', pipeline.name, n),
    at: ago(org.ground, n),
    status: n === 1 ? 'failed' : 'succeeded',
  }))
  return [...tested, ...latest].map(({ sha, at, status }, i) => ({
    actor_email: user.email,
    clear_cache: false,
    commit_branch: 'main',
    commit_message: i % 2 === 1 ? HOSTILE.lines : HOSTILE.emoji,
    commit_sha: sha,
    debug: false,
    app_setup: null,
    created_at: at,
    dyno: { size: 'performance-m' },
    id: idOf(org.ground, 'test-run', pipeline.name, sha),
    message: null,
    number: i + 1,
    organization: pipeline.team ? { name: pipeline.team.name } : null,
    pipeline: { id: pipeline.id },
    status,
    source_blob_url: `https://sources.demo/${pipeline.id}.tgz?signature=${canary(org.ground, 'test', pipeline.name)}`,
    updated_at: at,
    user: accountAnswer(org, user),
    warning_message: null,
  }))
}

/** A run that passed ten minutes before each build of a pipeline's apps. */
const builtCommits = (org: Organisation, pipeline: Pipeline) =>
  pipeline.couplings
    .flatMap(({ app }) => buildsOf(org, app))
    .filter((build) => build.status === 'succeeded' && build.source_blob.version)
    .map((build) => ({
      sha: build.source_blob.version ?? '',
      at: instant(Date.parse(build.created_at) - 600_000),
      status: 'succeeded',
    }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))

const testRun = (ask: Ask) => {
  const all = ask.org.pipelines
    .filter((pipeline) => !pipeline.team || ask.caller.teams.has(pipeline.team.name))
    .flatMap((pipeline) => testRunsOf(ask.org, pipeline))
  return pickOf(all, ask.params[0], 'test run')
}

const testNode = (ask: Ask) => {
  const run = testRun(ask)
  const { ground } = ask.org
  const stream = (what: string) => `https://ci.demo/${run.id}/${what}?token=${canary(ground, what, run.id)}`
  const dyno = idOf(ground, 'test-dyno', run.id)
  return {
    created_at: run.created_at,
    dyno: { id: dyno, attach_url: null },
    error_status: null,
    exit_code: run.status === 'failed' ? 1 : 0,
    id: idOf(ground, 'test-node', run.id),
    index: 0,
    message: null,
    output_stream_url: stream('output'),
    pipeline: run.pipeline,
    setup_stream_url: stream('setup'),
    status: run.status,
    updated_at: run.updated_at,
    test_run: { id: run.id },
  }
}

const testCase = (ask: Ask) => {
  const node = testNode(ask)
  return {
    id: idOf(ask.org.ground, 'test-case', node.id),
    created_at: node.created_at,
    updated_at: node.updated_at,
    description: HOSTILE.odd,
    diagnostic: '',
    directive: '',
    passed: node.exit_code === 0,
    number: 1,
    test_node: { id: node.id },
    test_run: node.test_run,
  }
}

/** Latest work, promotions, CI and stage settings of pipelines. */
export const PIPELINE_EXTRAS: readonly Route[] = [
  read('/pipelines/:pipeline/latest-releases', (ask) =>
    whole(latestReleases(ask.org, pipelineOf(ask), false)),
  ),
  read('/pipelines/:pipeline/latest-deployments', (ask) =>
    whole(latestReleases(ask.org, pipelineOf(ask), true)),
  ),
  read('/pipelines/:pipeline/latest-builds', (ask) => whole(latestBuilds(ask.org, pipelineOf(ask)))),
  read('/pipelines/:pipeline/pipeline-stack', (ask) => {
    const name = pipelineOf(ask).couplings[0]?.app.stack ?? 'heroku-24'
    return whole({ stack: { id: idOf(ask.org.ground, 'stack', name), name } })
  }),
  guarded('/pipelines/:pipeline/stage/:stage/config-vars', (ask) => {
    const pipeline = pipelineOf(ask)
    return whole({ CI_TOKEN: canary(ask.org.ground, 'stage', pipeline.name, ask.params[1] ?? '') })
  }),
  read('/pipeline-promotions/:promotion', (ask) => whole(promotion(ask).promotion)),
  read('/pipeline-promotions/:promotion/promotion-targets', (ask) => pages([promotion(ask).target])),
  read('/pipelines/:pipeline/test-runs', (ask) =>
    pages(testRunsOf(ask.org, pipelineOf(ask)), 'id', 'number'),
  ),
  read('/pipelines/:pipeline/test-runs/:number', (ask) =>
    whole(pickOf(testRunsOf(ask.org, pipelineOf(ask)), ask.params[1], 'test run', 'number')),
  ),
  read('/test-runs/:run', (ask) => whole(testRun(ask))),
  read('/test-runs/:run/test-nodes', (ask) => pages([testNode(ask)])),
  read('/test-runs/:run/test-cases', (ask) => pages([testCase(ask)])),
  {
    path: '/pipelines/:pipeline/repository',
    scope: 'read',
    host: 'other',
    answer: (ask) => {
      const pipeline = pipelineOf(ask)
      return whole({
        id: idOf(ask.org.ground, 'repository', pipeline.name),
        repository: { id: 77_001, name: `northquay/${pipeline.name}`, type: 'github' },
      })
    },
  },
]
