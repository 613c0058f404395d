import type { CheckInfo } from '../../../../shared/model/check.ts'
import type { Sheet } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { jump, prose, tally, text } from './column.ts'
import { frameworkSheetName, SHEET } from './names.ts'
import type { Places } from './places.ts'
import { tallies } from './tallies.ts'
import { topicTitle } from './topics/topics.ts'
import { SEVERITY } from './words.ts'

/** Controls by framework, such as `ISO 27001: A.5.17, A.8.5`, one framework a line. */
function controlsOf(check: CheckInfo, frameworks: ReadonlySet<string>): string | null {
  const inScope = check.controls.filter(({ framework }) => frameworks.has(framework))
  const lines = [...Map.groupBy(inScope, ({ framework }) => framework)].map(
    ([framework, controls]) =>
      `${frameworkSheetName(framework)}: ${controls.map(({ control }) => control).join(', ')}`,
  )
  return lines.length === 0 ? null : lines.join('\n')
}

/** The checks themselves: what each does, what it cannot see, and how often it gave which answer. */
export function checksSheet(source: WorkbookSource, places: Places): Sheet {
  const frameworks = new Set<string>(source.frameworks().map(({ id }) => id))
  return {
    name: SHEET.checks,
    title: 'Checks',
    about: 'What each automated check does, and what it cannot see',
    notes: [
      'What each automated check does and what it cannot see. Its logic is part of the tool version named on the cover.',
    ],
    columns: [
      text('Check', 9),
      prose('Title', 30),
      text('Severity', 10),
      prose('Reads', 22),
      prose('Why it matters', 36),
      prose('What to do about a failure', 40),
      prose('What it cannot see', 34),
      prose('Controls', 30),
      jump('Results', 11),
      tally('Fail', 8),
      tally('Pass', 8),
      tally('Not applicable', 11),
      tally('Not evaluated', 11),
    ],
    *rows() {
      const counts = tallies(source.results(), (result) => result.checkId)
      for (const check of source.checks()) {
        const found = counts.get(check.id)
        const facts = [
          check.id,
          check.title,
          SEVERITY[check.severity],
          check.needs.map(topicTitle).join(', '),
        ]
        const advice = [check.why, check.fix, check.limits || null, controlsOf(check, frameworks)]
        const results = places.results(check.id, 'see results') ?? 'not run'
        const { fail = null, pass = null } = found ?? {}
        const rest = [found?.['not-applicable'] ?? null, found?.['not-evaluated'] ?? null]
        yield { cells: [...facts, ...advice, results, fail, pass, ...rest] }
      }
    },
  }
}
