import { join } from 'node:path'
import { archiveHead, archivesOf } from '../../../../electron/core/store/archives.ts'
import { hex } from '../../../../electron/core/store/canonical.ts'
import { countEventsIn, startCollection } from '../../../../electron/core/store/collections.ts'
import type { WritableDb } from '../../../../electron/core/store/db.ts'
import { type ArchiveInput, ingestArchive } from '../../../../electron/core/store/events-ingest.ts'
import { runsOfArchive } from '../../../../electron/core/store/events-runs.ts'
import { ARCHIVE_TAKEN } from '../../../../electron/core/store/events-seal.ts'
import { appendJournal } from '../../../../electron/core/store/journal.ts'
import { closeLocker, createLocker } from '../../../../electron/core/store/open.ts'
import { BIRTH, FACTS, KEY, testFolder } from '../../../fakes/locker.ts'

type Row = Record<string, unknown>

/** What an archive writes, in an order that keeps references. */
const TABLES = ['event_dim', 'event', 'event_block', 'event_term', 'event_ref', 'event_run', 'event_count']

/**
 * Takes an archive over as versions before 7 did, which counted no days: it is taken over into another locker, and
 * what that has of it is written here, with the head of a chain that knows of no days.
 */
export async function takeWithoutDays(db: WritableDb, input: ArchiveInput): Promise<void> {
  const other = createLocker(join(testFolder(), 'other.locker'), KEY, BIRTH)
  const { archive } = await ingestArchive(other, { ...input, collectionId: startCollection(other, FACTS) })
  const [row] = other.prepare<[], Row>('select * from archive').all()
  const runs = runsOfArchive(other, archive.id)
  const counts = other
    .prepare<[], { month: string; type: string; events: number }>(
      'select month, type, events from event_count',
    )
    .all()
  const { head: _, ...facts } = archive
  const { collectionId } = input
  const head = archiveHead(Buffer.alloc(32), { ...facts, collectionId }, runs, counts, [])
  insert(db, 'archive', { ...row, collection_id: collectionId, head })
  for (const table of TABLES)
    for (const one of other.prepare<[], Row>(`select * from ${table}`).all()) insert(db, table, one)
  closeLocker(other)
  countEventsIn(db, collectionId, archive.kept)
  const detail = { id: archive.id, head: hex(head) }
  appendJournal(db, { actor: 'ana@laptop', action: ARCHIVE_TAKEN, detail, at: archive.ingestedAt })
  if (archivesOf(db).length !== 1) throw new Error('the archive was not written')
}

function insert(db: WritableDb, table: string, row: Row): void {
  const names = Object.keys(row)
  const values = names.map((name) => `@${name}`)
  db.prepare(`insert into ${table} (${names.join()}) values (${values.join()})`).run(row)
}
