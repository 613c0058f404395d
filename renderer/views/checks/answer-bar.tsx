import type { Answer } from '../../../shared/model/check.ts'
import { count } from '../../lib/format.ts'
import { Bar } from '../../parts/bar.tsx'

/** What people call each answer. */
export const ANSWER_WORDS: Readonly<Record<Answer, string>> = {
  pass: 'Pass',
  fail: 'Fail',
  'not-applicable': 'Not applicable',
  'not-evaluated': 'Not evaluated',
}

/** Answers as parts of a bar. */
export function AnswerBar({ counts }: { readonly counts: Readonly<Record<Answer, number>> }) {
  const { pass, fail, 'not-evaluated': unknown, 'not-applicable': none } = counts
  return (
    <Bar
      label={`${count(fail)} fail, ${count(pass)} pass, ${count(unknown)} not evaluated, ${count(none)} not applicable`}
      parts={[
        { meaning: 'bad', value: fail },
        { meaning: 'good', value: pass },
        { meaning: 'unknown', value: unknown },
        { meaning: 'neutral', value: none },
      ]}
      of={pass + fail + unknown + none}
    />
  )
}
