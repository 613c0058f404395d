import type { Sheet } from '../../sheet.ts'
import type { WorkbookSource } from '../../workbook-source.ts'
import { prose, state } from '../column.ts'
import { SHEET } from '../names.ts'
import { topicTitle } from '../topics/topics.ts'
import { counted } from '../words.ts'
import { spelled } from './spelled.ts'

/** What the vendor operates, marked as inherited, with the customer's duty beside it; null where nothing is told. */
export function inheritedSheet(source: WorkbookSource): Sheet | null {
  const all = source.inherited()
  if (all.length === 0) return null
  return {
    name: SHEET.inherited,
    title: 'Inherited controls',
    about: `${counted(all.length, 'statement')} about what Heroku operates, and what is left to do`,
    notes: [
      'Inherited: nothing in the customer’s account can show it. Each statement is in our own words and cites where the vendor says it; it holds as far as a current document is on file.',
    ],
    columns: [
      state('State', 18),
      prose('Control', 28),
      prose('Statement', 56),
      prose('Cited document and section', 44),
      prose('On file, with its date', 40),
      prose('What is left to the customer', 48),
      prose('Own evidence', 32),
    ],
    *rows() {
      for (const { title, says, cites, duty, topics, documents } of all) {
        const cited = cites.map(({ document, section }) => `${spelled(document)}: ${section}`).join('\n')
        const file = documents.map(({ id, title: name, date }) => `D-${id} ${name}, ${date || 'no date'}`)
        const there = documents.length > 0
        const own = topics.map((topic) => spelled(topicTitle(topic))).join('\n')
        yield {
          tone: there ? 'good' : 'unknown',
          cells: [
            there ? 'Inherited' : 'Inherited, no file',
            ...[title, says, cited, file.join('\n') || 'nothing on file', duty, own],
          ],
        }
      }
    },
  }
}
