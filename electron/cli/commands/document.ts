import { DocumentReview, ReviewSheet } from '../../../shared/model/records/document-review.ts'
import { DOCUMENT_TYPES } from '../../../shared/model/work.ts'
import { asking } from '../asking.ts'
import { choiceOf, needed } from '../choice.ts'
import { type Command, EXIT } from '../command.ts'
import { lockerFlags, textFlag } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { size, stepLine } from '../progress-line.ts'
import { table } from '../table.ts'
import { asNumber, exactly, jsonFrom } from '../typed.ts'

const list = asking({
  name: 'document list',
  summary: 'files in the locker with their hashes and dates',
  examples: ['document list --locker acme.locker --json'],
  question: 'document:list',
  input: () => ({}),
  lines(all, width) {
    if (all.length === 0) return ['No document is attached.']
    const rows = all.map((one) => [
      String(one.id),
      one.type,
      one.title,
      one.validTo ?? '',
      size(one.bytes),
      one.sha256.slice(0, 8),
    ])
    const columns = ['Number', 'Type', 'Title', 'Valid to', 'Size', 'SHA-256'].map((title) => ({
      title,
      gives: title === 'Title',
    }))
    return table(columns, rows, width)
  },
})

const attach: Command = {
  name: 'document attach',
  summary: 'take a file into the locker, encrypted like everything in it',
  examples: [
    'document attach soc2.pdf --type soc2-report --title "Heroku SOC 2" --valid-to 2026-12-31 --locker acme.locker',
  ],
  flags(parser) {
    parser.argument('<file>', 'the file')
    lockerFlags(parser)
    parser
      .option('--type <type>', DOCUMENT_TYPES.join(', '))
      .option('--title <words>', 'what it is called; the name of the file where left out')
      .option('--valid-from <day>', 'the first day it speaks of')
      .option('--valid-to <day>', 'the last day it speaks of')
      .option('--notes <words>', 'anything else')
  },
  async run(input) {
    const { args, flags, print, signal } = input
    const typed = args[0] ?? ''
    const facts = {
      title: textFlag(flags, 'title') ?? typed.split('/').at(-1) ?? typed,
      type: choiceOf('--type', needed('--type', textFlag(flags, 'type')), DOCUMENT_TYPES),
      validFrom: textFlag(flags, 'validFrom'),
      validTo: textFlag(flags, 'validTo'),
      notes: textFlag(flags, 'notes') ?? '',
    }
    const onProgress = ({ done, of }: { done: number; of: number }) =>
      print.progress(stepLine('reading', done, of, print.live))
    const kept = await withLocker(input, (core) =>
      core.ask('document:attach', { destination: input.path(typed), facts }, { signal, onProgress }),
    )
    print.result([`Document ${kept.id}: ${kept.title}, ${size(kept.bytes)}.`, `SHA-256 ${kept.sha256}`], kept)
    return EXIT.done
  },
}

const save = asking({
  name: 'document save',
  summary: 'write a document out of the locker; a restricted one needs a recorded recipient',
  examples: ['document save 4 soc2.pdf --for "KLM Audit" --locker acme.locker'],
  takes: (parser) =>
    void parser
      .argument('<document>', 'its number')
      .argument('<file>', 'where to write it')
      .option(
        '--for <name>',
        'whom the copy is for, as the review sheet of a restricted document names them',
      ),
  question: 'document:save',
  input: ({ args, path, flags }) => ({
    id: asNumber('document', args[0] ?? ''),
    destination: path(args[1] ?? ''),
    recipient: textFlag(flags, 'for'),
  }),
  lines: ({ bytes }) => [`${size(bytes)} written.`],
})

/** A review sheet alone, or a whole review with confidentiality and recipients. */
function reviewOf(read: unknown, facts: Readonly<Record<string, unknown>>): DocumentReview {
  const whole = typeof read === 'object' && read !== null && 'sheet' in read
  const sheet = whole ? read.sheet : read
  exactly(ReviewSheet, 'the review sheet', sheet)
  return exactly(DocumentReview, 'the review', { ...(whole ? read : {}), sheet, ...facts })
}

const review = asking({
  name: 'document review',
  summary: 'give a document its review sheet, as JSON: {"of": "soc2-report", …}',
  examples: [
    'document review 4 sheet.json --by Ana --on 2026-11-20 --locker acme.locker',
    'document review 4 - --by Ana --locker acme.locker < sheet.json',
  ],
  takes: (parser) =>
    void parser
      .argument('<document>', 'its number')
      .argument('<file>', 'the sheet as JSON; a dash reads standard input')
      .option('--by <name>', 'who reviewed it')
      .option('--on <day>', 'when; today where left out'),
  question: 'register:review',
  async input(given) {
    const { args, flags } = given
    const document = asNumber('document', args[0] ?? '')
    const reviewedBy = needed('--by', textFlag(flags, 'by'))
    const reviewedOn = textFlag(flags, 'on') ?? new Date().toISOString().slice(0, 10)
    return reviewOf(await jsonFrom(args[1] ?? '', given), { document, reviewedBy, reviewedOn })
  },
  lines: ({ content, act, unnamed }) => [
    `Document ${content.document}: ${content.sheet.of}, reviewed by ${content.reviewedBy}. Act ${act}.`,
    ...(unnamed.length > 0
      ? [`In use, but not named by the report, which says nothing about it: ${unnamed.join(', ')}.`]
      : []),
  ],
})

/** Files that people attach, and their review sheets. */
export const DOCUMENT: readonly Command[] = [list, attach, save, review]
