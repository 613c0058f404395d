import type { DriftContent } from '../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import { evidenceNumber } from '../../../shared/model/evidence.ts'
import type { Check, EvidenceView } from './check.ts'
import { givenList, noList } from './facts/lists.ts'
import { fail, notApplicable, notEvaluated, pass, WHOLE } from './facts/verdict.ts'
import { count } from './facts/words.ts'

type Item = EvidenceItem<'drift-between-periods'>
type Difference = Extract<DriftContent, { of: 'difference' }>

const LIST = 'explanations'

/** PLT-08. */
export const driftIsExplained: Check = {
  id: 'PLT-08',
  title: 'Nothing differs from the approved baseline without a note',
  severity: 'medium',
  needs: ['drift-between-periods'],
  needsLists: [LIST],
  why: 'A setting that changed between two periods is either an authorised change or the first sign of one that is not. An auditor asks for the reason of each.',
  fix: 'Look at each difference, take back what nobody wanted, and explain the others in the list of explanations (kind drift, with the subject as it reads here) or in a note on the item.',
  limits:
    'Compares what two collections saw: what was changed and changed back between them is not seen. Releases, builds, backups and other records of what happened are no drift.',
  *judge(view) {
    const items = view.items('drift-between-periods')
    const summary = items.find((item) => item.content.of === 'comparison')
    if (summary?.content.of !== 'comparison') {
      yield notEvaluated(WHOLE, 'The collection was not compared with the one before.')
      return
    }
    const { with: before, differences, kept, not_compared, topics } = summary.content
    if (before === null) {
      yield notApplicable(WHOLE, 'This is the first collection: there is nothing to compare it with.', [
        summary,
      ])
      return
    }
    const unclear = not_compared > 0 ? ` ${count(not_compared, 'subject')} could not be compared.` : ''
    if (differences === 0) {
      const same = `${count(topics, 'topic')} are as collection ${before.collection} saw them.${unclear}`
      yield pass(WHOLE, same, [summary])
      return
    }
    yield* judgeDifferences(view, items)
    if (kept < differences)
      yield fail(
        WHOLE,
        `${differences - kept} of ${count(differences, 'difference')} are not kept as items.${unclear}`,
        [summary],
      )
  },
}

function* judgeDifferences(view: EvidenceView, items: readonly Item[]) {
  const explained = explanationsOf(view)
  const noted = notedItems(view)
  for (const item of items) {
    const { content, subject, subjectId } = item
    if (content.of !== 'difference') continue
    const reason = explained?.get(subject.toLowerCase()) ?? explained?.get(content.subject_id.toLowerCase())
    const about = { subject, subjectId }
    const what = `${content.topic}: ${told(content)}`
    if (reason !== undefined) yield pass(about, `${what}. Explained: ${reason}.`, [item])
    else if (noted.has(item.id) || noted.has(evidenceNumber(item.id)))
      yield pass(about, `${what}. There is a note on it.`, [item])
    else if (explained === null) yield notEvaluated(about, `${what}. ${noList(LIST)}`, [item])
    else yield fail(about, `${what}. Nothing explains it.`, [item])
  }
}

/** Reasons by subject, in lower case; null where no list was given. */
function explanationsOf(view: EvidenceView): ReadonlyMap<string, string> | null {
  const given = givenList(view, LIST)
  const drift = given?.rows.filter(({ kind }) => kind === 'drift')
  return drift
    ? new Map(drift.map((row) => [row.subject.toLowerCase(), row.reason.replace(/\.$/, '')]))
    : null
}

/** Numbers of evidence that a person left a note on. */
function notedItems(view: EvidenceView): ReadonlySet<number | string> {
  const ids = view
    .records('note')
    .flatMap(({ content: { about } }) => (about.kind === 'evidence' ? [about.id] : []))
  return new Set<number | string>(ids.flatMap((id) => [id, Number(id)]))
}

function told({ change, fields, more_fields }: Difference): string {
  if (change !== 'changed') return change
  const names = fields.slice(0, 5).map(({ field }) => field)
  const more = fields.length - names.length + more_fields
  return `changed in ${names.join(', ')}${more > 0 ? ` and ${count(more, 'more field')}` : ''}`
}
