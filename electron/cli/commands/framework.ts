import { problem } from '../../../shared/errors.ts'
import { OwnFrameworkId } from '../../../shared/model/engagement.ts'
import { actLines, asking } from '../asking.ts'
import { needed } from '../choice.ts'
import { type Command, EXIT } from '../command.ts'
import { isOn, textFlag } from '../flags.ts'
import { importedLines, tableInput } from '../imported-lines.ts'
import { count } from '../progress-line.ts'
import { table } from '../table.ts'
import { asFramework } from '../typed.ts'

const list = asking({
  name: 'framework list',
  summary: 'shipped and own frameworks, and which the engagement works with',
  examples: ['framework list --locker acme.locker --json'],
  question: 'framework:list',
  input: () => ({}),
  lines(all, width) {
    const rows = all.map((one) => [
      one.chosen ? 'yes' : '',
      one.id,
      one.title,
      count(one.counts.requirements),
      count(one.counts.topics),
    ])
    const columns = ['Chosen', 'Id', 'Framework', 'Requirements', 'Mappings'].map((title) => ({
      title,
      gives: title === 'Framework',
    }))
    return table(columns, rows, width)
  },
})

const choose = asking({
  name: 'framework choose',
  summary: 'say which frameworks the engagement works with',
  examples: ['framework choose soc2-2017 hipaa own-controls --locker acme.locker'],
  takes: (parser) => void parser.argument('<framework...>', 'ids, as `framework list` tells'),
  question: 'framework:choose',
  input: ({ args }) => ({ frameworks: args.map(asFramework) }),
  lines: actLines,
})

/** The id of an own framework as typed, with or without `own-`. Throws `wrong-use`. */
function asOwn(typed: string): OwnFrameworkId {
  const id = OwnFrameworkId.safeParse(typed.startsWith('own-') ? typed : `own-${typed}`)
  if (id.success) return id.data
  throw problem('wrong-use', {
    what: `${typed} is no id of an own framework`,
    remedy: 'use small letters, digits and dashes, such as own-controls',
  })
}

const take = asking({
  name: 'framework import',
  summary: 'take a framework of your own over from CSV, TSV or .xlsx: all rows or none',
  examples: ['framework import own-controls controls.xlsx --title "Internal controls" --locker acme.locker'],
  takes: (parser) =>
    void parser
      .argument('<id>', 'a new id, such as own-controls')
      .argument('<file>', 'the table: Id, Parent, Title, Says, Same as; a dash reads standard input')
      .option('--title <words>', 'what it is called')
      .option('--version <words>', 'its version; 1 where left out'),
  question: 'framework:import',
  async input(given) {
    const { args, flags } = given
    const id = asOwn(args[0] ?? '')
    const title = needed('--title', textFlag(flags, 'title'))
    const version = textFlag(flags, 'version') ?? '1'
    return { id, title, version, ...(await tableInput(args[1] ?? '', given)) }
  },
  lines: importedLines,
  exit: ({ reading }) => (reading.faultsTotal > 0 ? EXIT.wrongUse : EXIT.done),
})

const remove = asking({
  name: 'framework remove',
  summary: 'take a framework of your own out again; can be undone',
  examples: ['framework remove own-controls --locker acme.locker'],
  takes: (parser) => void parser.argument('<id>', 'its id'),
  question: 'framework:remove',
  input: ({ args }) => ({ id: asOwn(args[0] ?? '') }),
  lines: actLines,
})

const translation = asking({
  name: 'framework translation',
  summary: 'what became of each control in the next version, and where a person has to look',
  examples: [
    'framework translation csa-ccm-4.0.13 csa-ccm-4.1.0 --locker acme.locker',
    'framework translation csa-ccm-4.0.13 csa-ccm-4.1.0 --look --locker acme.locker',
  ],
  takes: (parser) =>
    void parser
      .argument('<from>', 'the older version')
      .argument('<to>', 'the newer version')
      .option('--look', 'only what a person has to look at'),
  question: 'framework:translation',
  input: ({ args }) => ({ from: asFramework(args[0] ?? ''), to: asFramework(args[1] ?? '') }),
  lines(all, width, flags) {
    const shown = isOn(flags, 'look') ? all.filter(({ look }) => look) : all
    const rows = shown.map((one) => [
      one.from,
      one.to ?? 'none',
      one.look ? 'look' : '',
      one.note,
      String(one.decided),
      one.title,
    ])
    const columns = ['From', 'To', 'Look', 'Note', 'Decided', 'Title'].map((title) => ({
      title,
      gives: title === 'Title' || title === 'Note',
    }))
    return table(columns, rows, width)
  },
})

/** Which frameworks an engagement works with, and its own. */
export const FRAMEWORK: readonly Command[] = [list, choose, take, remove, translation]
