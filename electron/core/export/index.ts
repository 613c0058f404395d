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

/** All sheets behind the cover, in the order of the workbook. */
function sheetsOf(source: WorkbookSource): readonly Sheet[] {
  const places = placesOf(source)
  const topics = places.topics.map(({ topic }) => topic).toSorted(inOrder)
  const policy = policySheet(source)
  return [
    completenessSheet(source),
    summarySheet(source, places),
    ...source.frameworks().map((framework) => frameworkSheet(source, places, framework)),
    findingsSheet(source, places),
    resultsSheet(source, places),
    checksSheet(source, places),
    ...(policy ? [policy] : []),
    mappingSheet(source, places),
    registerSheet(source, places),
    ...topics.map((topic) => topicSheet(source, places, topic)),
    eventsSheet(source),
    archivesSheet(source),
    notReadSheet(source),
    listsSheet(source),
    endpointsSheet(source),
    requestsSheet(source),
    leftOutSheet(source),
    journalSheet(source),
  ]
}

/** The workbook of one collection as a list of sheets, their rows read only when they are drawn. */
export function workbookSheets(source: WorkbookSource): Iterable<Sheet> {
  const sheets = sheetsOf(source)
  return [coverSheet(source, () => sheets), ...sheets]
}
