import { type CheckResult, SEVERITIES } from '../../../../shared/model/check.ts'
import { FILL_IN, type Sheet } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { asOf } from './as-of.ts'
import { jump, prose, state, text } from './column.ts'
import { SHEET } from './names.ts'
import type { Places } from './places.ts'
import { counted, SEVERITY } from './words.ts'
import { acceptance, acceptedKey } from './work/exceptions.ts'

/** Failed results, the most severe first; those of one check stay together. */
function failures(source: WorkbookSource): readonly CheckResult[] {
  const failed = [...source.results()].filter((result) => result.answer === 'fail')
  const rank = (result: CheckResult) => SEVERITIES.indexOf(result.severity)
  return failed.sort((a, b) => rank(a) - rank(b))
}

/** What failed, why it matters and what to do, with room for who does it and when. */
export function findingsSheet(source: WorkbookSource, places: Places): Sheet {
  const failed = failures(source)
  const checks = new Map(source.checks().map((check) => [check.id, check]))
  const accepted = new Map(source.exceptions().map((one) => [acceptedKey(one), one]))
  const nothing = source.checkRun() === null ? 'The checks have not been run.' : 'No check failed.'
  return {
    name: SHEET.findings,
    title: 'Findings',
    about: `${counted(failed.length, 'failed check result')}, the most severe first, with what to do`,
    notes: [
      `${asOf(source)} Every failed check, the most severe first. ${failed.length === 0 ? nothing : 'The yellow fields are for your response.'}`,
    ],
    columns: [
      state('Severity', 10),
      jump('Check', 9),
      prose('Finding', 30),
      prose('Subject', 26),
      prose('What was seen', 40),
      prose('Why it matters', 36),
      prose('What to do', 40),
      jump('Evidence', 20),
      prose('Accepted', 26),
      prose('Owner', 14),
      text('Due', 11),
      prose('Response', 26),
    ],
    *rows() {
      for (const failure of failed) {
        const { severity, checkId, title, subject, reason, evidence } = failure
        const word = accepted.get(acceptedKey(failure))
        const said = word ? acceptance(word, source.generatedAt) : null
        const check = checks.get(checkId)
        const tone = severity === 'critical' || severity === 'high' ? 'bad' : 'unknown'
        const known = [SEVERITY[severity], places.check(checkId) ?? checkId, title, subject, reason]
        const advice = [check?.why ?? null, check?.fix ?? null, places.evidence(evidence)]
        yield { tone, cells: [...known, ...advice, said, FILL_IN, FILL_IN, FILL_IN] }
      }
    },
  }
}
