import type { SampleDetail } from '../../../shared/contract-testing.ts'
import { problem } from '../../../shared/errors.ts'
import { ATTRIBUTE_RESULTS, SAMPLE_METHODS, type Sample } from '../../../shared/model/records/sample.ts'
import type { Core } from '../../core/core.ts'
import { actLines, asking } from '../asking.ts'
import { choiceOf, needed } from '../choice.ts'
import { type Command, type CommandInput, EXIT } from '../command.ts'
import { eventFilter, eventFilterFlags } from '../event-filter.ts'
import { countOf, listFlag, lockerFlags, numberFlag, textFlag } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { count } from '../progress-line.ts'
import { table } from '../table.ts'
import { asTopics } from '../topics.ts'
import { asControl, jsonFrom, manyFlag, pairOf } from '../typed.ts'

const draw: Command = {
  name: 'sample draw',
  summary: 'draw items of a population by a stated method, repeatable from its seed',
  examples: [
    'sample draw --name Releases --topic releases --size 25 --attribute "A=approved" --by Ana --locker acme.locker',
    'sample draw --name Roles --events --type app --method systematic --size 60 --seed 7 --by Ana --locker a.locker',
    'sample draw --name "Open drains" --check LOG-02 --method all --by Ana --locker acme.locker',
  ],
  flags(parser) {
    lockerFlags(parser)
    parser
      .option('--name <words>', 'what it is called')
      .option('--by <name>', 'who draws it')
      .option('--topic <topic>', 'of the evidence of a topic')
      .option('--events', 'of the audit events, narrowed by the filters below')
      .option('--check <id>', 'of the failures of a check')
      .option('--collection <number>', 'a collection other than the newest', countOf('--collection', 1))
      .option('--method <word>', `${SAMPLE_METHODS.join(', ')}; random where left out`)
      .option('--size <number>', 'how many', countOf('--size', 1, 5000))
      .option('--seed <words>', 'the seed; a new one where left out')
      .option('--positions <list>', 'from 0, with commas between, of a judgemental sample')
      .option('--attribute <letter=words...>', 'what each item is tested for, such as "A=approved first"')
      .option('--control <control>', 'what it is for, such as soc2-2017:CC8.1')
      .option('--reason <words>', 'why this method and this size')
    eventFilterFlags(parser)
  },
  async run(input) {
    const { flags, print } = input
    const control = textFlag(flags, 'control')
    const facts = {
      name: needed('--name', textFlag(flags, 'name')),
      drawnBy: needed('--by', textFlag(flags, 'by')),
      control: control === null ? null : asControl(control),
      method: choiceOf('--method', textFlag(flags, 'method') ?? 'random', SAMPLE_METHODS),
      size: numberFlag(flags, 'size'),
      seed: textFlag(flags, 'seed'),
      positions: (listFlag(flags, 'positions') ?? []).map(countOf('--positions', 0)),
      reason: textFlag(flags, 'reason') ?? '',
      attributes: manyFlag(flags, 'attribute').map((typed) => {
        const [id, text] = pairOf('--attribute', typed)
        return { id, text }
      }),
    }
    const of = populationIn(input)
    const drawn = await withLocker(input, async (core) => {
      const collectionId = numberFlag(flags, 'collection') ?? (await newest(core))
      return core.ask('sample:draw', { ...facts, population: { ...of, collectionId } })
    })
    print.result(detailLines(drawn, print.width), drawn)
    return EXIT.done
  },
}

type WithoutCollection<P> = P extends unknown ? Omit<P, 'collectionId'> : never

/** What the sample is drawn from. Throws `wrong-use` where that is nothing, or more than one thing. */
function populationIn({ flags }: CommandInput): WithoutCollection<Sample['population']> {
  const [topic, checkId] = [textFlag(flags, 'topic'), textFlag(flags, 'check')]
  const filter = eventFilter(flags)
  const events = flags.events === true || Object.keys(filter).length > 0
  if ([topic !== null, checkId !== null, events].filter(Boolean).length !== 1)
    throw problem('wrong-use', {
      what: 'a sample is drawn from one population',
      remedy: 'give --topic, --events or --check',
    })
  if (checkId !== null) return { of: 'failures', checkId }
  const [named] = topic === null ? [] : asTopics([topic])
  return named ? { of: 'evidence', topic: named } : { of: 'events', filter }
}

async function newest(core: Core): Promise<number> {
  const complete = (await core.ask('collection:list', {})).filter(({ state }) => state === 'complete')
  const id = complete.reduce((most, one) => Math.max(most, one.id), 0)
  if (id === 0) throw problem('no-collection', {})
  return id
}

function detailLines({ id, sample, results }: SampleDetail, width: number | null): string[] {
  const found = new Map(results.map((one) => [one.position, one.result]))
  const rows = sample.picks.map(({ position, key, title }) => {
    const result = found.get(position)
    const told = Object.entries(result?.results ?? {}).map(([attribute, word]) => `${attribute} ${word}`)
    return [String(position), key, title, told.join(', '), result?.mark ?? '', result?.testedBy ?? '']
  })
  const columns = ['Position', 'Key', 'Item', 'Results', 'Mark', 'By'].map((title) => ({
    title,
    gives: title === 'Item' || title === 'Key',
  }))
  const seed = sample.seed === null ? '' : `, seed ${sample.seed}`
  return [
    `${id} ${sample.name}: ${count(sample.size)} of ${count(sample.count)}, ${sample.method}${seed}, drawn by ${sample.drawnBy}.`,
    `SHA-256 of the population ${sample.digest}`,
    ...sample.attributes.map((one) => `${one.id}: ${one.text}`),
    '',
    ...table(columns, rows, width),
  ]
}

const list = asking({
  name: 'sample list',
  summary: 'samples and how far their testing is',
  examples: ['sample list --locker acme.locker --json'],
  question: 'sample:list',
  input: () => ({}),
  lines(all, width) {
    if (all.length === 0) return ['No sample was drawn.']
    const rows = all.map((one) => [
      one.id,
      one.name,
      one.method,
      `${count(one.size)} of ${count(one.count)}`,
      count(one.tested),
      count(one.exceptions),
    ])
    const columns = ['Id', 'Name', 'Method', 'Size', 'Tested', 'Exceptions'].map((title) => ({
      title,
      gives: title === 'Name',
    }))
    return table(columns, rows, width)
  },
})

const show = asking({
  name: 'sample show',
  summary: 'a sample with its items and what was found',
  examples: ['sample show S-1 --locker acme.locker'],
  takes: (parser) => void parser.argument('<sample>', 'its id'),
  question: 'sample:get',
  input: ({ args }) => ({ id: args[0] ?? '' }),
  lines: detailLines,
})

const repeat = asking({
  name: 'sample repeat',
  summary: 'draw a sample again from its facts and compare; exit code 3 where it differs',
  examples: ['sample repeat S-1 --locker acme.locker'],
  takes: (parser) => void parser.argument('<sample>', 'its id'),
  question: 'sample:repeat',
  input: ({ args }) => ({ id: args[0] ?? '' }),
  lines: ({ says, rule }) => [`${says}.`, '', rule],
  exit: ({ same }) => (same ? EXIT.done : EXIT.incomplete),
})

const test = asking({
  name: 'sample test',
  summary: 'record what testing items of a sample gave',
  examples: [
    'sample test S-1 --item 12,40 --result A=met B=not-met --mark ✗ --text "No ticket" --by Ana --locker a.locker',
    'sample test S-1 --file results.json --locker acme.locker',
  ],
  takes: (parser) =>
    void parser
      .argument('<sample>', 'its id')
      .option('--item <list>', 'positions, with commas between')
      .option('--result <letter=word...>', `per attribute: ${ATTRIBUTE_RESULTS.join(', ')}`)
      .option('--mark <mark>', 'a mark of the legend')
      .option('--text <words>', 'what was seen')
      .option('--by <name>', 'who tested')
      .option('--file <file>', 'results as a JSON list instead; a dash reads standard input'),
  question: 'sample:test',
  async input(given) {
    const { args, flags } = given
    const id = args[0] ?? ''
    const file = textFlag(flags, 'file')
    if (file !== null) return { id, items: (await jsonFrom(file, given)) as never }
    const result = {
      results: Object.fromEntries(
        manyFlag(flags, 'result').map((typed) => {
          const [attribute, word] = pairOf('--result', typed)
          return [attribute, choiceOf(`--result ${attribute}`, word, ATTRIBUTE_RESULTS)]
        }),
      ),
      mark: textFlag(flags, 'mark') ?? '',
      text: textFlag(flags, 'text') ?? '',
      testedBy: needed('--by', textFlag(flags, 'by')),
    }
    const positions = needed('--item', textFlag(flags, 'item')).split(',').map(countOf('--item', 0))
    return { id, items: positions.map((position) => ({ ...result, position })) }
  },
  lines: actLines,
})

/** Samples, drawn and tested. */
export const SAMPLE: readonly Command[] = [draw, list, show, repeat, test]
