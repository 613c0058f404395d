import type { BuildContent } from '../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Check, EvidenceView } from './check.ts'
import { isInPeriod } from './facts/ages.ts'
import { type App, eachApp } from './facts/apps.ts'
import { buildpackOrigin } from './facts/buildpacks.ts'
import { grouped } from './facts/grouped.ts'
import { readsOf } from './facts/reads.ts'
import { fail, type Grounds, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { count, day, listed } from './facts/words.ts'

type Build = EvidenceItem<'builds-slugs'> & { readonly content: Extract<BuildContent, { of: 'build' }> }
type Buildpack = EvidenceItem<'builds-slugs'> & {
  readonly content: Extract<BuildContent, { of: 'buildpack' }>
}

function buildsOf(view: EvidenceView): ReadonlyMap<string, readonly Build[]> {
  return grouped(
    view.items('builds-slugs').filter((item): item is Build => item.content.of === 'build'),
    (item) => item.content.app.id,
  )
}

function buildpacksOf(view: EvidenceView): ReadonlyMap<string, readonly Buildpack[]> {
  return grouped(
    view.items('builds-slugs').filter((item): item is Buildpack => item.content.of === 'buildpack'),
    (item) => item.content.app.id,
  )
}

/** CHG-11. */
export const buildpacksAreApproved: Check = {
  id: 'CHG-11',
  title: 'Buildpacks are from approved sources',
  severity: 'medium',
  needs: ['app-inventory', 'builds-slugs'],
  why: 'A buildpack runs with the source code and all secrets of the build. One from an address that somebody else can change is an open door into every release.',
  fix: 'Use Heroku’s own buildpack (`heroku buildpacks:set heroku/nodejs --app APP`), or a copy in your own repository at a fixed commit (`…#COMMIT`), and add it to the policy’s `approvedBuildpacks`.',
  limits:
    'Approved beside Heroku’s own is what the policy lists (`approvedBuildpacks`), if pinned to a commit or version. Container builds have no buildpacks.',
  *judge(view, policy) {
    const installed = buildpacksOf(view)
    const builds = buildsOf(view)
    const reads = readsOf(view, 'builds-slugs', /buildpack-installations/)
    yield* eachApp(view, function* (app) {
      const { used, grounds } = usedBuildpacks(
        installed.get(app.subjectId) ?? [],
        builds.get(app.subjectId) ?? [],
      )
      const wrong = used.flatMap(({ name, url }) => {
        const origin = buildpackOrigin(url || name, policy.approvedBuildpacks)
        return origin === null ? [] : [`${name || url} (${origin})`]
      })
      const gap = reads.refusal('app', app.subjectId) ? reads.gap('app', app.subjectId) : null
      if (wrong.length > 0) yield fail(app, `Not approved: ${listed(wrong)}.`, grounds)
      else if (gap) yield notEvaluated(app, gap, [app])
      else if (used.length > 0)
        yield pass(
          app,
          `From approved sources: ${listed(used.map(({ name, url }) => name || url))}.`,
          grounds,
        )
      else if (reads.gap('app', app.subjectId))
        yield notEvaluated(app, 'It was not read in this collection.', [app])
      else yield withoutBuildpacks(app)
    })
  },
}

function withoutBuildpacks(app: App) {
  const container = app.content?.stack === 'container'
  return notApplicable(
    app,
    container
      ? 'The app is built as a container image, without buildpacks.'
      : 'The app names no buildpack and has no build.',
    [app],
  )
}

/** The buildpacks that are set, or those that the newest build detected where none are. */
function usedBuildpacks(
  installed: readonly Buildpack[],
  builds: readonly Build[],
): { readonly used: readonly { readonly name: string; readonly url: string }[]; readonly grounds: Grounds } {
  if (installed.length > 0) return { used: installed.map((item) => item.content), grounds: installed }
  const newest = builds.toSorted(
    (a, b) => Date.parse(b.content.created_at) - Date.parse(a.content.created_at),
  )[0]
  return {
    used: (newest?.content.buildpacks ?? []).map((name) => ({ name, url: name })),
    grounds: newest ? [newest] : [],
  }
}

/** CHG-12. */
export const buildsNameTheirSource: Check = {
  id: 'CHG-12',
  title: 'Builds record the source version',
  severity: 'low',
  needs: ['app-inventory', 'builds-slugs'],
  why: 'The source version ties what runs to a commit, and with it to its author, review and tests.',
  fix: 'Deploy from a connected repository or with git; tools that call the API should set `source_blob.version` to the commit.',
  limits: 'Looks at builds of the audit period that did not fail. Whether the commit exists is not checked.',
  *judge(view) {
    const builds = buildsOf(view)
    const reads = readsOf(view, 'builds-slugs', /\/builds/)
    yield* eachApp(view, function* (app) {
      const inPeriod = (builds.get(app.subjectId) ?? []).filter(
        ({ content }) => content.status !== 'failed' && isInPeriod(view.period, content.created_at),
      )
      const nameless = inPeriod.filter((item) => !item.content.source_version)
      const gap = reads.gap('app', app.subjectId)
      if (nameless.length > 0)
        yield fail(
          app,
          `${nameless.length} of ${count(inPeriod.length, 'build')} without source version: ${listed(nameless.map((item) => day(item.content.created_at)))}.`,
          nameless,
        )
      else if (gap) yield notEvaluated(app, gap, [app])
      else if (inPeriod.length === 0)
        yield notApplicable(app, 'The app has no build in the audit period.', [app])
      else yield pass(app, `${count(inPeriod.length, 'build')}, each with its source version.`, inPeriod)
    })
  },
}
