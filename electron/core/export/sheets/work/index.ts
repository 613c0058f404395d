import type { Sheet } from '../../sheet.ts'
import type { WorkbookSource } from '../../workbook-source.ts'
import type { Places } from '../places.ts'
import { conclusionsSheet } from './conclusions.ts'
import { clientRequestsSheet, notesSheet, peoplesFindingsSheet } from './dialogue.ts'
import { exceptionsSheet } from './exceptions.ts'
import { inheritedSheet } from './inherited.ts'
import { legendSheet, marksSheet } from './legend.ts'
import { accessReviewsSheet, trailReviewsSheet } from './reviews.ts'
import { sampleItemsSheet, samplesSheet } from './samples.ts'
import { vendorDocumentsSheet } from './vendor-documents.ts'

/** What people decided, tested, asked and signed: only the sheets that have rows. */
export function workSheets(source: WorkbookSource, places: Places): readonly Sheet[] {
  return [
    conclusionsSheet(source),
    exceptionsSheet(source, places),
    samplesSheet(source),
    sampleItemsSheet(source),
    marksSheet(source),
    legendSheet(source),
    peoplesFindingsSheet(source),
    clientRequestsSheet(source),
    notesSheet(source),
    accessReviewsSheet(source),
    trailReviewsSheet(source),
    vendorDocumentsSheet(source),
    inheritedSheet(source),
  ].filter((sheet) => sheet !== null)
}
