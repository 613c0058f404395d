import type { ControlState, ControlStatus } from '../../../shared/model/framework.ts'
import type { Conclusion, Mapping } from '../../../shared/model/work.ts'
import { depthOf } from './depth.ts'

/** A line of the table of controls. */
export interface ControlRow {
  readonly state: ControlState
  readonly depth: number
  /** Only holds others together: nothing speaks to it by itself. */
  readonly isHeading: boolean
  readonly concluded: 'concluded' | 'reviewed' | null
  /** Suggested mappings that nobody decided yet. */
  readonly toDecide: number
}

/** What people still have to do with a control. */
export type OpenWork = 'decide' | 'conclude' | 'review'

/** What narrows the table; null and '' do not. */
export interface ControlFilter {
  readonly words: string
  readonly status: ControlStatus | null
  /** Id of a group: it and everything below it. */
  readonly under: string | null
  readonly work: OpenWork | null
}

/** Everything that the table is made of. */
export interface ControlFacts {
  readonly states: readonly ControlState[]
  readonly conclusions: readonly Conclusion[]
  readonly mappings: readonly Mapping[]
  /** Kinds that count as one requirement. */
  readonly requirementKinds: readonly string[]
}

function within(states: readonly ControlState[], top: string): ReadonlySet<string> {
  const ids = new Set([top])
  // Controls stand after the one above them.
  for (const { control } of states)
    if (control.parent !== null && ids.has(control.parent)) ids.add(control.id)
  return ids
}

function isLeft(row: ControlRow, work: OpenWork, isRequirement: boolean): boolean {
  if (work === 'decide') return row.toDecide > 0
  if (work === 'review') return row.concluded === 'concluded'
  return isRequirement && row.state.topics.length > 0 && row.concluded === null
}

/**
 * The lines of a framework that a filter lets through, in its order. A status narrows to requirements, as the
 * counts of the coverage do.
 */
export function controlRows(facts: ControlFacts, filter: ControlFilter): readonly ControlRow[] {
  const { states, conclusions, mappings } = facts
  const words = filter.words.trim().toLowerCase()
  const depths = depthOf(states.map(({ control }) => control))
  const parents = new Set(states.map(({ control }) => control.parent))
  const kinds = new Set(facts.requirementKinds)
  const concluded = new Map(
    conclusions.map((one) => [one.control, one.reviewedBy ? 'reviewed' : 'concluded'] as const),
  )
  const toDecide = new Map<string, number>()
  for (const { control, decision } of mappings)
    if (decision === 'suggested') toDecide.set(control, (toDecide.get(control) ?? 0) + 1)
  const inside = filter.under ? within(states, filter.under) : null
  return states
    .filter(({ control }) => !inside || inside.has(control.id))
    .filter(({ status, control }) => !filter.status || (status === filter.status && kinds.has(control.kind)))
    .filter(({ control }) => !words || `${control.id} ${control.title}`.toLowerCase().includes(words))
    .map((state) => ({
      state,
      depth: depths.get(state.control.id) ?? 0,
      isHeading: parents.has(state.control.id) && state.status === 'open',
      concluded: concluded.get(state.control.id) ?? null,
      toDecide: toDecide.get(state.control.id) ?? 0,
    }))
    .filter((row) => !filter.work || isLeft(row, filter.work, kinds.has(row.state.control.kind)))
}
