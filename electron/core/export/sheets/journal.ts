import { journalWords } from '../../../../shared/model/journal-words.ts'
import type { Json } from '../../../../shared/model/json.ts'
import type { Sheet } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { instant, number, prose, text } from './column.ts'
import { SHEET } from './names.ts'
import { toldFields } from './topics/flatten.ts'

/** Who did what with the locker, each line chained to the one before by its hash. */
export function journalSheet(source: WorkbookSource): Sheet {
  const head = source.journalHead
  return {
    name: SHEET.journal,
    title: 'Journal of the locker',
    about: 'Who did what with the locker, chained by hashes',
    notes: [`Each entry’s hash covers the entry before it. The head, entry ${head.seq}, is ${head.hash}.`],
    columns: [
      number('Entry', 8),
      instant('At'),
      text('By', 28),
      text('What', 24),
      prose('In words', 60),
      prose('Details', 80),
      prose('Hash', 34),
    ],
    *rows() {
      for (const entry of source.journal()) {
        const { seq, at, actor, action, detail, hash } = entry
        const { did, says } = journalWords(entry)
        yield { cells: [seq, at, actor, did, says, `${action}; ${toldFields(detail as Json)}`, hash] }
      }
    },
  }
}
