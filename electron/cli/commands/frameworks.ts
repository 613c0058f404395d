import { type Command, EXIT } from '../command.ts'
import { countOf, numberFlag, textFlag } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { count } from '../progress-line.ts'
import { coverageTable } from '../summary-tables.ts'
import { table } from '../table.ts'

/** The frameworks that ship with the app and, with a locker, how far its evidence covers them. */
export const frameworks: Command = {
  name: 'frameworks',
  summary: 'the frameworks in the box and, with a locker, how far its evidence covers them',
  examples: ['frameworks', 'frameworks --locker acme.locker', 'frameworks --locker acme.locker --json'],
  flags(parser) {
    parser
      .option('--locker <file>', 'tell the coverage by this locker')
      .option(
        '--recovery-key-stdin',
        'open it with the recovery key on standard input, not with the keychain',
      )
      .option('--collection <number>', 'a collection other than the newest', countOf('--collection', 1))
  },
  async run(input) {
    const { print, flags } = input
    if (textFlag(flags, 'locker') === null) {
      const shipped = await import('../../core/frameworks/index.ts')
      const list = shipped.frameworks().map(({ controls, topics, checks, ...head }) => ({
        ...head,
        counts: {
          controls: controls.length,
          requirements: controls.filter(({ kind }) => head.requirementKinds.includes(kind)).length,
          topics: topics.length,
          checks: checks.length,
          kinds: Object.fromEntries(
            [...Map.groupBy(controls, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length]),
          ),
        },
      }))
      const rows = list.map((one) => [
        one.id,
        one.title,
        one.version,
        count(one.counts.controls),
        count(one.counts.requirements),
        count(one.counts.topics),
      ])
      const columns = [
        { title: 'Id' },
        { title: 'Framework', gives: true },
        { title: 'Version' },
        { title: 'Entries', align: 'right' as const },
        { title: 'Requirements', align: 'right' as const },
        { title: 'Suggestions', align: 'right' as const },
      ]
      print.result(table(columns, rows, print.width), list)
      return EXIT.done
    }
    const collectionId = numberFlag(flags, 'collection')
    const coverage = await withLocker(input, (core) => core.ask('framework:coverage', { collectionId }))
    print.result(coverageTable(coverage, print.width), coverage)
    return EXIT.done
  },
}
