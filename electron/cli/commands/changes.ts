import type { Comparison, SubjectChange, TopicChanges } from '../../../shared/model/changes.ts'
import type { Json } from '../../../shared/model/json.ts'
import { type Command, EXIT } from '../command.ts'
import { countOf, lockerFlags, numberFlag, textFlag } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { count, inUtc } from '../progress-line.ts'
import { type TableColumn, table } from '../table.ts'

/** What changed between two collections. */
export const changes: Command = {
  name: 'changes',
  summary: 'what changed between two collections, field by field',
  examples: [
    'changes --locker acme.locker',
    'changes --locker acme.locker --from 1 --to 3 --topic log-drains --json',
  ],
  flags(parser) {
    lockerFlags(parser)
    parser
      .option('--from <number>', 'the earlier collection; the one before the other', countOf('--from', 1))
      .option('--to <number>', 'the later collection; the newest complete one', countOf('--to', 1))
      .option('--topic <topic>', 'only this kind of evidence')
      .option('--limit <number>', 'at most so many subjects', countOf('--limit', 1, 1000), 100)
      .option('--after <cursor>', 'the page after this one, as the last page said')
  },
  async run(input) {
    const { asTopics } = await import('../topics.ts')
    const { flags } = input
    const named = textFlag(flags, 'topic')
    const question = {
      from: numberFlag(flags, 'from'),
      to: numberFlag(flags, 'to'),
      topic: named === null ? null : (asTopics([named])[0] ?? null),
      after: textFlag(flags, 'after'),
      limit: numberFlag(flags, 'limit') ?? 100,
    }
    const told = await withLocker(input, (core) => core.ask('collection:compare', question))
    input.print.result(comparisonLines(told, input.print.width), told)
    return EXIT.done
  },
}

function comparisonLines(told: Comparison, width: number | null): string[] {
  const { from, to, topics, rows, next } = told
  const apart = topics.filter((one) => one.compared && differing(one) > 0)
  const single = topics.filter((one) => !one.compared).map((one) => one.topic)
  const between = `Collection ${to.id} (${inUtc(to.startedAt)} UTC) against collection ${from.id} (${inUtc(from.startedAt)} UTC)`
  return [
    `${between}: ${count(apart.reduce((sum, one) => sum + differing(one), 0))} subjects differ.`,
    ...(apart.length === 0 ? [] : ['', ...table(TOPIC_COLUMNS, apart.map(topicRow), width)]),
    ...(single.length === 0 ? [] : ['', `Read by only one of them, so not compared: ${single.join(', ')}.`]),
    ...(rows.length === 0 ? [] : ['', ...table(ROW_COLUMNS, rows.flatMap(changeRows), width)]),
    ...(next === null ? [] : ['', `More: --after ${next}`]),
  ]
}

function differing(one: TopicChanges): number {
  return one.added + one.removed + one.changed + one['first-read'] + one['not-read']
}

const figure = (title: string): TableColumn => ({ title, align: 'right' })
const TOPIC_COLUMNS = [
  { title: 'Topic', gives: true },
  ...['Added', 'Removed', 'Changed', 'First read', 'Not read', 'Unchanged'].map(figure),
]

function topicRow(one: TopicChanges): string[] {
  const { topic, added, removed, changed, unchanged, noise } = one
  const counts = [added, removed, changed, one['first-read'], one['not-read'], unchanged + noise]
  return [topic, ...counts.map(count)]
}

const ROW_COLUMNS: readonly TableColumn[] = [
  { title: 'Topic', gives: true },
  { title: 'Subject', gives: true },
  { title: 'What' },
  { title: 'Field', gives: true },
  { title: 'Before', gives: true },
  { title: 'After', gives: true },
]

function changeRows({ topic, subject, kind, fields }: SubjectChange): string[][] {
  const what = kind.replace('-', ' ')
  if (fields.length === 0) return [[topic, subject, what, '', '', '']]
  return fields.map(({ field, before, after }) => [topic, subject, what, field, shown(before), shown(after)])
}

function shown(value: Json): string {
  return value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)
}
