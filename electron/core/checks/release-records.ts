import type { Check } from './check.ts'
import { isInPeriod } from './facts/ages.ts'
import { eachApp } from './facts/apps.ts'
import { givenList } from './facts/lists.ts'
import { readsOf } from './facts/reads.ts'
import { type Release, releasesByApp } from './facts/releases.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { count, day, listed } from './facts/words.ts'

/** CHG-06. */
export const noReleaseGap: Check = {
  id: 'CHG-06',
  title: 'Release numbers have no gap',
  severity: 'medium',
  needs: ['app-inventory', 'releases'],
  why: 'Heroku numbers releases one after the other. A missing number means that the list of changes is not complete, and so is every sample drawn from it.',
  fix: 'Collect again; if the gap stays, ask Heroku support about the missing release and document the answer.',
  limits: 'Looks at the numbers between the first and the last release of the audit period.',
  *judge(view) {
    const releases = releasesByApp(view)
    const reads = readsOf(view, 'releases')
    yield* eachApp(view, function* (app) {
      const all = releases.get(app.subjectId) ?? []
      const inPeriod = all.filter((item) => isInPeriod(view.period, item.content.created_at))
      const gap = reads.gap('app', app.subjectId)
      const [first, last] = [inPeriod.at(0), inPeriod.at(-1)]
      if (gap) yield notEvaluated(app, gap, [app])
      else if (!first || !last) yield notApplicable(app, 'The app has no release in the audit period.', [app])
      else {
        const [from, to] = [first.content.version, last.content.version]
        const gaps = gapsIn(all.filter(({ content: { version } }) => from <= version && version <= to))
        if (gaps.length > 0)
          yield fail(
            app,
            `Missing between v${from} and v${to}: ${listed(gaps.map(({ missing }) => missing))}.`,
            gaps.flatMap(({ around }) => around),
          )
        else yield pass(app, `v${from} to v${to} without a gap.`, inPeriod)
      }
    })
  },
}

/** What is missing in rising numbers, such as `v4` and `v7 to v9`, and the releases on both sides of it. */
function gapsIn(
  releases: readonly Release[],
): readonly { readonly missing: string; readonly around: readonly Release[] }[] {
  return releases.flatMap((release, index) => {
    const after = releases[index + 1]
    const [from, to] = [release.content.version + 1, (after?.content.version ?? 0) - 1]
    if (!after || to < from) return []
    return [{ missing: from === to ? `v${from}` : `v${from} to v${to}`, around: [release, after] }]
  })
}

/** CHG-07. */
export const failedReleasesFollowedUp: Check = {
  id: 'CHG-07',
  title: 'Failed releases have a follow-up',
  severity: 'low',
  needs: ['app-inventory', 'releases'],
  why: 'A release that failed and stayed so means that a change, perhaps a security fix, never arrived, and nobody noticed.',
  fix: 'Look at `heroku releases:output vN --app APP`, then deploy the corrected change, or write down why it was given up.',
  limits:
    'A later successful release counts as follow-up. Why a change was given up stands on the list of explanations (kind failed-release), as `app vN`.',
  needsLists: ['explanations'],
  *judge(view) {
    const releases = releasesByApp(view)
    const reads = readsOf(view, 'releases')
    const explained = new Set(
      givenList(view, 'explanations')
        ?.rows.filter(({ kind }) => kind === 'failed-release')
        .map(({ subject }) => subject.toLowerCase()),
    )
    yield* eachApp(view, function* (app) {
      const all = releases.get(app.subjectId) ?? []
      const failed = all.filter(
        ({ content }) => content.status === 'failed' && isInPeriod(view.period, content.created_at),
      )
      const lastGood = all.findLast((item) => item.content.status === 'succeeded')
      const open = failed.filter(
        ({ content: { version } }) =>
          version > (lastGood?.content.version ?? 0) &&
          !explained.has(`${app.subject.toLowerCase()} v${version}`),
      )
      const gap = reads.gap('app', app.subjectId)
      const told = (items: readonly Release[]) =>
        listed(items.map(({ content }) => `v${content.version} of ${day(content.created_at)}`))
      if (gap) yield notEvaluated(app, gap, [app])
      else if (failed.length === 0) yield notApplicable(app, 'No release failed in the audit period.', [app])
      else if (open.length > 0) yield fail(app, `Nothing succeeded after ${told(open)} failed.`, open)
      else
        yield pass(
          app,
          lastGood && failed.some(({ content }) => content.version < lastGood.content.version)
            ? `${count(failed.length, 'failed release')}, followed by v${lastGood.content.version} that succeeded or explained.`
            : `${count(failed.length, 'failed release')}, explained.`,
          lastGood ? [...failed, lastGood] : failed,
        )
    })
  },
}
