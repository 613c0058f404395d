import type { Verdict } from '../../../shared/model/check.ts'
import type { Policy } from '../../../shared/model/policy.ts'
import type { Check, EvidenceView } from './check.ts'
import { isInPeriod } from './facts/ages.ts'
import type { App } from './facts/apps.ts'
import { couplings, eachProductionApp } from './facts/production.ts'
import { type Reads, readsOf } from './facts/reads.ts'
import { builtFrom, codeReleases, type Release, releasesByApp, saysPromotion } from './facts/releases.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { count, day, listed, short } from './facts/words.ts'

/** CHG-02. */
export const codeIsPromoted: Check = {
  id: 'CHG-02',
  title: 'Production code releases come from promotion or approved integration',
  severity: 'high',
  needs: ['app-inventory', 'releases', 'pipelines-promotions'],
  why: 'A promotion moves the very build that was tested. A push or build straight to production brings code that nobody saw run before.',
  fix: 'Deploy to the staging app and promote: `heroku pipelines:promote --app STAGING-APP`. Take the deploy permission on production away from people, so that promotion is the only way.',
  limits:
    'Judges releases of the audit period. A promotion is known by Heroku’s description of the release or by the same slug or image on an earlier stage; who calls the API can choose a description. Approved integrations cannot be recorded yet.',
  *judge(view, policy) {
    const releases = releasesByApp(view)
    const stages = earlierStages(view, policy, releases)
    const reads = readsOf(view, 'releases')
    yield* eachProductionApp(view, policy, function* (app, [coupling]) {
      const gap = reads.gap('app', app.subjectId)
      const inPeriod = [...codeReleases(releases.get(app.subjectId) ?? [])].filter(({ release }) =>
        isInPeriod(view.period, release.content.created_at),
      )
      if (gap && inPeriod.length === 0) yield notEvaluated(app, gap, [app])
      else if (inPeriod.length === 0)
        yield notApplicable(app, 'No code was released in the audit period.', [app])
      else yield judgeReleases(app, inPeriod, stages.get(coupling?.content.pipeline.id ?? ''), gap)
    })
  },
}

interface EarlierStages {
  /** First release of each slug or image on an app of the pipeline that is not production. */
  readonly first: Map<string, Release>
  /** Apps of the pipeline whose releases were not read. */
  readonly unread: string[]
}

function earlierStages(
  view: EvidenceView,
  policy: Policy,
  releases: ReadonlyMap<string, readonly Release[]>,
): ReadonlyMap<string, EarlierStages> {
  const stages = new Map<string, EarlierStages>()
  const reads: Reads = readsOf(view, 'releases')
  for (const { content } of couplings(view)) {
    if (policy.productionStages.includes(content.stage)) continue
    const stage: EarlierStages = stages.get(content.pipeline.id) ?? { first: new Map(), unread: [] }
    stages.set(content.pipeline.id, stage)
    if (reads.gap('app', content.app.id)) stage.unread.push(content.app.name)
    for (const release of releases.get(content.app.id) ?? []) {
      const built = builtFrom(release)
      const known = built === null ? undefined : stage.first.get(built)
      if (built !== null && release.content.status !== 'failed')
        if (!known || Date.parse(release.content.created_at) < Date.parse(known.content.created_at))
          stage.first.set(built, release)
    }
  }
  return stages
}

function judgeReleases(
  app: App,
  found: readonly { readonly release: Release; readonly readable: boolean }[],
  stages: EarlierStages | undefined,
  gap: string | null,
): Verdict {
  const direct: Release[] = []
  const unclear: Release[] = []
  const grounds: Release[] = []
  let byText = 0
  for (const { release, readable } of found) {
    const tested = stages?.first.get(builtFrom(release) ?? '')
    const wasFirst = tested && Date.parse(tested.content.created_at) <= Date.parse(release.content.created_at)
    if (wasFirst) grounds.push(release, tested)
    else if (saysPromotion(release)) {
      grounds.push(release)
      byText += 1
    } else if (!readable || (stages?.unread.length ?? 0) > 0) unclear.push(release)
    else direct.push(release)
  }
  const all = count(found.length, 'code release')
  if (direct.length > 0)
    return fail(
      app,
      `${direct.length} of ${all} did not come from an earlier stage: ${described(direct)}.`,
      direct,
    )
  if (unclear.length > 0) {
    const unread =
      stages && stages.unread.length > 0 ? `, because releases of ${listed(stages.unread)} were not read` : ''
    return notEvaluated(
      app,
      `Where ${unclear.length} of ${all} came from is not known${unread}: ${described(unclear)}.`,
      unclear,
    )
  }
  if (gap) return notEvaluated(app, `${gap} The ${all} that were read came from an earlier stage.`, grounds)
  const note = byText > 0 ? `, ${byText} of them by the description alone` : ''
  return pass(
    app,
    `${all} in the audit period, promoted or released on an earlier stage first${note}.`,
    grounds,
  )
}

function described(releases: readonly Release[]): string {
  return listed(
    releases
      .toReversed()
      .map(
        ({ content: { version, description, created_at } }) =>
          `v${version} of ${day(created_at)} “${short(description, 40)}”`,
      ),
    4,
  )
}
