import type { AcceptedException } from '../../../../../shared/model/work.ts'
import type { Sheet } from '../../sheet.ts'
import type { WorkbookSource } from '../../workbook-source.ts'
import { instant, jump, prose, state } from '../column.ts'
import { SHEET } from '../names.ts'
import type { Places } from '../places.ts'
import { counted } from '../words.ts'

/** Whether an acceptance holds on the day of the workbook, as a sentence for a cell. */
export function acceptance({ until, by, reason }: AcceptedException, generatedAt: string): string {
  const verb = holds({ until }, generatedAt) ? 'accepted until' : 'was accepted until'
  return `${verb} ${until} by ${by}: ${reason}`
}

const holds = ({ until }: Pick<AcceptedException, 'until'>, generatedAt: string) =>
  until >= generatedAt.slice(0, 10)

/** The key of an accepted failure. */
export const acceptedKey = ({ checkId, subjectId }: { checkId: string; subjectId: string }) =>
  `${checkId}\n${subjectId}`

/** Failures that somebody accepts for a time; null where nobody does. */
export function exceptionsSheet(source: WorkbookSource, places: Places): Sheet | null {
  const all = source.exceptions()
  if (all.length === 0) return null
  const day = source.generatedAt.slice(0, 10)
  return {
    name: SHEET.exceptions,
    title: 'Accepted exceptions',
    about: `${counted(all.length, 'failure')} that somebody accepts until a day`,
    notes: [`Whether an acceptance holds is told as of ${day}. A failure that is accepted stays a failure.`],
    columns: [
      state('State', 10),
      jump('Check', 10),
      prose('Subject', 34),
      prose('Reason', 60),
      { title: 'Until', kind: 'day', width: 12 },
      prose('Accepted by', 22),
      instant('Accepted'),
    ],
    *rows() {
      for (const one of all) {
        const good = holds(one, source.generatedAt)
        const check = places.check(one.checkId) ?? one.checkId
        yield {
          tone: good ? 'unknown' : 'bad',
          cells: [good ? 'Holds' : 'Ended', check, one.subject, one.reason, one.until, one.by, one.at],
        }
      }
    },
  }
}
