import { type Command, EXIT } from '../command.ts'
import { countOf, lockerFlags, numberFlag } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { count, duration, size } from '../progress-line.ts'
import { table } from '../table.ts'

/** Writes the Excel workbook of workpapers. */
export const exportWorkbook: Command = {
  name: 'export workbook',
  summary: 'write the Excel workbook that an auditor works with',
  examples: ['export workbook acme.xlsx --locker acme.locker'],
  flags(parser) {
    parser.argument('<file>', 'where to write it; a file that exists is not replaced')
    lockerFlags(parser)
    parser.option('--collection <number>', 'a collection other than the newest', countOf('--collection', 1))
  },
  async run(input) {
    const { print, flags, signal } = input
    const question = {
      destination: input.path(input.args[0] ?? ''),
      collectionId: numberFlag(flags, 'collection'),
    }
    const onProgress = ({ sheet, rows }: { sheet: string; rows: number }) =>
      print.progress(`writing ${sheet}: ${count(rows)} rows`)
    const written = await withLocker(input, (core) =>
      core.ask('export:workbook', question, { signal, onProgress }),
    )
    const rows = written.sheets.map((sheet) => [sheet.name, count(sheet.rows)])
    const lines = [
      `${written.file} (${size(written.bytes)}, ${written.sheets.length} sheets, ${duration(written.seconds)})`,
      `SHA-256 ${written.sha256}`,
      '',
      ...table([{ title: 'Sheet' }, { title: 'Rows', align: 'right' }], rows, print.width),
    ]
    print.result(lines, written)
    return EXIT.done
  },
}
