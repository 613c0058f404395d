import type { FrameworkCoverage, Standing } from '../../../shared/contract.ts'
import { ANSWERS, type Answer } from '../../../shared/model/check.ts'
import type { ControlState, ControlStatus, Framework } from '../../../shared/model/framework.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import { domainsOf } from './domains.ts'

/** How often a check gave each answer. */
export type AnswerCounts = Readonly<Record<Answer, number>>

/** What one collection holds, as far as controls are concerned. */
export interface CollectionFacts {
  readonly topics: readonly { readonly topic: Topic; readonly items: number }[]
  /** Reads that gave no evidence. */
  readonly notRead: readonly { readonly topic: Topic }[]
  readonly answers: ReadonlyMap<string, AnswerCounts>
}

function noAnswers(): Record<Answer, number> {
  return Object.fromEntries(ANSWERS.map((answer) => [answer, 0])) as Record<Answer, number>
}

/**
 * Joins a framework with what a collection holds: one state for every entry of the catalog, headings included,
 * in its order. A heading carries only what is mapped to itself; faces add up what is below it.
 */
export function controlStates(framework: Framework, facts: CollectionFacts): readonly ControlState[] {
  const items = new Map(facts.topics.map(({ topic, items }) => [topic, items]))
  const notRead = Map.groupBy(facts.notRead, ({ topic }) => topic)
  const topics = Map.groupBy(framework.topics, ({ control }) => control)
  const checks = Map.groupBy(framework.checks, ({ control }) => control)
  return framework.controls.map((control) => {
    const ofTopics = (topics.get(control.id) ?? []).map(({ topic, rationale }) => ({
      topic,
      rationale,
      items: items.get(topic) ?? 0,
      notRead: notRead.get(topic)?.length ?? 0,
    }))
    const ofChecks = (checks.get(control.id) ?? []).map(({ check }) => ({
      check,
      counts: facts.answers.get(check) ?? noAnswers(),
    }))
    const evidence = ofTopics.reduce((sum, { items }) => sum + items, 0)
    const status = statusOf(
      evidence,
      ofChecks.map(({ counts }) => counts),
    )
    return { framework: framework.id, control, status, evidence, topics: ofTopics, checks: ofChecks }
  })
}

/** An exception outweighs any pass; without an answer there is at most evidence. */
function statusOf(evidence: number, checks: readonly AnswerCounts[]): ControlStatus {
  if (checks.some((counts) => counts.fail > 0)) return 'exception'
  if (checks.some((counts) => counts.pass > 0)) return 'supported'
  return evidence > 0 ? 'evidence' : 'open'
}

function standing(requirements: readonly ControlState[]): Standing {
  const count = (status: ControlStatus) => requirements.filter((state) => state.status === status).length
  return {
    requirements: requirements.length,
    mapped: requirements.filter(({ topics, checks }) => topics.length + checks.length > 0).length,
    supported: count('supported'),
    exception: count('exception'),
    evidence: count('evidence'),
    open: count('open'),
  }
}

/** Counts where the requirements of a framework and of each of its domains stand; headings are not counted. */
export function coverage(framework: Framework, states: readonly ControlState[]): FrameworkCoverage {
  const kinds = new Set(framework.requirementKinds)
  return {
    framework: framework.id,
    title: framework.title,
    ...standing(states.filter(({ control }) => kinds.has(control.kind))),
    domains: domainsOf(framework).map(({ id, title, requirements }) => ({
      id,
      title,
      ...standing(states.filter(({ control }) => requirements.has(control.id))),
    })),
  }
}
