import { canonicalJson } from './canonical.ts'
import { query, type ReadableDb } from './db.ts'
import { JOURNAL_START, type JournalRow, journalHash, journalHead, journalRows } from './journal.ts'
import { engagementOf } from './locker.ts'
import type { Sliced } from './slices.ts'
import type { Broken } from './verify.ts'

const BATCH = 200

function broken(seq: number, what: string): Broken {
  return { kind: 'journal', entry: `journal entry ${seq}`, what }
}

/** Recomputes the journal's chain up to the head as it stands when this begins. */
export function* verifyJournal(db: ReadableDb): Sliced<Broken | null> {
  const head = journalHead(db)
  let before: Buffer = JOURNAL_START
  for (let seq = 0; seq < head.seq; ) {
    const rows: readonly JournalRow[] = journalRows(db, seq, Math.min(BATCH, head.seq - seq))
    for (const row of rows) {
      if (row.seq !== seq + 1) return broken(seq + 1, 'is missing')
      seq = row.seq
      if (!journalHash(before, row).equals(row.hash))
        return broken(seq, 'does not follow from its text and the entry before it')
      before = row.hash
    }
    if (rows.length === 0) return broken(seq + 1, 'is missing')
    yield rows.length
  }
  if (before.toString('hex') !== head.hash)
    return broken(head.seq, 'is not the one that the locker names as last')
  const later = journalRows(db, head.seq, 1)[0]
  if (later !== undefined && journalHead(db).seq === head.seq)
    return broken(later.seq, 'comes after the one that the locker names as last')
  return verifyEngagement(db)
}

/** Compares the engagement with what the journal says of it last. */
function verifyEngagement(db: ReadableDb): Broken | null {
  const told = query<[], { engagement: string }>(
    db,
    `select detail ->> '$.engagement' as engagement from journal
     where detail ->> '$.engagement' is not null order by seq desc limit 1`,
  ).get()
  return told !== undefined && canonicalJson(JSON.parse(told.engagement)) === canonicalJson(engagementOf(db))
    ? null
    : { kind: 'file', entry: 'the engagement', what: 'is not the one that the journal tells' }
}
