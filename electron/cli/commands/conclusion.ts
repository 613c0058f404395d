import { RATINGS, type StandingConclusion } from '../../../shared/model/work.ts'
import { asking } from '../asking.ts'
import { choiceOf, needed } from '../choice.ts'
import type { Command } from '../command.ts'
import { textFlag } from '../flags.ts'
import { table } from '../table.ts'
import { asControl, asFramework } from '../typed.ts'

/** How a conclusion stands, in a few words. */
export function standsLine(one: StandingConclusion): string {
  const signed = one.reviewedBy === null ? 'not reviewed' : `reviewed by ${one.reviewedBy}`
  const changed = one.changed.length === 0 ? '' : `, open again: ${one.changed.join(', ')} changed`
  const notes = one.openReviewNotes === 0 ? '' : `, ${one.openReviewNotes} open review notes`
  return `${one.control}: design ${one.design}, operation ${one.operation}, prepared by ${one.preparedBy}, ${signed}${changed}${notes}.`
}

const list = asking({
  name: 'conclusion list',
  summary: 'conclusions of a framework, with sign-offs and what changed beneath them',
  examples: [
    'conclusion list soc2-2017 --locker acme.locker',
    'conclusion list hipaa --locker a.locker --json',
  ],
  takes: (parser) => void parser.argument('<framework>', 'its id, as `frameworks` tells'),
  question: 'conclusion:list',
  input: ({ args }) => ({ framework: asFramework(args[0] ?? '') }),
  lines(all, width) {
    if (all.length === 0) return ['No control is concluded.']
    const rows = all.map((one) => [
      one.control,
      one.design,
      one.operation,
      one.preparedBy,
      one.reviewedBy ?? '',
      one.changed.join(', '),
      String(one.openReviewNotes),
    ])
    const columns = ['Control', 'Design', 'Operation', 'Prepared by', 'Reviewed by', 'Changed', 'Notes'].map(
      (title) => ({ title, gives: title === 'Changed' }),
    )
    return table(columns, rows, width)
  },
})

const set = asking({
  name: 'conclusion set',
  summary: 'conclude a control: how it is made, and how it worked',
  examples: [
    'conclusion set soc2-2017:CC6.1 --design effective --operation effective --text "60 of 60" --locker a.locker',
  ],
  takes: (parser) =>
    void parser
      .argument('<control>', 'with its framework, such as soc2-2017:CC6.1')
      .option('--design <word>', RATINGS.join(', '))
      .option('--operation <word>', RATINGS.join(', '))
      .option('--text <words>', 'what was done and found'),
  question: 'conclusion:set',
  input: ({ args, flags }) => ({
    ...asControl(args[0] ?? ''),
    design: choiceOf('--design', needed('--design', textFlag(flags, 'design')), RATINGS),
    operation: choiceOf('--operation', needed('--operation', textFlag(flags, 'operation')), RATINGS),
    text: needed('--text', textFlag(flags, 'text')),
  }),
  lines: (one) => [standsLine(one)],
})

const review = asking({
  name: 'conclusion review',
  summary: 'sign a conclusion as its reviewer, who is not its preparer',
  examples: ['conclusion review soc2-2017:CC6.1 --reviewer "Ben Okafor" --locker acme.locker'],
  takes: (parser) =>
    void parser
      .argument('<control>', 'with its framework, such as soc2-2017:CC6.1')
      .option('--reviewer <name>', 'who signs'),
  question: 'conclusion:review',
  input: ({ args, flags }) => ({
    ...asControl(args[0] ?? ''),
    reviewer: needed('--reviewer', textFlag(flags, 'reviewer')),
  }),
  lines: (one) => [standsLine(one)],
})

/** Conclusions with their sign-offs. */
export const CONCLUSION: readonly Command[] = [list, set, review]
