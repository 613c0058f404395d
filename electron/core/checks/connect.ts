import type { Verdict } from '../../../shared/model/check.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { ListRow } from '../../../shared/model/records/lists.ts'
import type { Check, EvidenceView } from './check.ts'
import { appsOf, isInScope } from './facts/apps.ts'
import { saidBy, standing } from './facts/attestations.ts'
import { grouped } from './facts/grouped.ts'
import { type GivenRows, givenList, noList } from './facts/lists.ts'
import { listGap } from './facts/reads.ts'
import { OUT_OF_SCOPE } from './facts/scope.ts'
import { dataClassesOf, notTagged, tagsOf } from './facts/tags.ts'
import { fail, notApplicable, notEvaluated, pass, WHOLE } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

type Connect = EvidenceItem<'heroku-connect'>
type Mapping = ListRow<'connect-mappings'>

/** Judges every add-on of Heroku Connect in scope; says so where there is none. */
function* eachConnect(view: EvidenceView, judge: (connect: Connect) => Verdict): Iterable<Verdict> {
  const items = view.items('heroku-connect')
  const gap = listGap(view, 'heroku-connect', 'add-ons', /^\/addons/)
  if (gap) yield gap
  else if (items.length === 0) yield notApplicable(WHOLE, 'No app uses Heroku Connect.')
  const inScope = isInScope(view)
  const out = new Set(appsOf(view).flatMap((app) => (inScope(app) ? [] : [app.subjectId])))
  for (const item of items)
    yield out.has(item.content.app.id) ? notApplicable(item, OUT_OF_SCOPE, [item]) : judge(item)
}

/** CON-01. */
export const healthDataUsesShieldConnect: Check = {
  id: 'CON-01',
  title: 'PHI sync uses Shield Connect',
  severity: 'critical',
  needs: ['heroku-connect'],
  why: 'Health data that syncs on another plan leaves what the business associate agreement covers.',
  fix: 'Move the sync to the Shield plan in a Shield Space: `heroku addons:create herokuconnect:shield -a APP`, and map anew.',
  limits: 'Rests on what a person said of the app. Which fields are mapped, CON-02 asks.',
  *judge(view) {
    const tagOf = tagsOf(view)
    yield* eachConnect(view, (item) => {
      const { app, plan, tier, space } = item.content
      const tag = tagOf(app.id)
      const classes = dataClassesOf(tag)
      const shield = tier === 'shield' && space?.shield !== false
      const where = space === null ? plan : `${plan} in space ${space.name}`
      if (classes === null)
        return shield
          ? pass(item, `${where}, which health data fits.`, [item])
          : notEvaluated(item, notTagged(tag), [item])
      if (!classes.includes('phi')) return notApplicable(item, notTagged(tag), [item])
      return shield
        ? pass(item, `It syncs health data on ${where}.`, [item])
        : fail(item, `It syncs health data on ${where}.`, [item])
    })
  },
}

const limits =
  'No API tells mappings: a person gives what `heroku connect:export` shows, and states that it is complete.'

/** CON-02. */
export const syncedObjectsApproved: Check = {
  id: 'CON-02',
  title: 'Synced objects and fields are on the approved list',
  severity: 'high',
  needs: ['heroku-connect'],
  needsLists: ['connect-mappings', 'connect-objects'],
  needsAttestations: ['connect-mappings'],
  why: 'Every synced field is a second copy of Salesforce data, under other rules. What nobody needs should not be there.',
  fix: 'Take the field or object out of the mapping in the Heroku Connect dashboard, or approve it in the list.',
  limits,
  judge: (view) =>
    eachMapped(view, (item, mappings, approved) => {
      const wrong = mappings.flatMap((mapping) => {
        const row = approved.rows.find(({ object }) => same(object, mapping.object))
        if (!row) return [mapping.object]
        return row.fields.length === 0
          ? []
          : mapping.fields
              .filter((field) => !row.fields.some((one) => same(one, field)))
              .map((field) => `${mapping.object}.${field}`)
      })
      if (wrong.length > 0)
        return fail(
          item,
          `${listed(wrong)} ${wrong.length === 1 ? 'is' : 'are'} not on ${approved.called}.`,
          [item],
        )
      const blank = mappings.filter(
        (mapping) =>
          mapping.fields.length === 0 &&
          approved.rows.some(({ object, fields }) => same(object, mapping.object) && fields.length > 0),
      )
      return blank.length > 0
        ? notEvaluated(item, `The mapping of ${listed(blank.map(({ object }) => object))} names no fields.`, [
            item,
          ])
        : pass(
            item,
            `Every object and field of its ${count(mappings.length, 'mapping')} is on ${approved.called}.`,
            [item],
          )
    }),
}

/** CON-03. */
export const writeBackApproved: Check = {
  id: 'CON-03',
  title: 'Write-back to Salesforce is approved',
  severity: 'medium',
  needs: ['heroku-connect'],
  needsLists: ['connect-mappings', 'connect-objects'],
  needsAttestations: ['connect-mappings'],
  why: 'A mapping that writes lets whoever can write to the database change records in Salesforce.',
  fix: 'Set the mapping to read only in the Heroku Connect dashboard, or approve read-write in the list.',
  limits,
  judge: (view) =>
    eachMapped(view, (item, mappings, approved) => {
      const writing = mappings.filter(({ access }) => access === 'read-write')
      if (writing.length === 0) return pass(item, 'Every mapping is read only.', [item])
      const wrong = writing.filter(
        ({ object }) => !approved.rows.some((row) => same(row.object, object) && row.access === 'read-write'),
      )
      const names = listed((wrong.length > 0 ? wrong : writing).map(({ object }) => object))
      return wrong.length > 0
        ? fail(item, `${names} may be written, which is not on ${approved.called}.`, [item])
        : pass(item, `${names} may be written, as ${approved.called} says.`, [item])
    }),
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** Judges the mappings of every Connect add-on, once both lists are there and somebody states that nothing is missing. */
function* eachMapped(
  view: EvidenceView,
  judge: (item: Connect, mappings: readonly Mapping[], approved: GivenRows<'connect-objects'>) => Verdict,
): Iterable<Verdict> {
  const given = givenList(view, 'connect-mappings')
  const byApp = grouped(given?.rows ?? [], ({ app }) => app)
  const approved = givenList(view, 'connect-objects')
  const complete = standing(view, 'connect-mappings')
  yield* eachConnect(view, (item) => {
    if (!given) return notEvaluated(item, noList('connect-mappings'), [item])
    const own = byApp.get(item.content.app.name) ?? []
    if (own.length === 0)
      return 'stated' in complete
        ? notApplicable(item, `Nothing is mapped: ${saidBy(complete.stated)}.`, [item])
        : notEvaluated(
            item,
            `${given.called} names no mapping of it. ${complete.missing}`.replace(/^t/, 'T'),
            [item],
          )
    if (!approved) return notEvaluated(item, noList('connect-objects'), [item])
    const verdict = judge(item, own, approved)
    return verdict.answer === 'pass' && 'missing' in complete
      ? notEvaluated(item, `${verdict.reason} ${complete.missing}`, [item])
      : verdict
  })
}

/** CON-04. */
export const connectIsHealthy: Check = {
  id: 'CON-04',
  title: 'Connect reports no error state',
  severity: 'low',
  needs: ['heroku-connect'],
  needsAttestations: ['connect-state'],
  why: 'A connection in error or on pause leaves the two sides apart, and nobody notices until records are missed.',
  fix: 'Look at `heroku connect:state -a APP` and the errors of the dashboard, repair the mapping, and resume.',
  limits: 'No API tells the state: a person states it, for a month at a time.',
  *judge(view) {
    yield* eachConnect(view, (item) => {
      const found = standing(view, 'connect-state', item.content.app.name)
      if ('missing' in found) return notEvaluated(item, found.missing, [item])
      const { answer } = found.stated.content
      if (answer === null) return notEvaluated(item, `${saidBy(found.stated)} without a yes or no.`, [item])
      return answer
        ? pass(item, `Its connections are idle or polling: ${saidBy(found.stated)}.`, [item])
        : fail(item, `A connection is in error or paused: ${saidBy(found.stated)}.`, [item])
    })
  },
}
