import type { Framework, TopicMapping } from '../../../shared/model/framework.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import type { Mapping, MappingDecision } from '../../../shared/model/work.ts'

/** The newest word of a person about a mapping of one framework. */
export interface Decided {
  readonly control: string
  readonly topic: Topic
  readonly subjectId: string | null
  readonly decision: MappingDecision
  readonly rationale: string
  readonly by: string
  readonly at: string
}

const keyOf = (control: string, topic: string, subjectId: string | null) =>
  `${control}\n${topic}\n${subjectId ?? ''}`

/**
 * The mappings of a framework with what people decided about them: shipped rows in their order, then what was
 * added. A shipped row and a person's word never mix: the word stands beside it.
 */
export function mappingsOf(framework: Framework, decided: readonly Decided[]): readonly Mapping[] {
  const words = new Map(decided.map((one) => [keyOf(one.control, one.topic, one.subjectId), one]))
  const shipped = framework.topics.map(({ topic, control, rationale }): Mapping => {
    const key = keyOf(control, topic, null)
    const word = words.get(key)
    words.delete(key)
    const silent = !word || word.decision === 'suggested'
    return {
      framework: framework.id,
      control,
      topic,
      subjectId: null,
      decision: silent ? 'suggested' : word.decision,
      rationale: (silent ? '' : word.rationale) || rationale,
      shipped: true,
      by: silent ? null : word.by,
      at: silent ? null : word.at,
    }
  })
  const own = [...words.values()]
    .filter(({ decision }) => decision !== 'suggested')
    .map((word): Mapping => ({ framework: framework.id, shipped: false, ...word }))
  return [...shipped, ...own]
}

/** The framework as people see it: without the topics that they rejected, with those that they added. */
export function withDecisions(framework: Framework, decided: readonly Decided[]): Framework {
  if (decided.length === 0) return framework
  const topics = mappingsOf(framework, decided)
    .filter(({ decision, subjectId }) => decision !== 'rejected' && subjectId === null)
    .map(({ topic, control, rationale }): TopicMapping => ({ topic, control, rationale }))
  return { ...framework, topics }
}
