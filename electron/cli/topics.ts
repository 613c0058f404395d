import { problem } from '../../shared/errors.ts'
import { TIERS, type Tier } from '../../shared/model/collection.ts'
import { TOPICS, type Topic } from '../../shared/model/topic.ts'

/** Checks the names of topics that a person typed. Throws `wrong-use` with the nearest name for an unknown one. */
export function asTopics(names: readonly string[]): readonly Topic[] {
  return names.map((name) => {
    const topic = TOPICS.find((known) => known === name)
    if (topic) return topic
    const near = TOPICS.filter((known) => known.includes(name) || shared(known, name) >= 0.5).slice(0, 3)
    const remedy =
      near.length > 0 ? `did you mean ${near.join(' or ')}` : `topics are named like ${TOPICS[1]}`
    throw problem('wrong-use', { what: `there is no topic named ${name}`, remedy })
  })
}

/** The tiers up to the one that a person typed. Throws `wrong-use` for another word. */
export function asTiers(typed: string): readonly Tier[] {
  const last = TIERS.map(String).indexOf(typed)
  if (last >= 0) return TIERS.slice(0, last + 1)
  throw problem('wrong-use', {
    what: `there is no tier named ${typed}`,
    remedy: `choose one of ${TIERS.join(', ')}`,
  })
}

/** Share of the words of a topic's name that another name has too. */
function shared(known: string, name: string): number {
  const words = name.split(/[-_ ]/)
  const parts = known.split('-')
  return parts.filter((part) => words.includes(part)).length / Math.max(parts.length, words.length)
}
