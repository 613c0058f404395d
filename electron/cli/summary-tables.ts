import type { CheckSummary, FrameworkCoverage } from '../../shared/contract.ts'
import type { CheckResult } from '../../shared/model/check.ts'
import type { Reading } from '../../shared/model/collection.ts'
import { count } from './progress-line.ts'
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

/** What was not read and why, one line per topic, outcome and reason, with the number of subjects. */
export function notReadTable(notRead: readonly Reading[], width: number | null): string[] {
  const groups = new Map<string, { readonly reading: Reading; subjects: number }>()
  for (const reading of notRead) {
    const key = JSON.stringify([reading.topic, reading.outcome, reading.reason])
    const group = groups.get(key)
    if (group) group.subjects += 1
    else groups.set(key, { reading, subjects: 1 })
  }
  const columns = [
    { title: 'Topic' },
    { title: 'Outcome' },
    number('Reads'),
    { title: 'Such as', gives: true },
    { title: 'Reason', gives: true },
  ]
  const rows = [...groups.values()]
    .sort((a, b) => b.subjects - a.subjects)
    .map(({ reading, subjects }) => [
      reading.topic,
      reading.outcome,
      count(subjects),
      reading.subject,
      reading.reason ?? '',
    ])
  return table(columns, rows, width)
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
  ]
}

/** Failures, one a line. */
export function failureTable(failures: readonly CheckResult[], width: number | null): string[] {
  const columns = [
    { title: 'Severity' },
    { title: 'Check' },
    { title: 'Subject', gives: true },
    { title: 'Reason', gives: true },
  ]
  const rows = failures.map((one) => [one.severity, one.checkId, one.subject, one.reason])
  return table(columns, rows, width)
}
