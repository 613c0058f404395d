import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import type { ArchiveMeta } from '../../electron/core/store/archives.ts'
import { type CollectionFacts, startCollection } from '../../electron/core/store/collections.ts'
import type { WritableDb } from '../../electron/core/store/db.ts'
import {
  type ArchiveInput,
  INGEST_LIMITS,
  type Ingested,
  type IngestLimits,
  ingestArchive,
} from '../../electron/core/store/events-ingest.ts'
import type { Ref } from '../../shared/model/content.ts'

/** The enterprise account of most tests. */
export const ACME: Ref = { id: '11111111-2222-4333-8444-555555555555', name: 'acme' }

/** An archive as it is published and as it is sent. */
export interface Archived {
  readonly meta: ArchiveMeta
  readonly packed: Buffer
  readonly json: string
}

/** Packs a JSON text into an archive of a month. */
export function archived(json: string | Buffer, year = 2026, month = '05'): Archived {
  const packed = gzipSync(json)
  return { meta: metaOf(packed, year, month), packed, json: json.toString() }
}

/** What is published of a packed archive. */
export function metaOf(packed: Buffer, year = 2026, month = '05'): ArchiveMeta {
  const checksum = createHash('sha256').update(packed).digest('hex')
  return { year, month, created_at: `${year}-${month}-28T00:02:24.870Z`, checksum, size: packed.length }
}

const FACTS: CollectionFacts = {
  startedAt: '2026-11-01T09:00:00.000Z',
  connection: { id: 'c1', label: 'audit' },
  account: 'ana@example.com',
  apiUrl: 'https://api.heroku.com',
  scopes: ['identity', 'read-protected'],
  tokenExpiresAt: null,
  collector: 'ana@laptop',
  appVersion: '0.1.0',
  topics: ['audit-trail-events'],
}

/** A collection that takes archives over. */
export function archiveCollection(db: WritableDb): number {
  return startCollection(db, FACTS)
}

/** How an archive is taken over in a test; what is left out is as usual. */
export interface Taking {
  readonly collectionId?: number
  readonly enterprise?: Ref
  readonly meta?: Partial<ArchiveMeta>
  readonly stream?: Readable
  readonly signal?: AbortSignal
  readonly limits?: Partial<IngestLimits>
  readonly onProgress?: (events: number) => void
  readonly disk?: Exclude<ArchiveInput['disk'], undefined>
}

/** Takes an archive over as a collection would. */
export function take(db: WritableDb, archive: Archived, taking: Taking = {}): Promise<Ingested> {
  const { limits, ...rest } = taking
  const input = {
    collectionId: 1,
    enterprise: ACME,
    stream: Readable.from(piecesOf(archive.packed)),
    signal: new AbortController().signal,
    ...rest,
    meta: { ...archive.meta, ...taking.meta },
  }
  return ingestArchive(db, input, { ...INGEST_LIMITS, ...limits })
}

function* piecesOf(packed: Buffer, size = 1000): Generator<Buffer> {
  for (let at = 0; at < packed.length; at += size) yield packed.subarray(at, at + size)
}

/** Dice that always roll the same: a number in [0, 1). */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** An event as Heroku archives it, as far as it is documented. */
export interface MadeEvent {
  readonly id: string
  readonly type: string
  readonly action: string
  readonly created_at: string
  readonly actor?: { readonly id: string; readonly email: string } | null
  readonly app?: { readonly id: string; readonly name: string } | null
  readonly team?: { readonly id: string; readonly name: string } | null
  readonly request?: { readonly ip_address: string } | null
  readonly data?: unknown
}

/** Some events of a month, in no order of time; the same for the same seed. */
export function someEvents(count: number, seed = 1, year = 2026, month = '05'): MadeEvent[] {
  const roll = dice(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => Math.floor(roll() * 16).toString(16)).join('')
  const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`
  const refs = (names: readonly string[]) => names.map((name) => ({ id: uuid(), name }))
  const people = ['maria@acme.example', 'wei.lee@acme.example', 'Jürgen@contractor.example'].map((email) => ({
    id: uuid(),
    email,
  }))
  const apps = refs(['acme-api', 'acme-web', 'ledger'])
  const teams = refs(['acme-prod', 'acme-lab'])
  const start = Date.UTC(year, Number(month) - 1)
  return Array.from({ length: count }, () => {
    const seconds = Math.floor(roll() * 27 * 24 * 3600)
    return {
      id: uuid(),
      type: pick(['app', 'config_change', 'collaborator', 'code_release']),
      action: pick(['create', 'destroy', 'set']),
      created_at: new Date(start + 1000 * (roll() < 0.2 ? 3600 : seconds)).toISOString(),
      actor: pick([...people, null]),
      app: pick([...apps, null]),
      team: pick(teams),
      request: roll() < 0.1 ? null : { ip_address: pick(['192.0.2.10', '192.0.2.200', '2001:db8::1']) },
      data: pick([
        {},
        { release: { version: Math.floor(roll() * 30) } },
        { changes: { DATABASE_URL: null }, note: `Deploy ${hex(8)}` },
        { text: 'naïve "},{" \\ 日本語' },
      ]),
    }
  })
}

/** Events in the order of the locker: of time, and of the file where times are equal. */
export function inTime(events: readonly MadeEvent[]): MadeEvent[] {
  return events.toSorted((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at))
}
