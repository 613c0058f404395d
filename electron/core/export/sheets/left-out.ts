import type { Sheet } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { asOf } from './as-of.ts'
import { prose } from './column.ts'
import { SHEET } from './names.ts'

/** Which fields Heroku sent that were not kept. */
export function leftOutSheet(source: WorkbookSource): Sheet {
  return {
    name: SHEET.leftOut,
    title: 'Fields left out',
    about: 'Names of fields that Heroku sent and that were not kept',
    notes: [
      `${asOf(source)} Only fields named in advance are kept. These came with an answer and were dropped before anything was stored: secrets, and what no evidence needs.`,
    ],
    columns: [prose('Endpoint', 60), prose('Fields', 120)],
    *rows() {
      for (const { pattern, fields } of source.dropped()) yield { cells: [pattern, fields.join(', ')] }
    },
  }
}
