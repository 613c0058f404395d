import { evidenceNumber } from '../../../shared/model/evidence.ts'
import { type Command, EXIT } from '../command.ts'
import { countOf, lockerFlags, numberFlag } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { inUtc } from '../progress-line.ts'
import { table } from '../table.ts'

/** Full-text search over evidence and events. */
export const search: Command = {
  name: 'search',
  summary: 'search evidence and audit events for words',
  examples: [
    'search "database promoted" --locker acme.locker',
    'search ana --locker acme.locker --limit 20 --json',
  ],
  flags(parser) {
    parser.argument('<words...>', 'all of them have to occur')
    lockerFlags(parser)
    parser.option('--limit <number>', 'at most so many hits', countOf('--limit', 1, 1000), 50)
  },
  async run(input) {
    const text = input.args.join(' ')
    const limit = numberFlag(input.flags, 'limit') ?? 50
    const hits = await withLocker(input, (core) => core.ask('search', { text, limit }))
    const rows = hits.map((hit) => [
      hit.in === 'evidence' ? evidenceNumber(hit.id) : `event ${hit.id}`,
      hit.topic,
      inUtc(hit.at),
      hit.title,
      hit.excerpt,
    ])
    const columns = [
      { title: 'Where' },
      { title: 'Topic', gives: true },
      { title: 'At (UTC)' },
      { title: 'Subject', gives: true },
      { title: 'Found', gives: true },
    ]
    const lines =
      hits.length === 0 ? [`Nothing in this locker has ${text}.`] : table(columns, rows, input.print.width)
    input.print.result(lines, { text, hits })
    return EXIT.done
  },
}
