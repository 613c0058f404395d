import type { Outcome } from '../../../../shared/model/collection.ts'
import type { Sheet } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { asOf } from './as-of.ts'
import { prose, state, text } from './column.ts'
import { SHEET } from './names.ts'
import { topicTitle } from './topics/topics.ts'
import { OUTCOME } from './words.ts'

const WORST_FIRST: readonly Outcome[] = ['denied', 'failed', 'gone', 'absent', 'off']

/** What was asked for and not read, and what was found to be off: nothing is missing without a word. */
export function notReadSheet(source: WorkbookSource): Sheet {
  return {
    name: SHEET.notRead,
    title: 'Not read',
    about: 'Reads that were refused or failed, and features that are off',
    notes: [
      `${asOf(source)} Reads that Heroku refused or that failed, things that were not there, and features that are off.`,
    ],
    columns: [
      state('Outcome', 12),
      prose('Topic', 28),
      text('Of a', 12),
      prose('Subject', 32),
      prose('Path', 48),
      prose('Reason', 56),
    ],
    *rows() {
      const unread = [...source.readings()].filter(({ outcome }) => outcome !== 'read')
      unread.sort((a, b) => WORST_FIRST.indexOf(a.outcome) - WORST_FIRST.indexOf(b.outcome))
      for (const { topic, subjectKind, subject, path, outcome, reason } of unread) {
        const { word, tone } = OUTCOME[outcome]
        yield { tone, cells: [word, topicTitle(topic), subjectKind, subject, path, reason] }
      }
    },
  }
}
