import type { CheckSummary, FrameworkCoverage } from '../../shared/contract.ts'
import type { CheckResult } from '../../shared/model/check.ts'
import type { Reading } from '../../shared/model/collection.ts'
import { count } from './progress-line.ts'
import { cut, plain, wrap } from './screen-text.ts'
import { type TableColumn, table } from './table.ts'

const number = (title: string): TableColumn => ({ title, align: 'right' })

/** Coverage per framework, counted over requirements. */
export function coverageTable(coverage: readonly FrameworkCoverage[], width: number | null): string[] {
  const columns = [
    { title: 'Framework', gives: true },
    number('Requirements'),
    number('Mapped'),
    number('Supported'),
    number('Exception'),
    number('Evidence'),
    number('Open'),
  ]
  const rows = coverage.map((one) => [
    one.title,
    ...[one.requirements, one.mapped, one.supported, one.exception, one.evidence, one.open].map(count),
  ])
  return table(columns, rows, width)
}

/** What was not read: outcome and topic on one line with the number of reads, the whole reason below it. */
export function notReadLines(notRead: readonly Reading[], width: number | null): string[] {
  const groups = new Map<string, Reading[]>()
  for (const reading of notRead) {
    const key = JSON.stringify([reading.topic, reading.outcome, reading.reason])
    groups.set(key, [...(groups.get(key) ?? []), reading])
  }
  return [...groups.values()]
    .toSorted((a, b) => b.length - a.length)
    .flatMap((readings) => {
      const [{ topic, outcome, subject, reason }] = readings as [Reading]
      const where = readings.length === 1 ? subject : `${count(readings.length)} times, such as ${subject}`
      return entry(outcome, `${topic}  ${where}`, reason ?? 'no reason was given', width)
    })
}

/** Answers and failures by severity, as two lines of prose. */
export function checkLines(summary: CheckSummary): string[] {
  const { answers, failuresBySeverity: failures } = summary
  const failed = (['critical', 'high', 'medium', 'low'] as const).map(
    (each) => `${count(failures[each])} ${each}`,
  )
  return [
    `${count(summary.checks)} checks answered: ${count(answers.pass)} pass, ${count(answers.fail)} fail, ${count(answers['not-applicable'])} not applicable, ${count(answers['not-evaluated'])} not evaluated.`,
    `Failures by severity: ${failed.join(', ')}.`,
    ...(summary.judged < summary.checks
      ? [
          `${count(summary.judged)} of them were judged anew: the others read nothing that changed since they were.`,
        ]
      : []),
  ]
}

/** Failures: severity, check and subject on one line, the whole reason below it. */
export function failureLines(failures: readonly CheckResult[], width: number | null): string[] {
  return failures.flatMap(({ severity, checkId, subject, reason }) =>
    entry(severity, `${checkId}  ${subject}`, reason, width),
  )
}

const INDENT = '          '

function entry(word: string, head: string, reason: string, width: number | null): string[] {
  return [
    cut(`${word.padEnd(INDENT.length)}${plain(head)}`, width ?? Number.POSITIVE_INFINITY),
    ...wrap(plain(reason), (width ?? 100) - INDENT.length).map((line) => INDENT + line),
  ]
}
