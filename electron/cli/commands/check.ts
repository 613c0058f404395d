import { type Command, EXIT } from '../command.ts'
import { countOf, isOn, lockerFlags, numberFlag } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { stepLine } from '../progress-line.ts'
import { checkLines, failureLines } from '../summary-tables.ts'

const SHOWN = 20

/** Runs every check over a collection. */
export const check: Command = {
  name: 'check',
  summary: 'run every check over the newest collection',
  examples: ['check --locker acme.locker', 'check --locker acme.locker --strict --json'],
  flags(parser) {
    lockerFlags(parser)
    parser
      .option('--collection <number>', 'a collection other than the newest', countOf('--collection', 1))
      .option('--limit <number>', 'list so many failures', countOf('--limit', 0, 1000), SHOWN)
      .option('--all', 'judge everything anew, also what reads nothing that changed')
      .option('--strict', 'end with exit code 3 when a check fails')
  },
  async run(input) {
    const { print, flags, signal } = input
    const limit = numberFlag(flags, 'limit') ?? SHOWN
    const { summary, failures } = await withLocker(input, async (core) => {
      const summary = await core.ask(
        'check:run',
        { collectionId: numberFlag(flags, 'collection'), all: isOn(flags, 'all') },
        { signal, onProgress: ({ done, of }) => print.progress(stepLine('checking', done, of, print.live)) },
      )
      const page = await core.ask('check:results', {
        collectionId: summary.collectionId,
        answers: ['fail'],
        limit: Math.max(1, limit),
      })
      return { summary, failures: page.rows.slice(0, limit) }
    })
    const hidden = summary.answers.fail - failures.length
    const more =
      hidden > 0 && limit > 0 ? ['', `${hidden} more failures: --limit 1000, or in the workbook.`] : []
    const listed = failures.length > 0 ? ['', ...failureLines(failures, print.width), ...more] : []
    print.result([...checkLines(summary), ...listed], { ...summary, failures })
    return isOn(flags, 'strict') && summary.answers.fail > 0 ? EXIT.incomplete : EXIT.done
  },
}
