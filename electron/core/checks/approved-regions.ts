import type { Verdict } from '../../../shared/model/check.ts'
import type { Check, EvidenceView } from './check.ts'
import { eachAddon } from './facts/addons.ts'
import { appsOf, eachApp, isInScope } from './facts/apps.ts'
import { givenList, noList } from './facts/lists.ts'
import { inWords, readsOf } from './facts/reads.ts'
import { countriesOf, type Placement, placementsOf, regionNames } from './facts/regions.ts'
import { eachSpace } from './facts/spaces.ts'
import { handles, tagsOf } from './facts/tags.ts'
import { type About, fail, type Grounds, notApplicable, notEvaluated, pass, WHOLE } from './facts/verdict.ts'
import { listed } from './facts/words.ts'

/** DAT-17. */
export const dataStaysInRegion: Check = {
  id: 'DAT-17',
  title: 'Data stays in the approved region',
  severity: 'critical',
  needs: ['app-inventory', 'space-isolation', 'addon-inventory', 'region-residency'],
  needsLists: ['regions'],
  why: 'Which law protects data, and what was promised to the people it is about, hangs on where it is kept. French health data may not leave the European Economic Area at all.',
  fix: 'Make the app, space or database again in an approved region and move the data (a region cannot be changed), or approve the region in the list of approved regions.',
  limits:
    'Apps, spaces and Heroku’s data services are judged; partners’ add-ons tell no region. A region of an app does not say where backups, logs and support staff are.',
  *judge(view, policy) {
    const judge = judging(view)
    const health = frenchHealth(view)
    const reads = readsOf(view, 'region-residency')
    const all: readonly Verdict[] = [
      ...eachApp(view, function* (app) {
        yield judge(app, judge.places.get(`app:${app.subjectId}`), [app], health.of(app.subjectId))
      }),
      ...eachSpace(view, function* (space) {
        yield judge(
          space,
          judge.places.get(`space:${space.content.id}`),
          [space],
          health.in(space.content.id),
        )
      }),
      ...eachAddon(
        view,
        function* (addon) {
          const refusal = reads.refusal('addon', addon.content.id)
          const place = judge.places.get(`addon:${addon.content.id}`)
          if (refusal && (place?.content.region ?? null) === null)
            yield notEvaluated(addon, `Its region could not be read (${inWords(refusal)}).`, [addon])
          else yield judge(addon, place, [addon], health.of(addon.content.app.id))
        },
        (addon) => policy.dataServices.includes(addon.content.addon_service.name),
      ),
    ]
    yield* withoutEmpty(all)
  },
}

/** NET-14. */
export const spaceRegionsApproved: Check = {
  id: 'NET-14',
  title: 'Space region is approved',
  severity: 'high',
  needs: ['space-isolation', 'region-residency'],
  needsLists: ['regions'],
  why: 'A space cannot be moved. One that was made in the wrong region carries every app in it to the wrong place.',
  fix: 'Make the space again in an approved region and move its apps, or approve the region in the list of approved regions.',
  limits: 'Tells where a space is, not where its logs, backups and support staff are.',
  *judge(view) {
    const judge = judging(view)
    const health = frenchHealth(view)
    yield* eachSpace(view, function* (space) {
      yield judge(
        space,
        judge.places.get(`space:${space.content.id}`),
        [space],
        health.in(space.content.id),
        space.content.region,
      )
    })
  },
}

/** Judges one place after the other against the list of approved regions and, for French health data, the EEA. */
function judging(view: EvidenceView) {
  const list = givenList(view, 'regions')
  const place = regionNames(view)
  const countryOf = countriesOf(view)
  const approved = new Set(list?.rows.map((row) => place(row.region)))
  const judge = (
    about: About,
    placement: Placement | undefined,
    own: Grounds,
    health: readonly string[],
    known: string | null = null,
  ): Verdict => {
    const region = placement?.content.region ?? known
    const grounds = placement ? [...own, placement] : own
    if (region === null) return notEvaluated(about, 'Heroku does not tell its region.', grounds)
    const where = countryOf(region)
    const at = where ? `${region} (${where.country})` : region
    const whose = health.length > 0 ? `French health data of ${listed(health)}` : ''
    if (health.length > 0 && where && !where.eea)
      return fail(about, `${whose} is in ${at}, outside the EEA.`, grounds)
    if (health.length > 0 && !where)
      return notEvaluated(
        about,
        `${whose} is in ${region}, which the catalog of regions does not know.`,
        grounds,
      )
    if (list === null) return notEvaluated(about, `It is in ${at}. ${noList('regions')}`, grounds)
    if (approved.has(place(region)))
      return pass(about, `It is in ${at}, which is on ${list.called}.`, grounds)
    return fail(about, `It is in ${at}, which is not on ${list.called}.`, grounds)
  }
  return Object.assign(judge, { places: placementsOf(view) })
}

/** Names of apps with French health data, by app and by space. */
function frenchHealth(view: EvidenceView) {
  const tagOf = tagsOf(view)
  const inScope = isInScope(view)
  const names = new Map<string, readonly string[]>()
  const spaces = new Map<string, readonly string[]>()
  for (const app of appsOf(view)) {
    if (handles(tagOf(app.subjectId), ['french-health']).length === 0 || !inScope(app)) continue
    names.set(app.subjectId, [app.subject])
    const space = app.content?.space?.id
    if (space) spaces.set(space, [...(spaces.get(space) ?? []), app.subject])
  }
  return { of: (app: string) => names.get(app) ?? [], in: (space: string) => spaces.get(space) ?? [] }
}

/** Lists that hold nothing need no word of their own beside others; several that were refused are one gap. */
function* withoutEmpty(all: readonly Verdict[]): Iterable<Verdict> {
  const gaps = all.filter(
    (verdict) => verdict.subjectId === WHOLE.subjectId && verdict.answer === 'not-evaluated',
  )
  const single = all.filter((verdict) => verdict.subjectId !== WHOLE.subjectId)
  if (gaps.length > 0) yield notEvaluated(WHOLE, gaps.map((gap) => gap.reason).join(' '))
  else if (single.length === 0)
    yield notApplicable(WHOLE, 'The collecting account sees no app, space or data service.')
  yield* single
}
