import { TOPICS } from '../../../shared/model/topic.ts'
import { count, duration, size } from '../progress-line.ts'
import { checkLines, coverageTable, failureLines, notReadLines } from '../summary-tables.ts'
import { facts, table } from '../table.ts'
import type { DemoSummary } from './summary.ts'

/** The summary as a person reads it. `show` shortens a path to how the person would type it. */
export function summaryLines(
  summary: DemoSummary,
  width: number | null,
  show: (path: string) => string,
  heading: (text: string) => string,
): string[] {
  const part = (title: string, lines: readonly string[]) => ['', heading(title), '', ...lines]
  return [
    ...part('What was read', [...readLines(summary), '', ...topicTable(summary, width)]),
    ...(summary.notRead.length > 0
      ? part('What was refused or missing', notReadLines(summary.notRead, width))
      : []),
    ...part('What the checks say', [
      ...checkLines({ ...summary.results, seconds: 0 }),
      ...(summary.critical.length > 0 ? ['', ...failureLines(summary.critical, width)] : []),
    ]),
    ...part('How far the frameworks are covered', coverageTable(summary.coverage, width)),
    ...part('Whether it is intact', [verifiedLine(summary)]),
    ...part('Where the files are', fileLines(summary, show)),
    ...part('What to try next', nextLines(summary)),
    '',
  ]
}

function readLines({ account, organisation, evidence, events, requests, seconds }: DemoSummary): string[] {
  return [
    `${organisation}, as ${account}: ${count(evidence)} evidence items and ${count(events)} audit events, read with ${count(requests)} requests in ${duration(seconds.collect)}.`,
  ]
}

const TABLE_PAIRS = 2

function topicTable({ topics }: DemoSummary, width: number | null): string[] {
  const cells = TOPICS.flatMap((topic) => {
    const told = topics[topic]
    return told ? [[topic, count(told.items), told.notRead > 0 ? `${count(told.notRead)} not read` : '']] : []
  })
  const height = Math.ceil(cells.length / TABLE_PAIRS)
  const rows = Array.from({ length: height }, (_, at) => [
    ...(cells[at] ?? []),
    ...(cells[at + height] ?? []),
  ])
  const columns = Array.from({ length: TABLE_PAIRS }, () => [
    { title: 'Topic', gives: true },
    { title: 'Items', align: 'right' as const },
    { title: '' },
  ]).flat()
  return table(columns, rows, width)
}

function verifiedLine({ verification: { intact, checked, firstBroken } }: DemoSummary): string {
  if (!intact) return `Broken: ${firstBroken?.kind} ${firstBroken?.entry}: ${firstBroken?.what}.`
  return `Intact: ${count(checked.evidence)} evidence items, ${count(checked.sightings)} sightings, ${count(checked.events)} events and ${count(checked.journal)} journal entries were recomputed and match.`
}

function fileLines(
  { locker, workbooks, seconds, peakMemory }: DemoSummary,
  show: (path: string) => string,
): string[] {
  return [
    ...facts([
      ['Locker', `${show(locker.file)}  (${size(locker.bytes)}, encrypted)`],
      ...workbooks.map((book) => ['Workbook', `${show(book.file)}  (${size(book.bytes)})`] as const),
    ]),
    '',
    `All in ${duration(seconds.total)} and ${size(peakMemory)} of memory.`,
  ]
}

function nextLines({ keychain, recoveryKey, next }: DemoSummary): string[] {
  const commands = next.map((command) => `    ${command.replace(recoveryKey, '$KEY')}`)
  if (keychain) return ["The locker's key lies in the keychain of this computer.", '', ...commands]
  return [
    "No keychain answers here, so the locker's key was in memory only. Its recovery key opens it; it may be",
    'shown, because everything in this locker is invented:',
    '',
    `    KEY=${recoveryKey}`,
    ...commands,
  ]
}
