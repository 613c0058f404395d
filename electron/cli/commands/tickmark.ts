import { MARKED } from '../../../shared/model/records/tickmark.ts'
import { actLines, asking } from '../asking.ts'
import { choiceOf, needed } from '../choice.ts'
import { type Command, EXIT } from '../command.ts'
import { lockerFlags, textFlag } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { facts, table } from '../table.ts'

const list = asking({
  name: 'tickmark list',
  summary: 'tickmarks on events, evidence, changes and results',
  examples: ['tickmark list --locker acme.locker --json'],
  question: 'tickmark:list',
  input: () => ({}),
  lines(marks, width) {
    if (marks.length === 0) return ['Nothing is marked.']
    const rows = marks.map(({ content: one }) => [
      one.mark,
      `${one.about.kind} ${one.about.id}`,
      one.about.title,
      one.by,
      one.text,
    ])
    const columns = ['Mark', 'On', 'Title', 'By', 'Text'].map((title) => ({
      title,
      gives: title === 'Title' || title === 'Text',
    }))
    return table(columns, rows, width)
  },
})

const set = asking({
  name: 'tickmark set',
  summary: 'mark an event, an evidence item, a change or a result',
  examples: ['tickmark set event 118 ✓ --by Ana --text "Agreed to ticket CHG-12" --locker acme.locker'],
  takes: (parser) =>
    void parser
      .argument('<kind>', MARKED.join(', '))
      .argument('<id>', 'its number, as lists show it')
      .argument('<mark>', 'a mark of the legend')
      .option('--title <words>', 'what the thing is called')
      .option('--text <words>', 'what was seen')
      .option('--by <name>', 'who marks it'),
  question: 'tickmark:set',
  input({ args, flags }) {
    const [kind = '', id = '', mark = ''] = args
    const about = {
      kind: choiceOf('what is marked', kind, MARKED),
      id,
      title: textFlag(flags, 'title') ?? id,
    }
    return {
      marks: [
        {
          about,
          mark,
          text: textFlag(flags, 'text') ?? '',
          by: needed('--by', textFlag(flags, 'by')),
        },
      ],
    }
  },
  lines: actLines,
})

/** The legend; with a mark and its meaning, a line of it is written. */
const legend: Command = {
  name: 'tickmark legend',
  summary: 'what the marks mean; with a mark and words, says so',
  examples: ['tickmark legend --locker acme.locker', 'tickmark legend Ω "Recomputed" --locker acme.locker'],
  flags(parser) {
    parser.argument('[mark]', 'a mark').argument('[meaning]', 'what it means')
    lockerFlags(parser)
  },
  async run(input) {
    const [mark, meaning] = input.args
    const said = mark === undefined ? null : { mark, meaning: needed('the meaning', meaning ?? null) }
    const told = await withLocker(input, async (core) => {
      if (said) await core.ask('tickmark:define', said)
      return core.ask('tickmark:legend', {})
    })
    input.print.result(facts(told.map((one) => [one.mark, one.meaning] as const)), told)
    return EXIT.done
  },
}

/** Marks on single things, and their legend. */
export const TICKMARK: readonly Command[] = [list, set, legend]
