import type { FrameworkId } from '../../../shared/model/engagement.ts'
import type { Framework } from '../../../shared/model/framework.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import type { ImpliedMapping } from '../../../shared/model/work.ts'
import type { Decided } from './decisions.ts'

/**
 * What confirmed mappings of other frameworks say about a control: a topic that speaks to it here was confirmed
 * (or added) for a control elsewhere; and a topic that was confirmed for a control that this one takes its
 * mappings from, though it does not stand here. The nearer relation comes first.
 */
export function impliedFor(
  framework: Framework,
  control: string,
  others: readonly { readonly framework: FrameworkId; readonly decided: readonly Decided[] }[],
): readonly ImpliedMapping[] {
  const here = new Set(
    framework.topics.filter((one) => one.control === control).map(({ topic }) => topic as Topic),
  )
  const sources = new Set(sourcesOf(framework, control))
  const found = others.flatMap(({ framework: other, decided }) =>
    other === framework.id
      ? []
      : decided
          .filter(({ decision, subjectId }) => subjectId === null && /^(confirmed|added)$/.test(decision))
          .map((word): ImpliedMapping => {
            const near = sources.has(`${other}\n${word.control}`)
            return {
              topic: word.topic,
              framework: other,
              control: word.control,
              by: word.by,
              at: word.at,
              near,
            }
          })
          .filter(({ topic, near }) => near || here.has(topic)),
  )
  return found.toSorted((a, b) => Number(b.near) - Number(a.near))
}

/** The controls elsewhere that a control takes its mappings from, as `framework\ncontrol`. */
function sourcesOf({ through, controls }: Framework, control: string): readonly string[] {
  if (!through) return []
  if (through.by === 'parent') {
    const parent = controls.find(({ id }) => id === control)?.parent
    return parent ? [`${through.framework}\n${parent}`] : []
  }
  return (through.rows ?? [])
    .filter(({ to }) => to === control)
    .map(({ from }) => `${through.framework}\n${from}`)
}
