import { writeFileSync } from 'node:fs'
import { problem } from '../../../shared/errors.ts'
import { APP_TAG_TABLE } from '../../../shared/model/records/app-tag-table.ts'
import { LIST_KINDS, listOf } from '../../../shared/model/records/lists.ts'
import { codeOf, writeWords } from '../../../shared/system-words.ts'
import { choiceOf } from '../choice.ts'
import { type Command, EXIT } from '../command.ts'
import { textFlag } from '../flags.ts'

/** The table that an import expects, with one example row. */
export const listTemplate: Command = {
  name: 'list template',
  summary: 'the columns of a list as a CSV table with an example; `app-tags` for tags of apps',
  examples: [
    'list template log-hosts',
    'list template leavers --out leavers.csv',
    'list template app-tags --json',
  ],
  flags(parser) {
    parser
      .argument('<kind>', 'as `list kinds` names it, or app-tags')
      .option('--out <file>', 'write it to a new file')
  },
  async run({ args, flags, print, path }) {
    const kind = choiceOf('the kind', args[0] ?? '', [...LIST_KINDS, 'app-tags' as const])
    const { columns, title, says } = kind === 'app-tags' ? APP_TAG_TABLE : listOf(kind)
    const lines = [columns.map(({ header }) => header), columns.map(({ example }) => example)].map((row) =>
      row.map(cell).join(','),
    )
    const out = textFlag(flags, 'out')
    if (out !== null) {
      write(path(out), `\ufeff${lines.join('\r\n')}\r\n`)
      print.note(`${out}: replace the example row with your own.`)
    }
    print.result(out === null ? lines : [], { kind, title, says, columns })
    return EXIT.done
  },
}

const cell = (text: string) => (/[",\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' })
  } catch (error) {
    throw codeOf(error) === 'EEXIST'
      ? problem('already-there', { path: file }, error)
      : problem('cannot-write', { path: file, why: writeWords(error) }, error)
  }
}
