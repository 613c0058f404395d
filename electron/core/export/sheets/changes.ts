import type { ChangeKind, SubjectChange } from '../../../../shared/model/changes.ts'
import { evidenceNumber } from '../../../../shared/model/evidence.ts'
import type { Json } from '../../../../shared/model/json.ts'
import type { Cell, Row, Sheet, Tone } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { jump, prose, state, text } from './column.ts'
import { SHEET } from './names.ts'
import type { Places } from './places.ts'
import { topicTitle } from './topics/topics.ts'
import { count, moment } from './words.ts'

const WORD: Readonly<Record<ChangeKind, readonly [string, Tone]>> = {
  added: ['Added', 'plain'],
  removed: ['Removed', 'plain'],
  changed: ['Changed', 'plain'],
  'first-read': ['First read', 'unknown'],
  'not-read': ['Not read now', 'unknown'],
}

function shown(value: Json): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  return JSON.stringify(value)
}

function* rowsOf(
  places: Places,
  { topic, subject, kind, before, after, fields }: SubjectChange,
): Iterable<Row> {
  const [word, tone] = WORD[kind]
  const about = [topicTitle(topic), subject, word]
  const ids = [
    before === null ? null : evidenceNumber(before),
    after === null ? null : places.evidence([after]),
  ]
  if (fields.length === 0) yield { tone, cells: [...about, null, null, null, ...ids] }
  for (const { field, before: old, after: now } of fields)
    yield { tone, cells: [...about, field, shown(old), shown(now), ...ids] }
}

/** What changed since the collection before, a row for each field; null where there is no collection before. */
export function changesSheet(source: WorkbookSource, places: Places): Sheet | null {
  const compared = source.changes()
  if (compared === null) return null
  const { before, topics } = compared
  const sum = (kind: ChangeKind) => count(topics.reduce((total, one) => total + one[kind], 0))
  const single = topics.filter((one) => !one.compared).map(({ topic }) => topicTitle(topic))
  return {
    name: SHEET.changes,
    title: `Changes since collection ${before.id} of ${moment(before.startedAt)}`,
    about: 'What was added, removed and changed since the collection before, field by field',
    notes: [
      `Collection ${source.collection.id} of ${moment(source.collection.startedAt)} against collection ${before.id}: ${sum('added')} added, ${sum('removed')} removed, ${sum('changed')} changed.`,
      `${sum('first-read')} were read for the first time and ${sum('not-read')} could not be read again: nobody knows whether those changed. What moves by itself, such as the time of a last use, is left out.`,
      ...(single.length === 0 ? [] : [`Read by one of the two collections only: ${single.join(', ')}.`]),
    ],
    columns: [
      text('Topic', 28),
      prose('Subject', 36),
      state('What', 14),
      prose('Field', 34),
      prose('Before', 40),
      prose('After', 40),
      text('Evidence before', 13),
      jump('Evidence after', 13),
    ],
    *rows() {
      for (const change of compared.rows()) yield* rowsOf(places, change)
    },
  }
}
