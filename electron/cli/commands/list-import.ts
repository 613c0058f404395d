import { LIST_KINDS } from '../../../shared/model/records/lists.ts'
import { choiceOf, needed } from '../choice.ts'
import type { Command } from '../command.ts'
import { isOn, lockerFlags, textFlag } from '../flags.ts'
import { tableInput, tellImported } from '../imported-lines.ts'
import { withLocker } from '../open-locker.ts'

/** A list from a file or from standard input. */
export const listImport: Command = {
  name: 'list import',
  summary: 'take a list over from CSV, TSV or .xlsx: all rows or none',
  examples: [
    'list import leavers hr.xlsx --by "Ana Silva" --locker acme.locker',
    'list import log-hosts hosts.csv --by Ana --add --locker acme.locker --dry-run',
    'list import log-hosts - --by Ana --locker acme.locker',
  ],
  flags(parser) {
    parser
      .argument('<kind>', 'as `list kinds` names it')
      .argument('<file>', 'the table; a dash reads standard input')
    lockerFlags(parser)
    parser
      .option('--by <person>', 'who vouches for the list')
      .option('--add', 'keep the rows that are there')
      .option('--dry-run', 'only say what is wrong, and what would change')
  },
  async run(input) {
    const { args, flags } = input
    const kind = choiceOf('the kind', args[0] ?? '', LIST_KINDS)
    const suppliedBy = needed('--by', textFlag(flags, 'by'))
    const table = await tableInput(args[1] ?? '', input)
    const how = {
      dryRun: isOn(flags, 'dryRun'),
      mode: isOn(flags, 'add') ? ('add' as const) : ('replace' as const),
    }
    const imported = await withLocker(input, (core) =>
      core.ask('list:import', { ...table, ...how, kind, suppliedBy }),
    )
    return tellImported(imported, input)
  },
}
