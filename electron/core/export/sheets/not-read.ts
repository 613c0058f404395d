import type { Sheet } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { asOf } from './as-of.ts'
import { prose, state, text } from './column.ts'
import { SHEET } from './names.ts'
import { topicTitle } from './topics/topics.ts'
import { OUTCOME } from './words.ts'

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
      for (const { topic, subjectKind, subject, path, outcome, reason } of source.readings()) {
        if (outcome === 'read') continue
        const { word, tone } = OUTCOME[outcome]
        yield { tone, cells: [word, topicTitle(topic), subjectKind, subject, path, reason] }
      }
    },
  }
}
