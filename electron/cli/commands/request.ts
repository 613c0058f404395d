import { problem } from '../../../shared/errors.ts'
import { ClientRequest, REQUEST_STATES } from '../../../shared/model/records/client-request.ts'
import { asking } from '../asking.ts'
import { choiceOf, needed } from '../choice.ts'
import { type Command, type CommandInput, EXIT } from '../command.ts'
import { listFlag, lockerFlags, textFlag } from '../flags.ts'
import { importedLines, tableInput } from '../imported-lines.ts'
import { withLocker } from '../open-locker.ts'
import { table } from '../table.ts'
import { asControl, asNumber, fitting } from '../typed.ts'

const list = asking({
  name: 'request list',
  summary: 'what the client is asked for, with due dates and states',
  examples: ['request list --locker acme.locker', 'request list --locker acme.locker --json'],
  question: 'request:list',
  input: () => ({}),
  lines(requests, width) {
    if (requests.length === 0) return ['Nothing is asked of the client.']
    const rows = requests.map(({ content: one }) => [
      String(one.number),
      one.state,
      one.due ?? '',
      one.owner,
      one.title,
    ])
    const columns = ['Number', 'State', 'Due', 'Owner', 'Title'].map((title) => ({
      title,
      gives: title === 'Title' || title === 'Owner',
    }))
    return table(columns, rows, width)
  },
})

const set: Command = {
  name: 'request set',
  summary: 'ask the client for something, or change what was asked',
  examples: [
    'request set --title "List of leavers" --owner "Ben Okafor" --due 2026-12-01 --locker acme.locker',
    'request set 3 --state received --answer "Attached" --documents 4,5 --locker acme.locker',
  ],
  flags(parser) {
    parser.argument('[number]', 'to change one')
    lockerFlags(parser)
    parser
      .option('--title <words>', 'what is asked for')
      .option('--text <words>', 'in detail')
      .option('--control <control>', 'what it is for, such as soc2-2017:CC6.2')
      .option('--owner <name>', 'who is asked')
      .option('--due <day>', 'until when')
      .option('--state <word>', REQUEST_STATES.join(', '))
      .option('--answer <words>', 'what the client says')
      .option('--documents <list>', 'numbers of documents that answer it, with commas between')
  },
  async run(input) {
    const typed = input.args[0]
    const number = typed === undefined ? null : asNumber('request', typed)
    const changes = changesOf(input)
    if (number === null) needed('--title', textFlag(input.flags, 'title'))
    const kept = await withLocker(input, async (core) => {
      const all = number === null ? [] : await core.ask('request:list', {})
      const before = all.find(({ content }) => content.number === number)?.content
      if (number !== null && !before)
        throw problem('wrong-use', { what: `there is no request ${number}`, remedy: 'see `request list`' })
      const what = { title: '', ...before, ...changes, number: number ?? 1 }
      return core.ask('request:set', { ...fitting(ClientRequest, 'the request', what), number })
    })
    input.print.result(
      [`Request ${kept.content.number}: ${kept.content.title} (${kept.content.state}). Act ${kept.act}.`],
      kept,
    )
    return EXIT.done
  },
}

function changesOf({ flags }: CommandInput): Readonly<Record<string, unknown>> {
  const words = ['title', 'text', 'owner', 'due', 'answer'].flatMap((name) => {
    const value = textFlag(flags, name)
    return value === null ? [] : [[name, value] as const]
  })
  const state = textFlag(flags, 'state')
  const control = textFlag(flags, 'control')
  const documents = listFlag(flags, 'documents')
  return {
    ...Object.fromEntries(words),
    ...(state === null ? {} : { state: choiceOf('--state', state, REQUEST_STATES) }),
    ...(control === null ? {} : { control: asControl(control) }),
    ...(documents === null ? {} : { documents: documents.map((one) => asNumber('document', one)) }),
  }
}

const take = asking({
  name: 'request import',
  summary: 'take requests and answers over from CSV, TSV or .xlsx: all rows or none',
  examples: ['request import requests.xlsx --locker acme.locker'],
  takes: (parser) => void parser.argument('<file>', 'the table; a dash reads standard input'),
  question: 'request:import',
  input: (given) => tableInput(given.args[0] ?? '', given),
  lines: importedLines,
  exit: ({ reading }) => (reading.faultsTotal > 0 ? EXIT.wrongUse : EXIT.done),
})

const give = asking({
  name: 'request export',
  summary: 'write the requests as a workbook for the client to fill in',
  examples: ['request export requests.xlsx --locker acme.locker'],
  takes: (parser) => void parser.argument('<file>', 'where to write it; a file that exists is not replaced'),
  question: 'request:export',
  input: ({ args, path }) => ({ destination: path(args[0] ?? '') }),
  lines: ({ file, sha256 }) => [file, `SHA-256 ${sha256}`],
})

/** Requests to the client. */
export const REQUEST: readonly Command[] = [list, set, take, give]
