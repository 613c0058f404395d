import type { DocumentReview, ReviewSheet } from '../../../../../shared/model/records/document-review.ts'
import type { RecordItem } from '../../../../../shared/model/records.ts'
import type { DocumentInfo } from '../../../../../shared/model/work.ts'
import type { Cell, Row, Sheet } from '../../sheet.ts'
import type { WorkbookSource } from '../../workbook-source.ts'
import { prose, state, text } from '../column.ts'
import { SHEET } from '../names.ts'
import { counted } from '../words.ts'
import { spelled } from './spelled.ts'

/** `periodStart` as `Period start`. */
function words(key: string): string {
  const spaced = key.replace(/([A-Z])/g, ' $1').toLowerCase()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

function shown(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map(shown).join(', ')
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, said]) => `${name}: ${shown(said)}`)
      .join('; ')
  return String(value ?? '')
}

const RESULT = { 'no-exception': 'No exception.', exception: 'An exception, see there.' } as const

const APART: ReadonlySet<string> = new Set(['of', 'exceptions', 'controls', 'tests'])

/** What a sheet says, fact by fact; what it leaves empty is left out. */
function* factsOf(sheet: ReviewSheet): Iterable<readonly [part: string, item: string, ...Cell[]]> {
  for (const [key, value] of Object.entries(sheet)) {
    const said = APART.has(key) ? '' : shown(value)
    if (said !== '') yield ['Fact', words(key), said]
  }
  if (sheet.of !== 'soc2-report') return
  for (const { id, area, text: said, test, result } of sheet.tests ?? [])
    yield ['Tested by auditor', `${id} (${area})`, said, `${test} ${RESULT[result]}`.trim()]
  for (const { id, text: said, assessment, assessedBy } of sheet.exceptions)
    yield ['Exception', id, said, assessment || 'NOT assessed', null, assessedBy || null]
  for (const { id, text: said, answer, evidence, answeredBy } of sheet.controls)
    yield [
      'User control',
      id,
      said,
      answer || 'NOT answered',
      evidence.join('\n') || null,
      answeredBy || null,
    ]
}

function* rowsOf(document: DocumentInfo, review: DocumentReview | null): Iterable<Row> {
  const name = `D-${document.id} ${document.title}`
  const dates = [document.validFrom, document.validTo].map((day) => day ?? '…').join(' to ')
  const head = [name, spelled(review?.sheet.of ?? document.type), review?.confidentiality ?? null]
  const by = review && `${review.reviewedBy}, ${review.reviewedOn}`
  const file = `${document.fileName}, SHA-256 ${document.sha256}`
  const valid = dates === '… to …' ? null : dates
  yield {
    tone: review ? 'plain' : 'unknown',
    cells: [...head, review ? 'Document' : 'Not reviewed', valid, file, null, null, by],
  }
  if (review === null) return
  if (review.confidentiality === 'restricted') {
    yield { tone: 'muted', cells: [...head, 'Restricted', null, 'What it says stays in the locker.'] }
    return
  }
  for (const [part, ...cells] of factsOf(review.sheet)) {
    const open = cells.some((cell) => typeof cell === 'string' && /^NOT (assessed|answered)$/.test(cell))
    yield { tone: open ? 'bad' : 'plain', cells: [...head, part, ...cells] }
  }
}

/**
 * Documents with what their review sheets say. Of a restricted one only title, hash and dates leave the locker;
 * null where no document is on file.
 */
export function vendorDocumentsSheet(source: WorkbookSource): Sheet | null {
  const documents = source.documents()
  if (documents.length === 0) return null
  const reviews = new Map(
    source
      .records('document-review')
      .map((one: RecordItem<'document-review'>) => [one.content.document, one]),
  )
  return {
    name: SHEET.vendorDocuments,
    title: 'Register of documents',
    about: `${counted(documents.length, 'document')} with what their review sheets say`,
    notes: [
      'Files stay in the locker; they are known by their SHA-256. Of what is restricted only title, hash and dates are told.',
    ],
    columns: [
      prose('Document', 30),
      text('Kind', 18, { wrap: true }),
      text('Class', 11),
      state('Part', 16),
      prose('Item', 20),
      prose('What it says', 50),
      prose('Own answer or assessment', 36),
      prose('Evidence', 22),
      prose('By', 18),
    ],
    *rows() {
      for (const document of documents) yield* rowsOf(document, reviews.get(document.id)?.content ?? null)
    },
  }
}
