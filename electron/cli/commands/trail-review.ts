import { actLines, asking } from '../asking.ts'
import { needed } from '../choice.ts'
import type { Command } from '../command.ts'
import { textFlag } from '../flags.ts'
import { table } from '../table.ts'

const list = asking({
  name: 'trail-review list',
  summary: 'months whose audit trail somebody reviewed',
  examples: ['trail-review list --locker acme.locker --json'],
  question: 'trail-review:list',
  input: () => ({}),
  lines(all, width) {
    if (all.length === 0) return ['No month is reviewed.']
    const rows = all.map(({ key, content: one }) => [key, one.reviewer, one.date, one.text])
    const columns = ['Month', 'Reviewer', 'On', 'Text'].map((title) => ({ title, gives: title === 'Text' }))
    return table(columns, rows, width)
  },
})

const sign = asking({
  name: 'trail-review sign',
  summary: 'sign that the audit trail of a month was reviewed',
  examples: ['trail-review sign 2026-05 --reviewer Ben --date 2026-06-08 --locker acme.locker'],
  takes: (parser) =>
    void parser
      .argument('<month>', 'such as 2026-05')
      .option('--reviewer <name>', 'who reviewed it')
      .option('--date <day>', 'when; today where left out')
      .option('--text <words>', 'what was looked at and found'),
  question: 'trail-review:sign',
  input: ({ args, flags }) => ({
    month: args[0] ?? '',
    reviewer: needed('--reviewer', textFlag(flags, 'reviewer')),
    date: textFlag(flags, 'date') ?? new Date().toISOString().slice(0, 10),
    text: textFlag(flags, 'text') ?? '',
  }),
  lines: actLines,
})

/** Reviews of the audit trail, month by month. */
export const TRAIL_REVIEW: readonly Command[] = [list, sign]
