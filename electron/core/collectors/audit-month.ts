import { isProblem, type Problem } from '../../../shared/errors.ts'
import type { Outcome, RequestRecord } from '../../../shared/model/collection.ts'
import type { ArchiveContent, Ref } from '../../../shared/model/content.ts'
import { Refused, type TrackedReader } from '../heroku/client.ts'
import { archiveKnown } from '../store/archives.ts'
import { archiveContent, lostArchiveContent } from '../store/events-content.ts'
import { ingestArchive } from '../store/events-ingest.ts'
import { type PublishedArchive, readArchive } from './audit-trail-events.ts'
import type { Run } from './running.ts'

/** How often a download is begun that breaks off in the middle; one that does not begin is tried again by the client. */
const ATTEMPTS = 3

/** What goes wrong with one archive and not with the others. */
const OF_ONE_ARCHIVE: readonly string[] = ['archive-damaged', 'archive-too-large', 'host-unreachable']

/** What came of one month: the item, how its reading ended, and the exchange it rests on. */
export interface Month {
  readonly content: ArchiveContent
  readonly ended: { readonly path: string | null; readonly outcome: Outcome; readonly reason: string | null }
  readonly exchange: RequestRecord | null
  readonly exchanges: readonly RequestRecord[]
  /** The storage did not answer, which may be so for the other months too. */
  readonly unreachable: boolean
}

type Ended = Pick<Month, 'content' | 'ended' | 'unreachable'>

const READ = { path: null, outcome: 'read', reason: null } as const

/** An archive that the locker holds already, of which nothing has to be fetched; null where it has to be. */
export function heldMonth(
  run: Run,
  enterprise: Ref,
  archive: PublishedArchive,
  listedBy: RequestRecord | null,
): Month | null {
  const held = archiveKnown(run.db, enterprise.id, archive)
  if (held === null) return null
  const content = archiveContent(enterprise, archive, held)
  return { content, ended: READ, exchange: listedBy, exchanges: [], unreachable: false }
}

/** A month that is not fetched, because the storage did not answer for others. */
export function unfetchedMonth(
  enterprise: Ref,
  archive: PublishedArchive,
  listedBy: RequestRecord | null,
): Month {
  const reason = 'not fetched: the storage of audit archives did not answer for other months'
  const content = lostArchiveContent(enterprise, archive)
  const ended = { path: null, outcome: 'failed', reason } as const
  return { content, ended, exchange: listedBy, exchanges: [], unreachable: true }
}

/**
 * Fetches one month and takes its events over. What is damaged, refused or does not arrive becomes an item too.
 * @throws Problem where the collection has to stop; the signal's reason
 */
export async function fetchMonth(run: Run, enterprise: Ref, archive: PublishedArchive): Promise<Month> {
  const reader = run.client.reader(run.client.subject())
  const downloads: RequestRecord[] = []
  const month = await fetched(run, reader, enterprise, archive, downloads)
  const [asked = null] = reader.exchanges()
  return { ...month, exchange: asked, exchanges: [...reader.exchanges(), ...downloads] }
}

async function fetched(
  run: Run,
  reader: TrackedReader,
  enterprise: Ref,
  archive: PublishedArchive,
  downloads: RequestRecord[],
): Promise<Ended> {
  try {
    const { url, ...meta } = await readArchive(reader, enterprise, archive)
    for (let attempt = 1; ; attempt++) {
      const outcome = await takenOver(run, enterprise, meta, url.reveal(), downloads)
      if (!isProblem(outcome)) return { content: outcome, ended: READ, unreachable: false }
      const unreachable = outcome.kind === 'host-unreachable'
      if (unreachable && downloads.length === attempt && attempt < ATTEMPTS) continue
      const ended = { path: pathOf(enterprise, meta), outcome: 'failed', reason: reasonOf(outcome) } as const
      return { content: lostArchiveContent(enterprise, meta, outcome), ended, unreachable }
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { path, outcome, reason } = error
    const content = lostArchiveContent(enterprise, archive)
    return { content, ended: { path, outcome, reason }, unreachable: false }
  }
}

/** Downloads and ingests once; a Problem that concerns this archive alone is given back rather than thrown. */
async function takenOver(
  run: Run,
  enterprise: Ref,
  meta: PublishedArchive,
  url: string,
  downloads: RequestRecord[],
): Promise<ArchiveContent | Problem> {
  const { db, collectionId, signal, progress } = run
  let counted = 0
  const onProgress = (events: number) => {
    progress.events(events - counted)
    counted = events
    progress.tell(`audit archive ${meta.year}-${meta.month}, ${events} events`)
  }
  try {
    const download = await run.client.download(url)
    try {
      const { stream } = download
      const ingested = await ingestArchive(db, { collectionId, enterprise, meta, stream, signal, onProgress })
      return ingested.content
    } finally {
      downloads.push(download.record())
    }
  } catch (error) {
    progress.events(-counted)
    const ofThisArchive = isProblem(error) && OF_ONE_ARCHIVE.includes(error.kind)
    if (!ofThisArchive || signal.aborted) throw error
    return error
  }
}

/** A connection that broke is tried again anyway; what else goes wrong needs a person, who is told what to do. */
function reasonOf({ kind, what, remedy }: Problem): string {
  return kind === 'host-unreachable' ? what : `${what}: ${remedy}`
}

function pathOf(enterprise: Ref, { year, month }: PublishedArchive): string {
  return `/enterprise-accounts/${enterprise.id}/archives/${year}/${month}`
}
