import type { Sheet } from './sheet.ts'
import { archivesSheet } from './sheets/archives.ts'
import { checksSheet } from './sheets/checks.ts'
import { completenessSheet } from './sheets/completeness.ts'
import { coverSheet } from './sheets/cover.ts'
import { endpointsSheet } from './sheets/endpoints.ts'
import { eventsSheet } from './sheets/events.ts'
import { findingsSheet } from './sheets/findings.ts'
import { frameworkSheet } from './sheets/framework.ts'
import { journalSheet } from './sheets/journal.ts'
import { leftOutSheet } from './sheets/left-out.ts'
import { listsSheet } from './sheets/lists.ts'
import { mappingSheet } from './sheets/mapping.ts'
import { notReadSheet } from './sheets/not-read.ts'
import { placesOf } from './sheets/places.ts'
import { policySheet } from './sheets/policy.ts'
import { registerSheet } from './sheets/register.ts'
import { requestsSheet } from './sheets/requests.ts'
import { resultsSheet } from './sheets/results.ts'
import { summarySheet } from './sheets/summary.ts'
import { topicSheet } from './sheets/topics/topic-sheet.ts'
import { inOrder } from './sheets/topics/topics.ts'
import type { WorkbookSource } from './workbook-source.ts'

/** All sheets behind the cover, in the order of the workbook; each made when it is its turn. */
function* sheetsOf(source: WorkbookSource): Iterable<Sheet> {
  const places = placesOf(source)
  const policy = policySheet(source)
  yield completenessSheet(source)
  yield summarySheet(source, places)
  for (const framework of source.frameworks()) yield frameworkSheet(source, places, framework)
  yield findingsSheet(source, places)
  yield resultsSheet(source, places)
  yield checksSheet(source, places)
  if (policy) yield policy
  yield mappingSheet(source, places)
  yield registerSheet(source, places)
  const topics = places.topics.map(({ topic }) => topic)
  for (const topic of topics.toSorted(inOrder)) yield topicSheet(source, places, topic)
  yield eventsSheet(source)
  yield archivesSheet(source)
  yield notReadSheet(source)
  yield listsSheet(source)
  yield endpointsSheet(source)
  yield requestsSheet(source)
  yield leftOutSheet(source)
  yield journalSheet(source)
}

/** The workbook of one collection as a list of sheets, their rows read only when they are drawn. */
export function* workbookSheets(source: WorkbookSource): Iterable<Sheet> {
  const made: Sheet[] = []
  yield coverSheet(source, () => made)
  for (const sheet of sheetsOf(source)) {
    made.push(sheet)
    yield sheet
  }
}
