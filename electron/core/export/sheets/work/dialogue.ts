import { SEVERITIES } from '../../../../../shared/model/check.ts'
import type { Row, Sheet, Tone } from '../../sheet.ts'
import type { WorkbookSource } from '../../workbook-source.ts'
import { instant, number, prose, state, text, yesNo } from '../column.ts'
import { SHEET } from '../names.ts'
import { counted, SEVERITY } from '../words.ts'
import { controlWords } from './samples.ts'

const REQUEST = {
  open: ['Open', 'unknown'],
  received: ['Received', 'plain'],
  accepted: ['Accepted', 'good'],
  returned: ['Returned', 'bad'],
  withdrawn: ['Withdrawn', 'muted'],
} as const

/** What the client was asked for; null where nothing was. */
export function clientRequestsSheet(source: WorkbookSource): Sheet | null {
  const all = source.records('client-request')
  if (all.length === 0) return null
  const titles = new Map(source.documents().map(({ id, title }) => [id, title]))
  return {
    name: SHEET.clientRequests,
    title: 'Requests to the client',
    about: `${counted(all.length, 'request')} with due date and state`,
    notes: [],
    columns: [
      number('Number', 9),
      state('State', 11),
      prose('Title', 36),
      prose('Text', 44),
      text('Control', 18, { wrap: true }),
      prose('Owner', 20),
      { title: 'Due', kind: 'day', width: 12 },
      prose('Answer', 44),
      prose('Documents', 32),
    ],
    *rows(): Iterable<Row> {
      for (const { content: one } of all) {
        const [word, tone] = REQUEST[one.state]
        const documents = one.documents.map((id) => `D-${id} ${titles.get(id) ?? '(removed)'}`).join('\n')
        const asked = [one.number, word, one.title, one.text || null, controlWords(one.control)]
        yield { tone, cells: [...asked, one.owner || null, one.due, one.answer || null, documents || null] }
      }
    },
  }
}

const FINDING = {
  open: ['Open', 'bad'],
  answered: ['Answered', 'unknown'],
  resolved: ['Resolved', 'good'],
  withdrawn: ['Withdrawn', 'muted'],
} as const

const SUBJECTS = 20

/** Findings that people wrote, with the response of management; null where there are none. */
export function peoplesFindingsSheet(source: WorkbookSource): Sheet | null {
  const all = source
    .records('finding')
    .toSorted((a, b) => SEVERITIES.indexOf(a.content.severity) - SEVERITIES.indexOf(b.content.severity))
  if (all.length === 0) return null
  return {
    name: SHEET.peoplesFindings,
    title: 'Findings that people reported',
    about: `${counted(all.length, 'finding')} with owner, due date and response`,
    notes: [`What people found; what automated checks found is in ${SHEET.findings}.`],
    columns: [
      text('Finding', 9),
      state('State', 11),
      text('Severity', 10),
      prose('Title', 36),
      prose('Text', 44),
      prose('Controls', 22),
      text('Check', 9),
      prose('Subjects', 32),
      prose('Owner', 20),
      { title: 'Due', kind: 'day', width: 12 },
      prose('Response of management', 44),
      prose('Resolution', 36),
      prose('Raised by', 18),
    ],
    *rows(): Iterable<Row> {
      for (const { key, content: one } of all) {
        const [word, tone] = FINDING[one.state]
        const more = one.subjects.length - SUBJECTS
        const subjects = one.subjects.slice(0, SUBJECTS).map(({ subject }) => subject)
        const named = [...subjects, ...(more > 0 ? [`and ${more} more`] : [])].join('\n')
        const about = [one.title, one.text || null, one.controls.map(controlWords).join('\n') || null]
        const answered = [one.owner || null, one.due, one.response || null, one.resolution || null]
        yield {
          tone,
          cells: [
            key,
            word,
            SEVERITY[one.severity],
            ...about,
            one.checkId,
            named || null,
            ...answered,
            one.raisedBy,
          ],
        }
      }
    },
  }
}

const NOTE: Readonly<Record<'open' | 'answered' | 'closed', readonly [string, Tone]>> = {
  open: ['Open', 'unknown'],
  answered: ['Answered', 'plain'],
  closed: ['Closed', 'good'],
}

/** Notes and review notes with their answers; null where there are none. */
export function notesSheet(source: WorkbookSource): Sheet | null {
  const all = source.records('note')
  if (all.length === 0) return null
  return {
    name: SHEET.notes,
    title: 'Notes',
    about: `${counted(all.length, 'note')} with their answers`,
    notes: ['An open review note keeps a reviewer from signing the control that it is about.'],
    columns: [
      text('Note', 9),
      state('State', 11),
      yesNo('Review note'),
      text('About', 12),
      prose('Which', 32),
      prose('Text', 52),
      prose('By', 18),
      prose('Answers', 60),
      instant('Last change'),
    ],
    *rows(): Iterable<Row> {
      for (const { key, content: one, at } of all) {
        const [word, tone] = NOTE[one.state]
        const answers = one.answers.map((said) => `${said.by}, ${said.at.slice(0, 10)}: ${said.text}`)
        const about = [one.review, one.about.kind, one.about.title || one.about.id]
        yield { tone, cells: [key, word, ...about, one.text, one.writtenBy, answers.join('\n') || null, at] }
      }
    },
  }
}
