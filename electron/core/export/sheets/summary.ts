import { ANSWERS, SEVERITIES } from '../../../../shared/model/check.ts'
import type { Row, Sheet } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { asOf } from './as-of.ts'
import { jump, tally } from './column.ts'
import { frameworkSheetName, SHEET } from './names.ts'
import type { Places } from './places.ts'
import { type Tally, tallies, total } from './tallies.ts'
import { inOrder, topicTitle } from './topics/topics.ts'
import { ANSWER, moment, SEVERITY } from './words.ts'

const BLANK: Row = { cells: [] }
const NONE: Tally = { pass: 0, fail: 0, 'not-applicable': 0, 'not-evaluated': 0 }

function* results(source: WorkbookSource): Iterable<Row> {
  const run = source.checkRun()
  yield {
    tone: 'heading',
    cells: ['Check results by severity', ...ANSWERS.map((answer) => ANSWER[answer].word), 'All'],
  }
  if (run === null) {
    yield { tone: 'muted', cells: ['The checks have not been run over this collection.'] }
    return
  }
  const counts = tallies(source.results(), (result) => result.severity)
  const line = (name: string, tally: Tally): Row => ({
    cells: [name, ...ANSWERS.map((answer) => tally[answer]), total(tally)],
  })
  for (const severity of SEVERITIES) yield line(SEVERITY[severity], counts.get(severity) ?? NONE)
  const all = [...counts.values()].reduce(
    (sum, tally) =>
      Object.fromEntries(ANSWERS.map((answer) => [answer, sum[answer] + tally[answer]])) as Tally,
    NONE,
  )
  yield line('All', all)
}

function* coverage(source: WorkbookSource): Iterable<Row> {
  const titles = ['Requirements', 'Mapped', 'Supported', 'Exception', 'Evidence only', 'Not covered']
  yield { tone: 'heading', cells: ['Frameworks, counted in requirements', ...titles] }
  for (const {
    framework,
    title,
    requirements,
    mapped,
    supported,
    exception,
    evidence,
    open,
  } of source.coverage())
    yield {
      cells: [
        { text: title, sheet: frameworkSheetName(framework) },
        ...[requirements, mapped, supported, exception, evidence, open],
      ],
    }
}

function* topics(source: WorkbookSource, places: Places): Iterable<Row> {
  yield { tone: 'heading', cells: ['Evidence by topic', 'Items', 'Reads', 'Not read'] }
  const items = new Map(places.topics.map((entry) => [entry.topic, entry.items]))
  const reads = Map.groupBy(source.readings(), (reading) => reading.topic)
  const unread = Map.groupBy(source.notRead(), (reading) => reading.topic)
  for (const topic of new Set([...items.keys(), ...reads.keys()].toSorted(inOrder))) {
    const title = topicTitle(topic)
    const missing = unread.get(topic)?.length ?? 0
    yield {
      cells: [
        places.topic(topic, title) ?? title,
        ...[items.get(topic) ?? 0, reads.get(topic)?.length ?? 0, missing === 0 ? null : missing],
      ],
    }
  }
}

function* events(source: WorkbookSource): Iterable<Row> {
  const { start, end } = source.locker.engagement.period
  const { inPeriod, all } = source.eventCounts()
  yield { tone: 'heading', cells: ['Audit trail', 'Events'] }
  const name = `In the audit period, ${start} to ${end}`
  yield { cells: [inPeriod === 0 ? name : { text: name, sheet: SHEET.events }, inPeriod] }
  yield { cells: ['In the locker', all] }
}

/** The whole on one page: results by severity, coverage by framework, evidence by topic. */
export function summarySheet(source: WorkbookSource, places: Places): Sheet {
  const run = source.checkRun()
  const when = run === null ? '' : ` Checks run at ${moment(run.at)}.`
  return {
    name: SHEET.summary,
    title: 'Summary',
    about: 'Results by severity, coverage by framework, evidence by topic',
    notes: [`${asOf(source)}${when}`],
    layout: 'page',
    columns: [jump('', 54), ...Array.from({ length: 6 }, () => tally('', 12.5))],
    *rows() {
      yield* results(source)
      yield BLANK
      yield* coverage(source)
      yield BLANK
      yield* events(source)
      yield BLANK
      yield* topics(source, places)
    },
  }
}
