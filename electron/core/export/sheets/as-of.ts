import type { WorkbookSource } from '../workbook-source.ts'
import { moment } from './words.ts'

/** Where a sheet's data come from and as of when, as the first sentence of its notes. */
export function asOf({ collection }: WorkbookSource): string {
  return `Heroku as of ${moment(collection.startedAt)}, collection ${collection.id}.`
}
