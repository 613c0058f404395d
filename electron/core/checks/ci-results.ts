import type { Verdict } from '../../../shared/model/check.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { ListRow } from '../../../shared/model/records/lists.ts'
import type { Check, EvidenceView } from './check.ts'
import { isInPeriod } from './facts/ages.ts'
import type { App } from './facts/apps.ts'
import { commitsOf, sameCommit } from './facts/commits.ts'
import { grouped } from './facts/grouped.ts'
import { givenList, noList } from './facts/lists.ts'
import { eachProductionApp } from './facts/production.ts'
import { readsOf } from './facts/reads.ts'
import { codeReleases, type Release, releasesByApp } from './facts/releases.ts'
import { fail, type Grounds, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { count, day, listed } from './facts/words.ts'

type Run = EvidenceItem<'ci-test-runs'>
type OtherRun = ListRow<'ci-runs'>

/** CHG-03. */
export const testsPassedBefore: Check = {
  id: 'CHG-03',
  title: 'CI passed for the released commit',
  severity: 'high',
  needs: ['app-inventory', 'releases', 'builds-slugs', 'ci-test-runs', 'pipelines-promotions'],
  needsLists: ['ci-runs'],
  why: 'Tests that ran on another commit, or after the release, say nothing about what customers got.',
  fix: 'Let deployments wait for CI: in the Dashboard under the app, Deploy, “Wait for CI to pass before deploy”; and give the results of another CI as a list of test runs.',
  limits:
    'Judges production code releases of the audit period. The commit comes from the build of the slug or image, or from the slug or image itself; a build without a source version names none. Results of another CI count by day, as the list gives them. What the tests test is not seen.',
  *judge(view, policy) {
    const releases = releasesByApp(view)
    const tests = testsOf(view)
    const reads = readsOf(view, 'releases')
    yield* eachProductionApp(view, policy, function* (app, [coupling]) {
      const gap = reads.gap('app', app.subjectId)
      const inPeriod = [...codeReleases(releases.get(app.subjectId) ?? [])]
        .map(({ release }) => release)
        .filter((release) => isInPeriod(view.period, release.content.created_at))
      if (gap && inPeriod.length === 0) yield notEvaluated(app, gap, [app])
      else if (inPeriod.length === 0)
        yield notApplicable(app, 'No code was released in the audit period.', [app])
      else yield judged(app, inPeriod, coupling?.content.pipeline ?? null, tests, gap)
    })
  },
}

interface Tests {
  /** Why nothing about runs in a pipeline is known; null where they were read. */
  gap(pipelineId: string): string | null
  runs(pipelineId: string): readonly Run[]
  readonly others: readonly OtherRun[] | null
  readonly commitOf: ReturnType<typeof commitsOf>
}

function testsOf(view: EvidenceView): Tests {
  const runs = grouped(view.items('ci-test-runs'), (item) => item.content.pipeline.id)
  const reads = readsOf(view, 'ci-test-runs')
  return {
    gap: (id) => reads.gap('pipeline', id),
    runs: (id) => runs.get(id) ?? [],
    others: givenList(view, 'ci-runs')?.rows ?? null,
    commitOf: commitsOf(view),
  }
}

function judged(
  app: App,
  releases: readonly Release[],
  pipeline: { readonly id: string; readonly name: string } | null,
  tests: Tests,
  unread: string | null,
): Verdict {
  const runs = pipeline ? tests.runs(pipeline.id) : []
  const gap = pipeline ? tests.gap(pipeline.id) : null
  const all = count(releases.length, 'code release')
  if (runs.length === 0 && tests.others === null) {
    const why =
      gap ??
      (pipeline
        ? `Heroku CI ran no test in pipeline ${pipeline.name}.`
        : 'The app is in no pipeline with Heroku CI.')
    return notEvaluated(app, `${why} ${noList('ci-runs')}`, releases)
  }
  const bad: string[] = []
  const unknown: Release[] = []
  const grounds: Grounds[number][] = []
  for (const release of releases) {
    const commit = tests.commitOf(release)
    if (commit === null) unknown.push(release)
    else {
      const wrong = whyUntested(release, commit.sha, runs, tests.others ?? [])
      grounds.push(release, commit.from)
      if (wrong !== null)
        bad.push(`v${release.content.version} of ${day(release.content.created_at)} ${wrong}`)
    }
  }
  const tested = [...grounds, ...runs]
  if (bad.length > 0 && gap === null)
    return fail(
      app,
      `${bad.length} of ${all} without a passed test before: ${listed(bad.toReversed(), 4)}.`,
      tested,
    )
  if (bad.length > 0)
    return notEvaluated(app, `${gap} For ${bad.length} of ${all} no other test is known.`, tested)
  if (unknown.length > 0)
    return notEvaluated(
      app,
      `The commit of ${unknown.length} of ${all} is not known: ${listed(unknown.toReversed().map(({ content }) => `v${content.version}`))}.`,
      unknown,
    )
  if (unread) return notEvaluated(app, `${unread} The ${all} that were read were tested before.`, tested)
  return pass(app, `A test of the same commit passed before each of ${all}.`, tested)
}

/** Why a release counts as untested, in words that follow its name; null where a test of its commit passed before. */
function whyUntested(
  release: Release,
  sha: string,
  runs: readonly Run[],
  others: readonly OtherRun[],
): string | null {
  const { created_at: released } = release.content
  const own = runs.filter(({ content }) => content.commit_sha !== null && sameCommit(content.commit_sha, sha))
  const passed = own.filter(({ content }) => content.status === 'succeeded')
  if (passed.some(({ content }) => Date.parse(content.updated_at) <= Date.parse(released))) return null
  const elsewhere = others.filter((row) => sameCommit(row.commit, sha))
  const good = elsewhere.filter((row) => row.passed)
  if (good.some((row) => row.finishedOn === null || row.finishedOn <= day(released))) return null
  if (passed.length + good.length > 0) return '(tested only afterwards)'
  if (own.length + elsewhere.length > 0) return '(its tests did not pass)'
  return `(no test of ${sha.slice(0, 8)})`
}
