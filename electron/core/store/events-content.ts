import type { ArchiveContent, Ref } from '../../../shared/model/content.ts'
import { Damaged, TooLarge } from '../events/damaged.ts'
import type { Archive, ArchiveMeta } from './archives.ts'

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}

function published(enterprise: Ref, meta: ArchiveMeta) {
  const { year, month, created_at, checksum, size } = meta
  return {
    enterprise_account: { id: enterprise.id, name: enterprise.name },
    year,
    month,
    created_at,
    checksum,
    size,
  }
}

/** The evidence of an archive that was taken over. */
export function archiveContent(enterprise: Ref, meta: ArchiveMeta, archive: Archive): ArchiveContent {
  return {
    ...published(enterprise, meta),
    downloaded_sha256: archive.checksum,
    downloaded_size: archive.size,
    intact: true,
    events: archive.events,
    first_at: instant(archive.firstAt),
    last_at: instant(archive.lastAt),
    envelope: archive.envelope,
  }
}

/**
 * The evidence of an archive that was not taken over: what was received instead, as far as that is known.
 * `error` is what `ingestArchive` threw; where nothing was downloaded at all, leave it out.
 */
export function lostArchiveContent(enterprise: Ref, meta: ArchiveMeta, error?: unknown): ArchiveContent {
  const cause = error instanceof Error ? error.cause : undefined
  const damaged = cause instanceof Damaged ? cause : null
  return {
    ...published(enterprise, meta),
    downloaded_sha256: damaged?.received?.sha256 ?? null,
    downloaded_size: damaged?.received?.size ?? null,
    intact: damaged === null || damaged instanceof TooLarge ? null : false,
    events: null,
    first_at: null,
    last_at: null,
    envelope: null,
  }
}
