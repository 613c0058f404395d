import type { Mapping, MappingDecision } from '../../../../shared/model/work.ts'
import type { Cell, Row, Sheet, Tone } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { instant, jump, prose, state, tally, text } from './column.ts'
import { mappingRows } from './mapping-rows.ts'
import { frameworkSheetName, SHEET } from './names.ts'
import type { Places } from './places.ts'
import { tallyText, total } from './tallies.ts'
import { topicTitle } from './topics/topics.ts'

const DECISION: Readonly<Record<MappingDecision, readonly [word: string, tone: Tone]>> = {
  confirmed: ['Confirmed', 'good'],
  rejected: ['Rejected', 'muted'],
  added: ['Added', 'good'],
  suggested: ['Suggested', 'plain'],
}

/** What a person said of a mapping, by whom and when. */
function decided(said: Mapping | null): { readonly cells: readonly Cell[]; readonly tone: Tone } {
  if (said === null) return { cells: [null, null, null], tone: 'plain' }
  const [word, tone] = DECISION[said.decision]
  return { cells: [word, said.by, said.at], tone }
}

/** Why which evidence and which check speak to which control, and what people decided about it. */
export function mappingSheet(source: WorkbookSource, places: Places): Sheet {
  const titles = new Map(source.checks().map((check) => [check.id, check.title]))
  const link = (topic: Mapping['topic']) => places.topic(topic, topicTitle(topic)) ?? topicTitle(topic)
  return {
    name: SHEET.mapping,
    title: 'Mapping of evidence and checks to controls',
    about: 'Which evidence and which check speak to which control, why, and who confirmed it',
    notes: [
      'Suggested rows are Evidence Locker’s, for the preparer to confirm or reject; the others bear a person’s word. A topic says which evidence speaks to a control, a check tests it.',
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
      state('Decision', 12),
      prose('Decided by', 20),
      instant('Decided'),
    ],
    *rows(): Iterable<Row> {
      for (const { framework, control, by } of mappingRows(source)) {
        const about = [frameworkSheetName(framework), control.id, control.title]
        if (by.kind === 'topic') {
          const { topic, rationale, items, notRead } = by.topic
          const { cells, tone } = decided(by.said)
          const missing = notRead === 0 ? null : notRead
          yield { tone, cells: [...about, 'topic', link(topic), rationale, items, null, missing, ...cells] }
        } else if (by.kind === 'word') {
          const { topic, subjectId, rationale } = by.said
          const { cells, tone } = decided(by.said)
          const one = subjectId === null ? null : `only ${subjectId}`
          yield { tone, cells: [...about, 'topic', link(topic), rationale, null, one, null, ...cells] }
        } else {
          const { check, counts } = by.check
          const found = places.results(check, check) ?? check
          const answers = tallyText(counts) || 'not run'
          yield { cells: [...about, 'check', found, titles.get(check) ?? null, total(counts), answers] }
        }
      }
    },
  }
}
