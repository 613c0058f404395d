import {
  type AttestationAge,
  attestationAge,
  attestationOf,
} from '../../../../shared/model/records/attestation.ts'
import type { RecordItem } from '../../../../shared/model/records.ts'
import type { Row, Sheet, Tone } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { instant, prose, state, text } from './column.ts'
import { SHEET } from './names.ts'
import { counted } from './words.ts'

const AGE: Readonly<Record<AttestationAge, readonly [word: string, tone: Tone]>> = {
  current: ['Holds', 'good'],
  due: ['Ends soon', 'unknown'],
  old: ['Ended', 'bad'],
  'not-yet': ['Not yet', 'unknown'],
}

const ANSWER = new Map([
  [true, 'yes'],
  [false, 'no'],
])

/** What people stated about things that no API tells; null where nobody stated anything. */
export function attestationsSheet(source: WorkbookSource): Sheet | null {
  const all = source
    .records('attestation')
    .toSorted((a, b) =>
      a.content.about === b.content.about
        ? a.content.date < b.content.date
          ? 1
          : -1
        : a.content.about < b.content.about
          ? -1
          : 1,
    )
  if (all.length === 0) return null
  const today = source.collection.startedAt.slice(0, 10)
  const titles = new Map(source.documents().map(({ id, title }) => [id, title]))
  return {
    name: SHEET.attestations,
    title: 'Attestations',
    about: `${counted(all.length, 'statement')} of people about what no API tells`,
    notes: [
      `What people stated, not what Heroku answered; whether a statement holds is told as of ${today}, the day of the collection.`,
    ],
    columns: [
      state('State', 10),
      prose('Title', 30),
      text('Topic', 24, { wrap: true }),
      text('Subject', 22, { wrap: true }),
      prose('Question', 44),
      text('Answer', 8),
      prose('Statement', 44),
      prose('Facts', 28),
      prose('Person', 22),
      { title: 'As of', kind: 'day', width: 11 },
      { title: 'Until', kind: 'day', width: 11 },
      prose('Document', 26),
      instant('Recorded'),
      text('Recorded by', 22, { wrap: true }),
    ],
    *rows() {
      for (const record of all) yield rowOf(record, today, titles)
    },
  }
}

function rowOf(
  { content: said, at, by }: RecordItem<'attestation'>,
  today: string,
  titles: ReadonlyMap<number, string>,
): Row {
  const { title, topic, question } = attestationOf(said.about)
  const [word, tone] = AGE[attestationAge(said, today)]
  const facts = Object.entries(said.facts).map(
    ([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : value}`,
  )
  const document =
    said.documentId === null ? null : `D-${said.documentId} ${titles.get(said.documentId) ?? '(removed)'}`
  return {
    tone,
    cells: [
      word,
      title,
      topic,
      said.subject ?? 'the organisation',
      question,
      said.answer === null ? 'neither' : (ANSWER.get(said.answer) ?? null),
      said.statement,
      facts.join('; ') || null,
      said.role === null ? said.person : `${said.person}, ${said.role}`,
      said.date,
      said.until,
      document,
      at,
      by,
    ],
  }
}
