import type { Sheet, SheetGroup } from './sheet.ts'
import { archivesSheet } from './sheets/archives.ts'
import { attestationsSheet } from './sheets/attestations.ts'
import { changesSheet } from './sheets/changes.ts'
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
import { periodSheet } from './sheets/period.ts'
import { placesOf } from './sheets/places.ts'
import { policySheet } from './sheets/policy.ts'
import { registerSheet } from './sheets/register.ts'
import { requestsSheet } from './sheets/requests.ts'
import { resultsSheet } from './sheets/results.ts'
import { substituteTimelineSheet } from './sheets/substitute-timeline.ts'
import { summarySheet } from './sheets/summary.ts'
import { toldSheet } from './sheets/told.ts'
import { topicSheet } from './sheets/topics/topic-sheet.ts'
import { inOrder } from './sheets/topics/topics.ts'
import { workSheets } from './sheets/work/index.ts'
import type { WorkbookSource } from './workbook-source.ts'

/** All sheets behind the cover, in the order of the workbook; each made when it is its turn. */
function* sheetsOf(source: WorkbookSource): Iterable<Sheet> {
  const places = placesOf(source)
  const period = periodSheet(source, places)
  const policy = policySheet(source)
  const changes = changesSheet(source, places)
  const told = toldSheet(source)
  const timeline = substituteTimelineSheet(source)
  const attestations = attestationsSheet(source)
  const topics = places.topics.map(({ topic }) => topic).toSorted(inOrder)
  const as = (group: SheetGroup, sheet: Sheet): Sheet => ({ ...sheet, group })
  yield as('front', completenessSheet(source))
  yield as('front', summarySheet(source, places))
  for (const framework of source.frameworks()) yield as('controls', frameworkSheet(source, places, framework))
  yield as('results', findingsSheet(source, places))
  yield as('results', resultsSheet(source, places))
  if (period) yield as('results', period)
  yield as('results', checksSheet(source, places))
  if (policy) yield as('results', policy)
  yield as('results', mappingSheet(source, places))
  if (changes) yield as('results', changes)
  for (const sheet of workSheets(source, places)) yield as('results', sheet)
  yield as('evidence', registerSheet(source, places))
  for (const topic of topics) yield as('evidence', topicSheet(source, places, topic))
  if (told) yield as('evidence', told)
  if (attestations) yield as('evidence', attestations)
  yield as('evidence', eventsSheet(source))
  yield as('evidence', archivesSheet(source))
  if (timeline) yield as('evidence', timeline)
  yield as('provenance', notReadSheet(source))
  yield as('provenance', listsSheet(source))
  yield as('provenance', endpointsSheet(source))
  yield as('provenance', requestsSheet(source))
  yield as('provenance', leftOutSheet(source))
  yield as('provenance', journalSheet(source))
}

/** The workbook of one collection as a list of sheets, their rows read only when they are drawn. */
export function* workbookSheets(source: WorkbookSource): Iterable<Sheet> {
  const made: Sheet[] = []
  yield { ...coverSheet(source, () => made), group: 'front' }
  for (const sheet of sheetsOf(source)) {
    made.push(sheet)
    yield sheet
  }
}
