export {
  type Archive,
  type ArchiveMeta,
  archiveKnown,
  archiveName,
  archivesOf,
  type MonthOfType,
} from './archives.ts'
export { archiveContent, lostArchiveContent } from './events-content.ts'
export { countEvents, eventHistogram } from './events-count.ts'
export { type ArchiveInput, type Ingested, ingestArchive } from './events-ingest.ts'
export { eachEvent, eachEventUpTo, eventBySeq, eventDetails, eventPage } from './events-read.ts'
export { verifyEvents } from './events-verify.ts'
