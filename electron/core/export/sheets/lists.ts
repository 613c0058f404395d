import type { Sheet } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { asOf } from './as-of.ts'
import { number, prose, state, tally } from './column.ts'
import { SHEET } from './names.ts'

/** The proof of each list: its pages, the ranges they were asked with, and how the last one ended. */
export function listsSheet(source: WorkbookSource): Sheet {
  return {
    name: SHEET.lists,
    title: 'Lists and their pages',
    about: 'The proof that each list was read to its end',
    notes: [
      `${asOf(source)} A list is whole when its last page came with status 200, or without a next range; each page was asked with the range that the one before named. Lists that are not whole come first.`,
    ],
    columns: [
      prose('List', 60),
      tally('Pages', 8),
      tally('Records', 10),
      number('Last status', 10),
      state('Read', 18),
      prose('Ranges asked, in order', 90),
    ],
    *rows() {
      const lists = [...source.lists()].sort((a, b) => Number(a.complete) - Number(b.complete))
      for (const { path, pages, records, lastStatus, complete, ranges } of lists) {
        const word = complete ? 'to its end' : 'not to its end'
        yield {
          tone: complete ? 'good' : 'bad',
          cells: [path, pages, records, lastStatus, word, ranges.join('\n') || null],
        }
      }
    },
  }
}
