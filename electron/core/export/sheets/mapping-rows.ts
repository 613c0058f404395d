import type { FrameworkId } from '../../../../shared/model/engagement.ts'
import type { Control, ControlState } from '../../../../shared/model/framework.ts'
import type { Mapping } from '../../../../shared/model/work.ts'
import type { WorkbookSource } from '../workbook-source.ts'

/** One thing that speaks to a control: a topic of evidence with what people decided about it, or a check. */
export interface MappingRow {
  readonly framework: FrameworkId
  readonly control: Control
  readonly by:
    | {
        readonly kind: 'topic'
        readonly topic: ControlState['topics'][number]
        /** Null where the engagement's own rows do not tell. */
        readonly said: Mapping | null
      }
    /** Said of one item only, or rejected: it does not count for the control. */
    | { readonly kind: 'word'; readonly said: Mapping }
    | { readonly kind: 'check'; readonly check: ControlState['checks'][number] }
}

/** What speaks to each control, framework by framework in the order of the catalog. */
export function* mappingRows(source: WorkbookSource): Iterable<MappingRow> {
  for (const { id: framework } of source.frameworks()) {
    const byControl = Map.groupBy(source.mappings(framework), ({ control }) => control)
    for (const { control, topics, checks } of source.controls(framework)) {
      const words = byControl.get(control.id) ?? []
      const whole = new Map(words.flatMap((one) => (one.subjectId === null ? [[one.topic, one]] : [])))
      for (const topic of topics)
        yield { framework, control, by: { kind: 'topic', topic, said: whole.get(topic.topic) ?? null } }
      for (const said of words)
        if (said.subjectId !== null || said.decision === 'rejected')
          yield { framework, control, by: { kind: 'word', said } }
      for (const check of checks) yield { framework, control, by: { kind: 'check', check } }
    }
  }
}
