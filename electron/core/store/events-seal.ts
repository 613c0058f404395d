import type { Ref } from '../../../shared/model/content.ts'
import { DIMENSIONS } from '../events/facts.ts'
import type { Contents, Run } from '../events/messages.ts'
import {
  ARCHIVES_START,
  type Archive,
  type ArchiveMeta,
  archiveHead,
  archiveName,
  lastArchive,
  type MonthOfType,
} from './archives.ts'
import { hex } from './canonical.ts'
import { countEventsIn, getCollection } from './collections.ts'
import { inTransaction, type WritableDb, write } from './db.ts'
import { insertDays } from './events-days.ts'
import type { HashedRun } from './events-runs.ts'
import { appendJournal } from './journal.ts'

/** Events by month (`2026-05`) and type. */
export type MonthCounts = Map<string, Map<string, number>>

/** The journal's word for an archive that was taken over; its detail names the heads of both chains. */
export const ARCHIVE_TAKEN = 'archive.taken'

/** Adds a run to the counts. */
export function countRun(counts: MonthCounts, { n, at, columns, values }: Run): void {
  let end = Number.NEGATIVE_INFINITY
  let types = new Map<string, number>()
  for (let i = 0; i < n; i++) {
    const time = at[i] as number
    if (time >= end) {
      const date = new Date(time)
      const month = date.toISOString().slice(0, 7)
      end = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1)
      types = counts.get(month) ?? new Map()
      counts.set(month, types)
    }
    const type = values[(columns[DIMENSIONS.length * i] as number) - 1]?.[1] ?? ''
    types.set(type, (types.get(type) ?? 0) + 1)
  }
}

/** Everything about an archive whose events are stored. */
export interface ToSeal {
  readonly collectionId: number
  readonly enterprise: Ref
  readonly meta: ArchiveMeta
  readonly contents: Contents
  readonly runs: readonly HashedRun[]
  readonly counts: MonthCounts
}

/** Makes an archive's events part of the locker, all at once, with a line in the journal. */
export function sealArchive(
  db: WritableDb,
  { collectionId, enterprise, meta, contents, runs, counts }: ToSeal,
): Archive {
  return inTransaction(db, () => {
    const before = lastArchive(db)
    const ingestedAt = new Date().toISOString()
    const { head: eventsHead, days, ...told } = contents
    const last = runs.at(-1)
    const facts: Omit<Archive, 'head'> = {
      ...told,
      id: (before?.id ?? 0) + 1,
      collectionId,
      enterprise: { id: enterprise.id, name: enterprise.name },
      year: meta.year,
      month: meta.month,
      createdAt: meta.created_at,
      checksum: meta.checksum.toLowerCase(),
      size: meta.size,
      firstSeq: runs[0]?.first ?? null,
      lastSeq: last === undefined ? null : last.first + last.n - 1,
      eventsHead: hex(eventsHead),
      ingestedAt,
    }
    const counted = [...counts].flatMap(([month, types]) =>
      Array.from(types, ([type, events]): MonthOfType => ({ month, type, events })),
    )
    const start = before === null ? ARCHIVES_START : Buffer.from(before.head, 'hex')
    const head = archiveHead(start, facts, runs, counted, days)
    const archive = { ...facts, head: hex(head) }
    insertArchive(db, archive)
    for (const run of runs)
      write<unknown[]>(db, 'insert into event_run values (?, ?, ?, ?, ?, ?)').run(
        ...[run.first, archive.id, run.n, run.firstAt, run.lastAt, run.index],
      )
    for (const { month, type, events } of counted)
      write<unknown[]>(db, 'insert into event_count values (?, ?, ?, ?)').run(archive.id, month, type, events)
    insertDays(db, archive.id, days)
    countEventsIn(db, collectionId, archive.kept)
    appendJournal(db, {
      actor: getCollection(db, collectionId)?.collector ?? 'evidence-locker',
      action: ARCHIVE_TAKEN,
      detail: {
        id: archive.id,
        archive: archiveName(enterprise, meta),
        checksum: archive.checksum,
        kept: archive.kept,
        known: archive.known,
        changed: archive.changed,
        eventsHead: archive.eventsHead,
        head: archive.head,
      },
      at: ingestedAt,
    })
    return archive
  })
}

function insertArchive(db: WritableDb, a: Archive): void {
  write<unknown[]>(
    db,
    'insert into archive values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(
    ...[a.id, a.collectionId, a.enterprise.id, a.enterprise.name, a.year, a.month, a.createdAt],
    ...[Buffer.from(a.checksum, 'hex'), a.size, a.envelope, a.bytes, a.events, a.kept, a.known, a.changed],
    ...[a.undated, a.firstAt, a.lastAt, a.firstSeq, a.lastSeq],
    ...[Buffer.from(a.eventsHead, 'hex'), a.ingestedAt, Buffer.from(a.head, 'hex')],
  )
}
