import type { Verdict } from '../../../shared/model/check.ts'
import type { Check, EvidenceView } from './check.ts'
import { type Addon, eachAddon } from './facts/addons.ts'
import { saidBy, standing } from './facts/attestations.ts'
import { databasesOf } from './facts/databases.ts'
import { grouped } from './facts/grouped.ts'
import { tiesOf } from './facts/lineage.ts'
import { givenList, noList } from './facts/lists.ts'
import { inWords, readsOf } from './facts/reads.ts'
import { ofService, SHARED_POSTGRES, tierOf } from './facts/services.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { listed } from './facts/words.ts'

/** A way out of a database that somebody has to approve. */
interface Outlet {
  readonly what: string
  readonly approved: boolean
  readonly grounds: readonly { readonly id: number }[]
}

/** DAT-15. */
export const linksApproved: Check = {
  id: 'DAT-15',
  title: 'Data links and dataclips on scoped databases are approved',
  severity: 'medium',
  needs: ['addon-inventory', 'postgres-links-dataclips'],
  needsLists: ['data-links', 'dataclips'],
  needsAttestations: ['dataclips'],
  why: 'A link, a change stream or a shared dataclip carries data past every control of the app, and stays when its maker has left.',
  fix: 'Remove what nobody needs (`heroku pg:links:destroy DATABASE LINK`; dataclips at https://data.heroku.com/dataclips), and approve the rest in the lists.',
  limits:
    'No API lists dataclips: a person gives the list and states that it is complete. Links and change streams are read by choice only (optional reads).',
  *judge(view) {
    const outlets = outletsOf(view)
    const unknown = unknownOf(view)
    const complete = dataclipsStated(view)
    const evidence = new Map(tiesOf(view, 'lineage').map((item) => [item.content.addon.id, item]))
    yield* eachAddon(
      view,
      function* (addon) {
        const own = outlets(addon)
        const lineage = evidence.get(addon.content.id)
        const grounds = [lineage ?? addon, ...own.flatMap((outlet) => outlet.grounds)]
        const wrong = own.filter((outlet) => !outlet.approved).map(({ what }) => what)
        const missing = unknown(addon, own)
        if (wrong.length > 0) yield fail(addon, `Not approved: ${listed(wrong)}.`, grounds)
        else if (missing) yield notEvaluated(addon, missing, grounds)
        else if (own.length === 0)
          yield notApplicable(addon, `It has no link and no dataclip: ${complete}.`, grounds)
        else yield pass(addon, `Approved: ${listed(own.map(({ what }) => what))}.`, grounds)
      },
      ofService('heroku-postgresql'),
      'Heroku Postgres database',
    )
    yield* strayClips(view)
  },
}

/** Dataclips of which the list names no database that the collection sees. */
function* strayClips(view: EvidenceView): Iterable<Verdict> {
  const databases = databasesOf(view)
  const seen = new Set<string | null>(databases.map(({ content }) => content.name))
  for (const { clip, database, approvedBy } of givenList(view, 'dataclips')?.rows ?? []) {
    if (seen.has(database)) continue
    const about = { subject: `dataclip ${clip}`, subjectId: `dataclip:${clip}/${database ?? ''}` }
    const where = database === null ? 'names no database' : `names ${database}, which is not seen`
    yield approvedBy === null
      ? fail(about, `The dataclip ${where} and is not approved.`, databases)
      : pass(about, `The dataclip ${where}; ${approvedBy} approved it.`, databases)
  }
}

function outletsOf(view: EvidenceView): (addon: Addon) => readonly Outlet[] {
  const links = grouped(tiesOf(view, 'link'), ({ content }) => content.addon.id)
  const streams = grouped(tiesOf(view, 'connector'), ({ content }) => content.addon.id)
  const approved = givenList(view, 'data-links')
  const ties = grouped(approved?.rows ?? [], ({ database }) => database)
  const clips = grouped(givenList(view, 'dataclips')?.rows ?? [], ({ database }) => database ?? '')
  return ({ content: { id, name } }) => {
    const isApproved = (...targets: readonly (string | null)[]) =>
      ties.get(name)?.some(({ kind, to }) => kind === 'link' && targets.includes(to)) ?? false
    return [
      ...(links.get(id) ?? []).map((item) => {
        const { remote, remote_name, remote_attachment, name: link } = item.content
        return {
          what: `link ${link} to ${remote ?? remote_name ?? 'a database without a name'}`,
          approved: isApproved(remote, remote_name, remote_attachment),
          grounds: [item],
        }
      }),
      ...(streams.get(id) ?? []).map((item) => {
        const { kafka, name: stream } = item.content
        return {
          what: `change stream ${stream} into ${kafka?.name ?? 'Kafka'}`,
          approved: isApproved(kafka?.name ?? null),
          grounds: [item],
        }
      }),
      ...(clips.get(name) ?? []).map(({ clip, approvedBy }) => ({
        what: `dataclip “${clip}”`,
        approved: approvedBy !== null,
        grounds: [],
      })),
    ]
  }
}

/** What has to be known before a database can be said to have nothing else, as a sentence; null where it is. */
function unknownOf(view: EvidenceView): (addon: Addon, own: readonly Outlet[]) => string | null {
  const read = new Set(tiesOf(view, 'links-read').map(({ content }) => content.addon.id))
  const reads = readsOf(view, 'postgres-links-dataclips', /\/links$|\/cdc\//)
  const stated = standing(view, 'dataclips')
  const clips = givenList(view, 'dataclips')
  return (addon) => {
    const refusal = reads.refusal('addon', addon.content.id)
    if (refusal) return `Its links could not be read (${inWords(refusal)}).`
    const tier = tierOf(addon.content.plan.name)
    if (tier === 'advanced') return 'Heroku does not tell the links of Postgres Advanced.'
    if (!SHARED_POSTGRES.has(tier) && !read.has(addon.content.id))
      return 'Its links were not read: they are optional in a collection.'
    if (!clips) return noList('dataclips')
    return 'missing' in stated ? stated.missing : null
  }
}

function dataclipsStated(view: EvidenceView): string {
  const stated = standing(view, 'dataclips')
  return 'stated' in stated ? `the list of dataclips is complete, as ${saidBy(stated.stated)}` : 'nobody said'
}
