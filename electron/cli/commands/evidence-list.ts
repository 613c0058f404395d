import { evidenceNumber } from '../../../shared/model/evidence.ts'
import { type Command, EXIT } from '../command.ts'
import { countOf, lockerFlags, numberFlag, textFlag } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { inUtc } from '../progress-line.ts'
import { table } from '../table.ts'

/** The evidence of a collection, page by page. */
export const evidenceList: Command = {
  name: 'evidence list',
  summary: 'the evidence of a collection, page by page',
  examples: [
    'evidence list --locker acme.locker --topic member-mfa',
    'evidence list --locker acme.locker --search shop-api --limit 20 --json',
  ],
  flags(parser) {
    lockerFlags(parser)
    parser
      .option('--topic <topic>', 'only this kind of evidence')
      .option('--search <words>', 'only items with these words')
      .option('--collection <number>', 'a collection other than the newest', countOf('--collection', 1))
      .option('--limit <number>', 'at most so many items', countOf('--limit', 1, 1000), 100)
      .option('--after <cursor>', 'the page after this one, as the last page said')
  },
  async run(input) {
    const { asTopics } = await import('../topics.ts')
    const { flags } = input
    const named = textFlag(flags, 'topic')
    const question = {
      collectionId: numberFlag(flags, 'collection'),
      topic: named === null ? null : (asTopics([named])[0] ?? null),
      search: textFlag(flags, 'search'),
      after: textFlag(flags, 'after'),
      limit: numberFlag(flags, 'limit') ?? 100,
    }
    const page = await withLocker(input, (core) => core.ask('evidence:page', question))
    const rows = page.rows.map((item) => [
      evidenceNumber(item.id),
      item.topic,
      item.subject,
      inUtc(item.capturedAt),
      item.hash.slice(0, 8),
    ])
    const columns = [
      { title: 'Number' },
      { title: 'Topic', gives: true },
      { title: 'Subject', gives: true },
      { title: 'Captured (UTC)' },
      { title: 'SHA-256' },
    ]
    const more = page.next === null ? [] : ['', `More: --after ${page.next}`]
    const lines =
      rows.length === 0 ? ['No such evidence.'] : [...table(columns, rows, input.print.width), ...more]
    input.print.result(lines, page)
    return EXIT.done
  },
}
