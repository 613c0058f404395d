import type { AccessReviewRow } from '../../../../../shared/contract-testing.ts'
import type { Row, Sheet, Tone } from '../../sheet.ts'
import type { WorkbookSource } from '../../workbook-source.ts'
import { instant, number, prose, state, text } from '../column.ts'
import { SHEET } from '../names.ts'
import { counted } from '../words.ts'

const DECISION = { keep: 'Keep', revoke: 'Revoke', change: 'Change' } as const

/** Whether what was decided shows in a later collection. */
function followed({ decision, stillThere }: AccessReviewRow): readonly [word: string | null, tone: Tone] {
  if (decision === null) return [null, 'unknown']
  if (decision.decision === 'keep') return [null, 'plain']
  if (stillThere === null) return ['no later collection', 'unknown']
  return stillThere ? ['NOT carried out', 'bad'] : ['carried out', 'good']
}

/** Reviews of access row by row; null where there are none. */
export function accessReviewsSheet(source: WorkbookSource): Sheet | null {
  const all = source.accessReviews()
  if (all.length === 0) return null
  const changed = all.filter(({ samePopulation }) => !samePopulation).map(({ id }) => id)
  return {
    name: SHEET.accessReviews,
    title: 'Reviews of access',
    about: `${counted(all.length, 'review')} of who may do what, with each decision`,
    notes: [
      'Each row is a right of a person as the reviewed collection saw it. Revocations are looked for in the newest later collection.',
      ...(changed.length === 0
        ? []
        : [`The population is no longer the one that was reviewed: ${changed.join(', ')}.`]),
    ],
    columns: [
      text('Review', 9),
      prose('Title', 22),
      prose('Reviewer', 20),
      { title: 'Completed', kind: 'day', width: 12 },
      number('Collection', 10),
      prose('Person', 32),
      prose('Where', 30),
      prose('Right', 30),
      state('Decision', 10),
      prose('Why', 36),
      prose('Decided by', 20),
      text('Follow-up', 20),
    ],
    *rows(): Iterable<Row> {
      for (const { id, review, rows } of all)
        for (const row of rows) {
          const [after, tone] = followed(row)
          const { decision } = row
          const of = [id, review.title, review.reviewer, review.completedOn, review.collectionId]
          const said = decision
            ? [DECISION[decision.decision], decision.text || null, decision.by]
            : ['Open', null, null]
          yield { tone, cells: [...of, row.person, row.where, row.right, ...said, after] }
        }
    },
  }
}

/** Sign-offs that months of the audit trail were reviewed; null where there are none. */
export function trailReviewsSheet(source: WorkbookSource): Sheet | null {
  const all = source.records('trail-review').toSorted((a, b) => (a.key < b.key ? -1 : 1))
  if (all.length === 0) return null
  return {
    name: SHEET.trailReviews,
    title: 'Reviews of the audit trail',
    about: `${counted(all.length, 'month')} whose audit trail somebody reviewed`,
    notes: [],
    columns: [
      text('Month', 10),
      prose('Reviewer', 24),
      { title: 'Reviewed on', kind: 'day', width: 13 },
      prose('What was looked at and found', 80),
      instant('Recorded'),
      prose('Recorded by', 24),
    ],
    *rows() {
      for (const { key, content: one, at, by } of all)
        yield { cells: [key, one.reviewer, one.date, one.text || null, at, by] }
    },
  }
}
