import type { Outcome } from '../../../../shared/model/collection.ts'
import type { Row } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { endpointsOf } from './endpoints.ts'
import { SHEET } from './names.ts'
import { heading, say } from './statement.ts'
import { count, counted, OUTCOME } from './words.ts'

const UNREAD: readonly Outcome[] = ['denied', 'absent', 'gone', 'failed']

function* requests(source: WorkbookSource): Iterable<Row> {
  const endpoints = endpointsOf(source.requests())
  const sum = (of: (one: (typeof endpoints)[number]) => number) =>
    endpoints.reduce((all, one) => all + of(one), 0)
  const versions = [...new Set(endpoints.map((one) => one.apiVersion))].join(', ')
  const total = sum((one) => one.requests)
  const text = `${counted(total, 'request')} to ${counted(endpoints.length, 'endpoint')}, all of them GET, listed with their parameters`
  yield say('Endpoints and parameters', { text, sheet: SHEET.endpoints })
  yield say('API version', versions || 'none')
  yield say('Single requests', {
    text: 'every exchange with its time, status and Heroku’s request id',
    sheet: SHEET.requests,
  })
}

function* lists(source: WorkbookSource): Iterable<Row> {
  let all = 0
  let whole = 0
  let pages = 0
  let records = 0
  for (const list of source.lists()) {
    all += 1
    if (list.complete) whole += 1
    pages += list.pages
    records += list.records
  }
  const open = all - whole
  const ended = open === 0 ? 'each read to its end' : `${counted(open, 'list')} NOT read to the end`
  const text = `${counted(all, 'list')} on ${counted(pages, 'page')} with ${counted(records, 'record')}; ${ended}. Pages, chain of ranges and last status of each`
  yield say('Lists', { text, sheet: SHEET.lists })
}

function* unread(source: WorkbookSource): Iterable<Row> {
  const counts = new Map<Outcome, number>()
  for (const { outcome } of source.readings()) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  const told = (outcomes: readonly Outcome[]) =>
    outcomes
      .filter((outcome) => (counts.get(outcome) ?? 0) > 0)
      .map((outcome) => `${count(counts.get(outcome) ?? 0)} ${OUTCOME[outcome].word.toLowerCase()}`)
      .join(', ')
  const missing = told(UNREAD)
  const off = counts.get('off') ?? 0
  const some = { text: `${missing}: each with subject, path and reason`, sheet: SHEET.notRead }
  yield say('Not read', missing === '' ? 'nothing: every read that was tried was answered' : some)
  yield say(
    'Features that are off',
    off === 0
      ? 'none met'
      : { text: `${counted(off, 'read')} found a feature that is not switched on`, sheet: SHEET.notRead },
  )
}

/** What nobody can read from Heroku with a token. Source: Heroku's API schema and Dev Center. */
const UNKNOWABLE = [
  'Log-ins and log-outs: they are not part of Heroku’s audit trail.',
  'Sessions, SSH keys and OAuth authorizations of people other than the connected account.',
  'The length of sessions, and whether third-party OAuth clients are restricted.',
  'One-off dynos that have ended, and keystroke logs of spaces.',
  'What an identity provider asks of federated people.',
]

/** What was read, how it is known to be whole, and what was not read. */
export function* whatWasRead(source: WorkbookSource): Iterable<Row> {
  const { evidence, unchanged, events } = source.collection.counts
  yield heading('Completeness')
  yield* requests(source)
  yield* lists(source)
  const items = `${counted(evidence, 'item')}, ${count(unchanged)} of them unchanged since an earlier collection`
  yield say('Evidence', { text: items, sheet: SHEET.register })
  yield say('Audit events', `${count(events)} taken over by this collection`)
  yield* unread(source)
  yield say('Not readable at all', UNKNOWABLE.join('\n'))
}
