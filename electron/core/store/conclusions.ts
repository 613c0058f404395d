import type { z } from 'zod'
import { problem } from '../../../shared/errors.ts'
import type { FrameworkId } from '../../../shared/model/engagement.ts'
import type { Act, Conclusion, ConclusionInput } from '../../../shared/model/work.ts'
import { recordAct } from './acts.ts'
import { query, type ReadableDb, type WritableDb, write } from './db.ts'

interface Row {
  readonly framework: FrameworkId
  readonly control: string
  readonly design: Conclusion['design']
  readonly operation: Conclusion['operation']
  readonly text: string
  readonly prepared_by: string
  readonly prepared_at: string
  readonly reviewed_by: string | null
  readonly reviewed_at: string | null
}

const COLUMNS =
  'framework, control, design, operation, text, prepared_by, prepared_at, reviewed_by, reviewed_at'

const shown = (row: Row): Conclusion => ({
  framework: row.framework,
  control: row.control,
  design: row.design,
  operation: row.operation,
  text: row.text,
  preparedBy: row.prepared_by,
  preparedAt: row.prepared_at,
  reviewedBy: row.reviewed_by,
  reviewedAt: row.reviewed_at,
})

/** The standing conclusion of a control, or null. */
export function conclusionOf(db: ReadableDb, framework: FrameworkId, control: string): Conclusion | null {
  const row = query<[string, string], Row>(
    db,
    `select ${COLUMNS} from conclusion where framework = ? and control = ? order by act_id desc limit 1`,
  ).get(framework, control)
  return row ? shown(row) : null
}

/** The standing conclusions of a framework, one per concluded control. */
export function conclusionsOf(db: ReadableDb, framework: FrameworkId): Conclusion[] {
  return query<[string], Row>(
    db,
    `select ${COLUMNS} from conclusion c where framework = ? and act_id =
       (select max(act_id) from conclusion o where o.framework = c.framework and o.control = c.control)`,
  )
    .all(framework)
    .map(shown)
}

function keep(
  db: WritableDb,
  kind: 'conclusion' | 'review',
  at: string,
  actor: string,
  says: string,
  conclusion: Conclusion,
): Act {
  return recordAct(db, {
    at,
    actor,
    kind,
    says,
    rows: [{ ...conclusion }],
    store: (act) =>
      write<[number, string, string, string, string, string, string, string, string | null, string | null]>(
        db,
        `insert into conclusion (act_id, ${COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        act,
        conclusion.framework,
        conclusion.control,
        conclusion.design,
        conclusion.operation,
        conclusion.text,
        conclusion.preparedBy,
        conclusion.preparedAt,
        conclusion.reviewedBy,
        conclusion.reviewedAt,
      ),
  })
}

/** Keeps what the preparer concludes; an earlier review no longer holds. */
export function conclude(
  db: WritableDb,
  input: z.infer<typeof ConclusionInput>,
  who: { readonly at: string; readonly actor: string; readonly preparer: string },
): Act {
  const conclusion = {
    ...input,
    preparedBy: who.preparer,
    preparedAt: who.at,
    reviewedBy: null,
    reviewedAt: null,
  }
  return keep(db, 'conclusion', who.at, who.actor, `${input.control} concluded`, conclusion)
}

/** Keeps the reviewer's sign-off of the standing conclusion. The reviewer must be another person than the preparer. */
export function review(
  db: WritableDb,
  framework: FrameworkId,
  control: string,
  who: { readonly at: string; readonly actor: string; readonly reviewer: string },
): Act {
  const standing = conclusionOf(db, framework, control)
  if (!standing)
    throw problem('wrong-use', { what: `${control} has no conclusion yet`, remedy: 'conclude it first' })
  if (standing.preparedBy.trim().toLowerCase() === who.reviewer.trim().toLowerCase())
    throw problem('wrong-use', {
      what: `${who.reviewer} prepared this conclusion`,
      remedy: 'a different person has to review it',
    })
  return keep(db, 'review', who.at, who.actor, `${control} reviewed`, {
    ...standing,
    reviewedBy: who.reviewer,
    reviewedAt: who.at,
  })
}
