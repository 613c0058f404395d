import type { OwnFrameworkId } from '../../../shared/model/engagement.ts'
import type { Control, Framework, TopicMapping } from '../../../shared/model/framework.ts'
import type { OwnFramework } from '../../../shared/model/records/own-framework.ts'
import { withOwners } from './through.ts'

/**
 * A framework of one's own in the shape of the shipped ones. A control counts as a requirement unless others
 * stand below it; it takes the topics and checks of the shipped controls that it names, each once.
 */
export function ownFramework(
  id: OwnFrameworkId,
  own: OwnFramework,
  shipped: (id: string) => Framework | undefined,
): Framework {
  const parents = new Set(own.controls.map(({ parent }) => parent))
  const topics = new Map<string, TopicMapping>()
  const checks = new Map<string, { readonly check: string; readonly control: string }>()
  for (const { id: control, through } of own.controls)
    for (const other of through) {
      const framework = shipped(other.framework)
      for (const { topic, rationale } of framework?.topics.filter((one) => one.control === other.control) ??
        [])
        if (!topics.has(`${topic}\n${control}`))
          topics.set(`${topic}\n${control}`, { topic, control, rationale })
      for (const { check } of framework?.checks.filter((one) => one.control === other.control) ?? [])
        checks.set(`${check}\n${control}`, { check, control })
    }
  return withOwners({
    id,
    title: own.title,
    version: own.version,
    source: own.source === '' ? 'made in this locker' : `imported from ${own.source}`,
    requirementKinds: ['control'],
    published: {},
    controls: own.controls.map(
      ({ id: control, parent, title, says }): Control => ({
        id: control,
        parent,
        title,
        kind: parents.has(control) ? 'group' : 'control',
        ...(says === '' ? {} : { says }),
      }),
    ),
    topics: [...topics.values()],
    checks: [...checks.values()],
  })
}
