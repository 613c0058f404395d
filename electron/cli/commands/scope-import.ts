import type { Command } from '../command.ts'
import { isOn, lockerFlags } from '../flags.ts'
import { tableInput, tellImported } from '../imported-lines.ts'
import { withLocker } from '../open-locker.ts'

/** Tags of apps from a table. */
export const scopeImport: Command = {
  name: 'scope import',
  summary: 'take tags of apps over from CSV, TSV or .xlsx: all rows or none',
  examples: [
    'scope import apps.xlsx --locker acme.locker --dry-run',
    'scope import apps.csv --locker acme.locker',
  ],
  flags(parser) {
    parser.argument('<file>', 'the table; a dash reads standard input')
    lockerFlags(parser)
    parser.option('--dry-run', 'only say what is wrong, and what would change')
  },
  async run(input) {
    const table = await tableInput(input.args[0] ?? '', input)
    const dryRun = isOn(input.flags, 'dryRun')
    return tellImported(
      await withLocker(input, (core) => core.ask('tag:import', { ...table, dryRun })),
      input,
    )
  },
}
