import type { FrameworkId } from '../../../../shared/model/engagement.ts'
import type { EvidenceId } from '../../../../shared/model/evidence.ts'
import type { Topic } from '../../../../shared/model/topic.ts'
import type { Cell, Link } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { mappingRows } from './mapping-rows.ts'
import { SHEET } from './names.ts'
import { topicSheetName } from './topics/topics.ts'
import { evidenceCell } from './words.ts'

/** Where things stand in the workbook: what links need to know before the rows are written. */
export interface Places {
  /** Topics that have items, in the order of the register, with how many. */
  readonly topics: readonly { readonly topic: Topic; readonly items: number }[]
  /** How many items a topic has. */
  items(topic: Topic): number
  /** A cell that names evidence and jumps to the first item in the register. */
  evidence(ids: readonly EvidenceId[]): Cell
  /** To the content of an item, in the sheet of its topic. */
  content(topic: Topic, id: EvidenceId): Link
  /** To the sheet of a topic; null where there is none. */
  topic(topic: Topic, text: string): Link | null
  /** To the first result of a check; null where it has none. */
  results(checkId: string, text: string | number): Link | null
  /** To a check in the catalogue; null where it is not in it. */
  check(checkId: string): Link | null
  /** To the first line of a control in the mapping; null where it has none. */
  mapping(framework: FrameworkId, control: string, text: string | number): Link | null
}

interface Counted {
  readonly topics: { topic: Topic; items: number }[]
  readonly register: Map<EvidenceId, number>
  readonly content: Map<EvidenceId, number>
}

function countRegister(source: WorkbookSource): Counted {
  const counted: Counted = { topics: [], register: new Map(), content: new Map() }
  let row = 0
  let current: { topic: Topic; items: number } | undefined
  for (const { id, topic } of source.register()) {
    if (current?.topic !== topic) {
      current = { topic, items: 0 }
      counted.topics.push(current)
    }
    row += 1
    current.items += 1
    counted.register.set(id, row)
    counted.content.set(id, current.items)
  }
  return counted
}

function firstRows<T>(rows: Iterable<T>, keyOf: (row: T) => string): ReadonlyMap<string, number> {
  const first = new Map<string, number>()
  let row = 0
  for (const entry of rows) {
    row += 1
    if (!first.has(keyOf(entry))) first.set(keyOf(entry), row)
  }
  return first
}

/** Finds out where everything will stand: one pass over the register, the results and the mapping. */
export function placesOf(source: WorkbookSource): Places {
  const { topics, register, content } = countRegister(source)
  const withItems = new Set(topics.map(({ topic }) => topic))
  const results = firstRows(source.results(), (result) => result.checkId)
  const checks = firstRows(source.checks(), (check) => check.id)
  const mapping = firstRows(mappingRows(source), (row) => `${row.framework} ${row.control.id}`)
  const to = (sheet: string, row: number | undefined, text: string | number) =>
    row === undefined ? null : { text, sheet, row }
  return {
    topics,
    items: (topic) => topics.find((entry) => entry.topic === topic)?.items ?? 0,
    evidence: (ids) => evidenceCell(ids, SHEET.register, (id) => register.get(id) ?? null),
    content: (topic, id) => ({ text: topic, sheet: topicSheetName(topic), row: content.get(id) ?? 1 }),
    topic: (topic, text) => (withItems.has(topic) ? { text, sheet: topicSheetName(topic) } : null),
    results: (checkId, text) => to(SHEET.results, results.get(checkId), text),
    check: (checkId) => to(SHEET.checks, checks.get(checkId), checkId),
    mapping: (framework, control, text) => to(SHEET.mapping, mapping.get(`${framework} ${control}`), text),
  }
}
