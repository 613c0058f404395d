import type { Sheet } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { jump, prose, tally, text } from './column.ts'
import { mappingRows } from './mapping-rows.ts'
import { frameworkSheetName, SHEET } from './names.ts'
import type { Places } from './places.ts'
import { tallyText, total } from './tallies.ts'
import { topicTitle } from './topics/topics.ts'

/** Why which evidence and which check speak to which control. */
export function mappingSheet(source: WorkbookSource, places: Places): Sheet {
  const titles = new Map(source.checks().map((check) => [check.id, check.title]))
  return {
    name: SHEET.mapping,
    title: 'Mapping of evidence and checks to controls',
    about: 'Which evidence and which check speak to which control, and why',
    notes: [
      'Suggested by Evidence Locker, for the preparer to confirm or reject. A topic says which evidence speaks to a control, a check tests it.',
    ],
    columns: [
      text('Framework', 12),
      text('Control', 14),
      prose('Control title', 40),
      text('By', 8),
      jump('Evidence or check', 28),
      prose('Why', 60),
      tally('Items or answers', 12),
      prose('Answers', 30),
      tally('Not read', 10),
    ],
    *rows() {
      for (const { framework, control, by } of mappingRows(source)) {
        const about = [frameworkSheetName(framework), control.id, control.title]
        if (by.kind === 'topic') {
          const { topic, rationale, items, notRead } = by.topic
          const name = topicTitle(topic)
          const link = places.topic(topic, name) ?? name
          yield { cells: [...about, 'topic', link, rationale, items, null, notRead === 0 ? null : notRead] }
        } else {
          const { check, counts } = by.check
          const link = places.results(check, check) ?? check
          const answers = tallyText(counts) || 'not run'
          yield { cells: [...about, 'check', link, titles.get(check) ?? null, total(counts), answers, null] }
        }
      }
    },
  }
}
