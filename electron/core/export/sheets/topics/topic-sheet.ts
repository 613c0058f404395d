import type { EvidenceId } from '../../../../../shared/model/evidence.ts'
import type { Json } from '../../../../../shared/model/json.ts'
import type { Topic } from '../../../../../shared/model/topic.ts'
import type { Cell, Column, Row, Sheet } from '../../sheet.ts'
import type { WorkbookSource } from '../../workbook-source.ts'
import { asOf } from '../as-of.ts'
import { jump, prose, text } from '../column.ts'
import type { Places } from '../places.ts'
import { counted } from '../words.ts'
import { equalValues } from './equal-values.ts'
import type { Field } from './field.ts'
import { cellOf, furtherFields } from './flatten.ts'
import { layoutOf, topicSheetName, topicTitle } from './topics.ts'

const FURTHER = prose('Further fields', 44)

function columnOf({ title, kind, width }: Field): Column {
  return { title, kind, width, ...(kind === 'text' ? { wrap: true } : {}) }
}

interface Item {
  readonly id: EvidenceId
  readonly subject: string
  readonly content: Json
}

/** Which fields hold anything, which of them only repeat the subject, and whether none shows some. */
function inUse(items: Iterable<Item>, fields: readonly Field[]) {
  const paths = fields.map((field) => field.path)
  const used = new Set<Field>()
  const repeating = new Set(fields)
  let further = false
  for (const { content, subject } of items) {
    for (const field of fields) {
      if (used.has(field) && !repeating.has(field)) continue
      const cell = cellOf(content, field)
      if (cell !== null) used.add(field)
      if (cell !== subject) repeating.delete(field)
    }
    further ||= furtherFields(content, paths) !== null
  }
  return { used, repeating, further }
}

function notesOf(topic: Topic, source: WorkbookSource, empty: readonly Field[]): string[] {
  const said = layoutOf(topic)?.note
  const left = empty.map((field) => field.title).join(', ')
  return [
    `${asOf(source)} One row per item; the number leads to its line in the register, where its id stands.`,
    ...(said === undefined ? [] : [said]),
    ...(left === '' ? [] : [`Columns left out because no item holds anything there: ${left}.`]),
  ]
}

/** The items of one topic with their content, a column for each field that holds anything. */
export function topicSheet(source: WorkbookSource, places: Places, topic: Topic): Sheet {
  const fields: readonly Field[] = layoutOf(topic)?.fields ?? []
  const items = () => source.items(topic) as Iterable<Item>
  const { used, repeating, further } = inUse(items(), fields)
  const shown = fields.filter((field) => used.has(field) && !repeating.has(field))
  const paths = fields.map((field) => field.path)
  const equal = topic === 'config-var-rotation' ? equalValues(source) : null
  const columns = [
    jump('Evidence', 11),
    prose('Subject', 34),
    ...shown.map(columnOf),
    ...(equal ? [text('Same value as', 20)] : []),
    ...(further ? [FURTHER] : []),
  ]
  return {
    name: topicSheetName(topic),
    title: topicTitle(topic),
    about: `Evidence: ${counted(places.items(topic), 'item')}`,
    notes: notesOf(
      topic,
      source,
      fields.filter((field) => !used.has(field)),
    ),
    columns,
    *rows(): Iterable<Row> {
      for (const item of items()) {
        const cells: Cell[] = [places.evidence([item.id]), item.subject]
        for (const field of shown) cells.push(cellOf(item.content, field))
        if (equal) cells.push(equal(item.id))
        if (further) cells.push(furtherFields(item.content, paths))
        yield { cells }
      }
    },
  }
}
