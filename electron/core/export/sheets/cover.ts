import { basename } from 'node:path'
import { type Cell, FILL_IN, type Row, type Sheet } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { text } from './column.ts'
import { SHEET } from './names.ts'
import { heading, say } from './statement.ts'
import { ANSWER, count, counted, moment, STATUS, type Word } from './words.ts'

/** Marks for auditors, as a proposal; each firm has its own. */
const TICKMARKS = [
  ['✓', 'Agreed to Heroku’s own screen or answer'],
  ['Σ', 'Counted or added up again'],
  ['#', 'Hash computed again'],
  ['R', 'Traced to the request log'],
  ['X', 'Exception, see note'],
  ['N/A', 'Not applicable'],
] as const

const HOW_TO_READ = [
  `Begin with ${SHEET.completeness}: how the evidence was produced, what it covers and what it does not.`,
  `Each framework has a sheet with its controls. From a control, the status leads to ${SHEET.results}, the number of items to ${SHEET.mapping} and from there to the evidence.`,
  `Each item of evidence has a number (E-000001). ${SHEET.register} says where and when it was read and holds its SHA-256; its topic leads to the content.`,
  `By the request id, ${SHEET.requests} tells the exchange with Heroku that an item came from.`,
  'Yellow fields are empty for you. Nothing in this workbook is a formula.',
]

function* engagement(source: WorkbookSource): Iterable<Row> {
  const { organisation, period, timeZone, preparer, reviewer } = source.locker.engagement
  yield heading('Engagement')
  yield say('Organisation', organisation)
  yield say('Audit period', `${period.start} to ${period.end}${timeZone === 'UTC' ? '' : ` (${timeZone})`}`)
  yield say(
    'Frameworks',
    source
      .frameworks()
      .map(({ title }) => title)
      .join('\n'),
  )
  yield say('System', `Heroku (${source.collection.apiUrl})`)
  yield say('Workpaper reference', FILL_IN)
  yield say('Prepared by', preparer)
  yield say('Date prepared', FILL_IN)
  yield say('Reviewed by', reviewer ?? FILL_IN)
  yield say('Date reviewed', FILL_IN)
}

function* evidence(source: WorkbookSource): Iterable<Row> {
  const { collection, locker, journalHead } = source
  const missing = source.notRead().length
  const unread: Cell =
    missing === 0
      ? 'nothing'
      : { text: `${counted(missing, 'read')}, listed with reasons`, sheet: SHEET.notRead }
  yield heading('Evidence')
  yield say(
    `Collection ${collection.id}`,
    `${moment(collection.startedAt)} to ${moment(collection.finishedAt)}, ${collection.state}, read as ${collection.account}`,
  )
  yield say(
    'Items',
    `${count(collection.counts.evidence)}, and ${count(source.eventCounts().inPeriod)} audit events of the period`,
  )
  yield say('Not read', unread)
  yield say('Digest of the collection', collection.digest ?? 'none: the collection is not complete')
  yield say('Locker', `${basename(locker.file)}, id ${locker.id}, made by version ${locker.createdBy}`)
  yield say('Head of its journal', `entry ${journalHead.seq}, ${journalHead.hash}`)
  yield say(
    'This workbook',
    `made ${moment(source.generatedAt)} by ${source.actor} with Evidence Locker ${source.appVersion}`,
  )
}

function* legend(title: string, words: readonly Word[]): Iterable<Row> {
  yield heading(title)
  for (const { word, tone, means } of words) yield { tone, cells: [word, means] }
}

/** Front page: what this is, about whom, how to read it, and where everything stands. */
export function coverSheet(
  source: WorkbookSource,
  others: () => readonly Pick<Sheet, 'name' | 'title' | 'about'>[],
): Sheet {
  const { organisation, period } = source.locker.engagement
  return {
    name: SHEET.cover,
    title: `Evidence workpapers: ${organisation}`,
    notes: [`Heroku, audit period ${period.start} to ${period.end}`],
    layout: 'page',
    columns: [text('', 28, { toned: true }), text('', 92, { wrap: true })],
    *rows() {
      yield* engagement(source)
      yield* evidence(source)
      yield heading('How to read this workbook')
      for (const [index, line] of HOW_TO_READ.entries()) yield say(`${index + 1}.`, line)
      yield* legend('Answers of a check', Object.values(ANSWER))
      yield* legend('Status of a control', Object.values(STATUS))
      yield heading('Tickmarks, proposed')
      for (const [mark, means] of TICKMARKS) yield say(mark, means)
      yield heading('Contents')
      for (const { name, title, about } of others())
        yield { cells: [{ text: name, sheet: name }, about ?? title] }
    },
  }
}
