import type { Answer, Verdict } from '../../../../shared/model/check.ts'
import type { EvidenceId } from '../../../../shared/model/evidence.ts'

/** What a verdict is about. Every evidence item is one of these, too. */
export interface About {
  readonly subject: string
  readonly subjectId: string
}

/** What a verdict rests on: evidence items, or anything that carries their number. */
export type Grounds = readonly { readonly id: EvidenceId }[]

/** A verdict names at most this many items; its reason always tells the full count. */
export const MOST_CITED = 200

/** Reasons stay readable whatever names Heroku returned: one line of at most this many characters. */
const LONGEST_REASON = 1200

function oneLine(reason: string): string {
  const line = reason.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()
  return line.length <= LONGEST_REASON ? line : `${line.slice(0, LONGEST_REASON - 2).toWellFormed()}….`
}

function answering(answer: Answer) {
  return (about: About, reason: string, grounds: Grounds = []): Verdict => ({
    subject: about.subject,
    subjectId: about.subjectId,
    answer,
    reason: oneLine(reason),
    evidence: grounds.slice(0, MOST_CITED).map((item) => item.id),
  })
}

/** The subject does what the check asks. */
export const pass = answering('pass')

/** The subject does not do what the check asks. */
export const fail = answering('fail')

/** The question does not arise for the subject. */
export const notApplicable = answering('not-applicable')

/** The evidence does not allow an answer. */
export const notEvaluated = answering('not-evaluated')

/** Stands for the whole collection where a check has no single subject. */
export const WHOLE: About = { subject: 'whole collection', subjectId: '*' }
