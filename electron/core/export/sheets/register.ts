import { evidenceNumber } from '../../../../shared/model/evidence.ts'
import type { Sheet } from '../sheet.ts'
import { FILL_IN } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { asOf } from './as-of.ts'
import { instant, jump, number, prose, text } from './column.ts'
import { SHEET } from './names.ts'
import type { Places } from './places.ts'

/**
 * The evidence register: every item with what identifies it. Its columns topic, subject id, SHA-256, captured
 * at and request id are what the digest of the collection is made of.
 */
export function registerSheet(source: WorkbookSource, places: Places): Sheet {
  return {
    name: SHEET.register,
    title: 'Evidence register',
    about: 'Every item: where and when it was read, its SHA-256',
    notes: [
      `${asOf(source)} One row per item. SHA-256 is over the canonical JSON (RFC 8785) of its content.`,
      'The topic leads to the content. The request id is Heroku’s own; the request log says more about it.',
    ],
    columns: [
      text('Evidence', 11),
      jump('Topic', 25),
      prose('Subject', 32),
      instant('Captured'),
      prose('Request id', 20),
      prose('Read from', 34),
      prose('SHA-256', 34),
      instant('First seen'),
      number('Seen in collections', 11),
      prose('Subject id', 42),
      text('Tickmark', 10),
    ],
    *rows() {
      for (const entry of source.register()) {
        const { id, topic, subject, capturedAt, requestId, path, hash, firstSeenAt, sightings, subjectId } =
          entry
        const from = path ?? 'derived by Evidence Locker'
        const first = [
          evidenceNumber(id),
          places.content(topic, id),
          subject,
          capturedAt,
          requestId,
          from,
          hash,
        ]
        yield { cells: [...first, firstSeenAt, sightings, subjectId, FILL_IN] }
      }
    },
  }
}
