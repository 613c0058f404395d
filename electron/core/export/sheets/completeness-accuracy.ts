import type { Row } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { SHEET } from './names.ts'
import { heading, say } from './statement.ts'
import { counted } from './words.ts'

const TRANSFORMED = [
  'Only fields named in advance are kept, under Heroku’s own names. Fields that Heroku left out are empty.',
  'Secrets (tokens, passwords, values of config vars, signed addresses) are dropped in memory. To tell equal and changed secrets, a fingerprint under a key of the locker (HMAC-SHA-256) is kept in the locker and is not part of this workbook.',
  'Addresses of log drains are kept without user, password, path and query. Certificates and public keys are reduced to what identifies them, their dates, algorithm and size.',
  'In this workbook times are UTC. Characters that a workbook cannot hold are written out (\\u0007), text past 32,767 characters is cut with a mark; the locker holds the whole.',
]

const RECOMPUTE =
  'Digest of the collection: one line for each row of the register, a JSON array of topic, subject id, SHA-256, captured (as 2026-01-31T09:30:00.000Z) and request id, each line ended by a line feed, sorted by topic, subject id and SHA-256 as bytes; SHA-256 over all lines.'

/** How what was read became what is shown, and how that can be verified. */
export function* accuracy(source: WorkbookSource): Iterable<Row> {
  const { collection, journalHead } = source
  const dropped = source.dropped()
  const fields = new Set(
    dropped.flatMap(({ pattern, fields: names }) => names.map((name) => `${pattern} ${name}`)),
  )
  yield heading('Accuracy')
  yield say('Fields left out', {
    text: `${counted(fields.size, 'field')} of ${counted(dropped.length, 'endpoint')}, by name`,
    sheet: SHEET.leftOut,
  })
  yield say('Transformations', TRANSFORMED.join('\n'))
  yield say(
    'Hashes',
    'SHA-256 over the canonical JSON (RFC 8785) of what was kept of each item, taken when it was stored',
  )
  yield say('Digest of this collection', collection.digest ?? 'none: the collection is not complete')
  yield say('Journal', `entry ${journalHead.seq}, ${journalHead.hash}`)
  yield say('To compute again', RECOMPUTE)
  yield say(
    'To verify the locker',
    'The command `locker verify` computes every hash and chain again and names the first entry that does not match. This workbook can be changed by whoever has it; the locker is the reference.',
  )
}
