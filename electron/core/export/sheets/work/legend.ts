import { type MARKED, USUAL_LEGEND } from '../../../../../shared/model/records/tickmark.ts'
import { SELECTION_RULE } from '../../../testing/selection.ts'
import type { Row, Sheet } from '../../sheet.ts'
import type { WorkbookSource } from '../../workbook-source.ts'
import { instant, prose, text } from '../column.ts'
import { SHEET } from '../names.ts'
import { heading, say } from '../statement.ts'
import { counted } from '../words.ts'

/** How samples are chosen, and what tickmarks mean; null where nothing was sampled or marked. */
export function legendSheet(source: WorkbookSource): Sheet | null {
  const own = source.records('tickmark-meaning')
  if (source.records('sample').length + source.records('tickmark').length + own.length === 0) return null
  return {
    name: SHEET.legend,
    title: 'Testing legend',
    about: 'How samples are chosen, and what the tickmarks mean',
    notes: [],
    layout: 'page',
    columns: [text('', 28), prose('', 92)],
    *rows(): Iterable<Row> {
      yield heading('How items are chosen')
      for (const [n, sentence] of SELECTION_RULE.split(/(?<=\.) (?=[A-Z])/).entries())
        yield say(n === 0 ? 'Rule' : '', sentence)
      yield heading('Tickmarks')
      const meanings = own.map(({ key, content }) => [key, content.meaning] as const)
      for (const [mark, meaning] of new Map([...Object.entries(USUAL_LEGEND), ...meanings]))
        yield say(mark, meaning)
    },
  }
}

const KIND: Readonly<Record<(typeof MARKED)[number], string>> = {
  event: 'Event',
  evidence: 'Evidence',
  change: 'Change',
  result: 'Check result',
}

/** Marks on single things outside of samples; null where nothing is marked. */
export function marksSheet(source: WorkbookSource): Sheet | null {
  const all = source.records('tickmark')
  if (all.length === 0) return null
  return {
    name: SHEET.marks,
    title: 'Tickmarks',
    about: `${counted(all.length, 'mark')} on single events, items, changes and results`,
    notes: [`What the marks mean is told in ${SHEET.legend}.`],
    columns: [
      text('Mark', 7),
      text('On', 14),
      text('Number', 14),
      prose('Title', 48),
      prose('What was seen', 48),
      prose('By', 20),
      instant('Marked'),
    ],
    *rows() {
      for (const { content: one, at } of all) {
        const { kind, id, title } = one.about
        yield { cells: [one.mark, KIND[kind], id, title, one.text || null, one.by, at] }
      }
    },
  }
}
