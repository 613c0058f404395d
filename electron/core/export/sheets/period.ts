import type { PeriodStanding } from '../../../../shared/model/check-period.ts'
import type { Sheet } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { instant, jump, prose, state, tally, text } from './column.ts'
import { SHEET } from './names.ts'
import type { Places } from './places.ts'
import { counted, moment, SEVERITY, type Word } from './words.ts'

/** How a check stood over the audit period. */
const STANDING: Readonly<Record<PeriodStanding, Pick<Word, 'word' | 'tone'>>> = {
  operated: { word: 'Operated', tone: 'good' },
  exceptions: { word: 'Exceptions', tone: 'bad' },
  'not-shown': { word: 'Not shown', tone: 'unknown' },
  'not-applicable': { word: 'Not applicable', tone: 'muted' },
}

/** How every check stood in the collections of the audit period; null where none of them was judged. */
export function periodSheet(source: WorkbookSource, places: Places): Sheet | null {
  const { period, collections, longestGapDays, checks } = source.period()
  if (collections.length === 0) return null
  const looked = collections.map(({ collectionId, at }) => `${collectionId} (${moment(at)})`).join(', ')
  return {
    name: SHEET.period,
    title: 'Checks over the audit period',
    about: `How each check stood over ${counted(collections.length, 'collection')} of the audit period`,
    notes: [
      `Audit period ${period.start} to ${period.end}. Collections in it: ${looked}. Longest time without one: ${counted(longestGapDays, 'day')}.`,
      'Operated: every subject passed in every collection, and there were at least two. It supports a conclusion on operating effectiveness between the collections; what happened in between is for the audit trail and samples to show.',
    ],
    columns: [
      jump('Check', 9),
      prose('Title', 40),
      text('Severity', 10),
      state('Over the period', 15),
      prose('Why', 54),
      tally('Collections', 11),
      tally('Subjects', 10),
      tally('Passed throughout', 11),
      tally('Failed at least once', 11),
      tally('Fail in the newest', 11),
      tally('Not evaluated at least once', 13),
      instant('First failed'),
    ],
    *rows() {
      for (const one of checks) {
        const { word, tone } = STANDING[one.stands]
        yield {
          tone,
          cells: [
            ...[places.check(one.checkId) ?? one.checkId, one.title, SEVERITY[one.severity], word, one.says],
            ...[one.collections, one.subjects, one.passedThroughout, one.failedEver, one.failsNow],
            ...[one.notEvaluatedEver, one.firstFailed?.at ?? null],
          ],
        }
      }
    },
  }
}
