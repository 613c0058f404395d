import { LIST_KINDS } from '../../../shared/model/records/lists.ts'
import { choiceOf } from '../choice.ts'
import { type Command, EXIT } from '../command.ts'
import { countOf, lockerFlags, numberFlag, textFlag } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { count } from '../progress-line.ts'
import { table } from '../table.ts'

/** The rows of a list as they stand. */
export const listShow: Command = {
  name: 'list show',
  summary: 'the rows of a list, with who gave it',
  examples: ['list show leavers --locker acme.locker', 'list show log-hosts --locker acme.locker --json'],
  flags(parser) {
    parser.argument('<kind>', 'as `list kinds` names it')
    lockerFlags(parser)
    parser
      .option('--search <words>', 'only rows with these words')
      .option('--start <number>', 'from this row on', countOf('--start', 0), 0)
      .option('--limit <number>', 'at most so many rows', countOf('--limit', 1, 1000), 100)
  },
  async run(input) {
    const { args, flags, print } = input
    const question = {
      kind: choiceOf('the kind', args[0] ?? '', LIST_KINDS),
      search: textFlag(flags, 'search') ?? '',
      start: numberFlag(flags, 'start') ?? 0,
      limit: numberFlag(flags, 'limit') ?? 100,
    }
    const told = await withLocker(input, (core) => core.ask('list:window', question))
    const { info, total, rows } = told
    if (info.given === null) {
      print.result([`No list of ${info.of} was given.`], told)
      return EXIT.done
    }
    const columns = info.columns.map(({ header }) => ({ title: header, gives: true }))
    const cells = rows.map(({ row }) => info.columns.map(({ field }) => shown(row[field])))
    const { suppliedBy, by, at } = info.given
    print.result(
      [
        `${count(total)} rows, given by ${suppliedBy} (${by}, ${at.slice(0, 10)}).`,
        ...(rows.length > 0 ? ['', ...table(columns, cells, print.width)] : []),
      ],
      told,
    )
    return EXIT.done
  },
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return Array.isArray(value) ? value.join('; ') : String(value)
}
