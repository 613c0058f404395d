import { FILL_IN, type Sheet } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { asOf } from './as-of.ts'
import { jump, prose, state, text } from './column.ts'
import { SHEET } from './names.ts'
import type { Places } from './places.ts'
import { ANSWER, furtherEvidence, moment, SEVERITY } from './words.ts'

/** Every answer of every check, with its reason and the evidence it rests on. */
export function resultsSheet(source: WorkbookSource, places: Places): Sheet {
  const run = source.checkRun()
  const when =
    run === null ? 'The checks have not been run.' : `Checks run at ${moment(run.at)} by ${run.actor}.`
  return {
    name: SHEET.results,
    title: 'Check results',
    about: 'Every answer of every check, with its reason and the evidence it rests on',
    notes: [`${asOf(source)} ${when} One row per check and subject.`],
    columns: [
      jump('Check', 9),
      prose('Title', 36),
      text('Severity', 10),
      prose('Subject', 30),
      state('Answer', 14),
      prose('Reason', 54),
      jump('Evidence', 21),
      prose('Further evidence', 24),
      text('Tickmark', 10),
    ],
    *rows() {
      for (const result of source.results()) {
        const { word, tone } = ANSWER[result.answer]
        const { checkId, title, severity, subject, reason, evidence } = result
        const check = places.check(checkId) ?? checkId
        const said = [check, title, SEVERITY[severity], subject, word, reason]
        yield { tone, cells: [...said, places.evidence(evidence), furtherEvidence(evidence), FILL_IN] }
      }
    },
  }
}
