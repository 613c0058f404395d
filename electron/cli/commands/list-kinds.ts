import { type Command, EXIT } from '../command.ts'
import { lockerFlags, textFlag } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { count } from '../progress-line.ts'
import { table } from '../table.ts'

/** Every kind of list, what it is for and, with a locker, whether it was given. */
export const listKinds: Command = {
  name: 'list kinds',
  summary: 'the lists that checks ask for and, with a locker, which were given',
  examples: ['list kinds', 'list kinds --locker acme.locker', 'list kinds --json'],
  flags(parser) {
    lockerFlags(parser)
  },
  async run(input) {
    const { print, flags } = input
    const { LIST_KINDS, listOf } = await import('../../../shared/model/records/lists.ts')
    const infos =
      textFlag(flags, 'locker') === null
        ? LIST_KINDS.map((kind) => {
            const { row: _, ...definition } = listOf(kind)
            return { ...definition, kind, given: null }
          })
        : await withLocker(input, (core) => core.ask('list:kinds', {}))
    const rows = infos.map(({ kind, given, checks, says }) => [
      kind,
      given ? `${count(given.rows)} rows` : '–',
      checks.join(', '),
      says,
    ])
    const columns = [
      { title: 'Kind' },
      { title: 'Given' },
      { title: 'Checks' },
      { title: 'What for', gives: true },
    ]
    print.result(table(columns, rows, print.width), infos)
    return EXIT.done
  },
}
