import type { Sheet } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { asOf } from './as-of.ts'
import { instant, number, prose, tally, text } from './column.ts'
import { SHEET } from './names.ts'

/** Every HTTP exchange of the collection: what an item of evidence is traced back to by its request id. */
export function requestsSheet(source: WorkbookSource): Sheet {
  return {
    name: SHEET.requests,
    title: 'Request log',
    about: 'Every exchange with Heroku',
    notes: [
      `${asOf(source)} Every exchange with Heroku, without bodies and credentials. Clock offset is local time less Heroku’s.`,
    ],
    columns: [
      number('Number', 9),
      instant('Sent'),
      text('Host', 22),
      prose('Path', 44),
      prose('Range asked', 22),
      prose('Range got', 40),
      prose('Next range', 26),
      number('Status', 8),
      prose('Request id', 20),
      text('API version', 12),
      instant('Heroku’s date'),
      tally('Clock offset (ms)', 10),
      tally('Took (ms)', 10),
      tally('Bytes', 11),
      tally('Records', 9),
      number('Attempts', 10),
      prose('ETag', 24),
    ],
    *rows() {
      for (const r of source.requests()) {
        const asked = [r.seq, r.sentAt, r.host, r.path, r.range.asked, r.range.got, r.range.next]
        const offset = r.clockOffsetMs === null ? null : Math.round(r.clockOffsetMs)
        const answer = [r.status, r.requestId, r.apiVersion, r.serverDate, offset, Math.round(r.durationMs)]
        yield { cells: [...asked, ...answer, r.bytes, r.count, r.attempts, r.etag] }
      }
    },
  }
}
