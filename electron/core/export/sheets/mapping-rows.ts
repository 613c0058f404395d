import type { FrameworkId } from '../../../../shared/model/engagement.ts'
import type { Control, ControlState } from '../../../../shared/model/framework.ts'
import type { WorkbookSource } from '../workbook-source.ts'

/** One thing that speaks to a control: a topic of evidence, or a check. */
export interface MappingRow {
  readonly framework: FrameworkId
  readonly control: Control
  readonly by:
    | { readonly kind: 'topic'; readonly topic: ControlState['topics'][number] }
    | { readonly kind: 'check'; readonly check: ControlState['checks'][number] }
}

/** What speaks to each control, framework by framework in the order of the catalog. */
export function* mappingRows(source: WorkbookSource): Iterable<MappingRow> {
  for (const { id: framework } of source.frameworks())
    for (const { control, topics, checks } of source.controls(framework)) {
      for (const topic of topics) yield { framework, control, by: { kind: 'topic', topic } }
      for (const check of checks) yield { framework, control, by: { kind: 'check', check } }
    }
}
