import { type Command, EXIT } from '../command.ts'
import { eventFilter, eventFilterFlags } from '../event-filter.ts'
import { countOf, lockerFlags, numberFlag, textFlag } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { count, inUtc, stepLine } from '../progress-line.ts'
import { table } from '../table.ts'

/** Audit events, page by page, or out into a file. */
export const events: Command = {
  name: 'events',
  summary: 'audit events, narrowed by person, app, action, time or words; or out into a CSV file',
  examples: [
    'events --locker acme.locker --actor ana@acme.example --from 2026-05-01 --to 2026-05-31',
    'events --locker acme.locker --type app --limit 1000 --json',
    'events --locker acme.locker --type app --export app-events.csv',
  ],
  flags(parser) {
    lockerFlags(parser)
    eventFilterFlags(parser)
    parser
      .option('--limit <number>', 'at most so many', countOf('--limit', 1, 1000), 100)
      .option('--after <cursor>', 'the page after this one, as the last page said')
      .option('--export <file>', 'write all of them to a CSV file instead')
  },
  async run(input) {
    const { flags, print, signal } = input
    const filter = eventFilter(flags)
    const file = textFlag(flags, 'export')
    if (file !== null) {
      const destination = input.path(file)
      const onProgress = ({ done, of }: { done: number; of: number }) =>
        print.progress(stepLine('writing', done, of, print.live))
      const written = await withLocker(input, (core) =>
        core.ask('event:export', { filter, destination }, { signal, onProgress }),
      )
      print.result([`${count(written.rows)} events in ${input.show(written.file)}.`], written)
      return EXIT.done
    }
    const page = await withLocker(input, (core) =>
      core.ask('event:page', {
        filter,
        after: textFlag(flags, 'after'),
        limit: numberFlag(flags, 'limit') ?? 100,
      }),
    )
    const rows = page.rows.map((one) => [
      String(one.seq),
      inUtc(one.at),
      one.type,
      one.action,
      one.actor ?? '',
      one.app ?? one.team ?? '',
      one.ip ?? '',
    ])
    const columns = ['Number', 'At (UTC)', 'Type', 'Action', 'Actor', 'App or team', 'Address'].map(
      (title) => ({
        title,
        gives: title === 'Actor' || title === 'App or team',
      }),
    )
    const more = page.next === null ? [] : ['', `More: --after ${page.next}`]
    print.result(
      rows.length === 0 ? ['No such event.'] : [...table(columns, rows, print.width), ...more],
      page,
    )
    return EXIT.done
  },
}
