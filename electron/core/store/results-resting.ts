import type { EvidenceUses } from '../../../shared/contract-evidence.ts'
import type { EvidenceId } from '../../../shared/model/evidence.ts'
import { query, type ReadableDb } from './db.ts'

/** Results of a collection that rest on an item, failures first. The numbers are compared as text: no row is parsed. */
export function resultsRestingOn(
  db: ReadableDb,
  collectionId: number,
  id: EvidenceId,
): EvidenceUses['results'] {
  return query<[number, string], EvidenceUses['results'][number]>(
    db,
    `select check_id as checkId, title, severity, answer, subject, subject_id as subjectId from result
     where collection_id = ? and instr(replace(replace(evidence, '[', ','), ']', ','), ?) > 0
     order by answer <> 'fail', n`,
  ).all(collectionId, `,${id},`)
}
