import type { Rating, StandingConclusion } from '../../../../../shared/model/work.ts'
import type { Row, Sheet, Tone } from '../../sheet.ts'
import type { WorkbookSource } from '../../workbook-source.ts'
import { instant, prose, state, tally, text } from '../column.ts'
import { frameworkSheetName, SHEET } from '../names.ts'
import { counted } from '../words.ts'

/** How well a control is made or worked, in words. */
export const RATING: Readonly<Record<Rating, string>> = {
  effective: 'Effective',
  ineffective: 'Not effective',
  'not-tested': 'Not tested',
}

/** Where a conclusion stands: signed, waiting, or open again because something beneath it changed. */
function standing(one: StandingConclusion): readonly [word: string, tone: Tone] {
  if (one.changed.length > 0) return ['Open again', 'bad']
  if (one.openReviewNotes > 0) return ['Notes open', 'unknown']
  return one.reviewedBy === null ? ['Prepared', 'unknown'] : ['Reviewed', 'good']
}

/** What preparers concluded and reviewers signed; null where nothing is concluded. */
export function conclusionsSheet(source: WorkbookSource): Sheet | null {
  const all = source.conclusions()
  if (all.length === 0) return null
  return {
    name: SHEET.conclusions,
    title: 'Conclusions',
    about: `${counted(all.length, 'control')} concluded, with sign-offs`,
    notes: [
      'What people concluded. A conclusion is open again when evidence or answers beneath it changed after it was signed.',
    ],
    columns: [
      state('State', 12),
      text('Framework', 12),
      text('Control', 14),
      text('Design', 14),
      text('Operation', 14),
      prose('Conclusion', 60),
      prose('Prepared by', 20),
      instant('Prepared'),
      prose('Reviewed by', 20),
      instant('Reviewed'),
      prose('Changed beneath', 36),
      tally('Open review notes', 10),
    ],
    *rows(): Iterable<Row> {
      for (const one of all) {
        const [word, tone] = standing(one)
        const rated = [RATING[one.design], RATING[one.operation], one.text]
        const signed = [one.preparedBy, one.preparedAt, one.reviewedBy, one.reviewedAt]
        const open = [one.changed.join('\n') || null, one.openReviewNotes === 0 ? null : one.openReviewNotes]
        yield {
          tone,
          cells: [word, frameworkSheetName(one.framework), one.control, ...rated, ...signed, ...open],
        }
      }
    },
  }
}
