import type { Topic } from '../../../../../shared/model/topic.ts'
import { APPS } from './apps.ts'
import { CHANGE } from './change.ts'
import { DATA } from './data.ts'
import { DRIFT } from './drift.ts'
import type { TopicLayout } from './field.ts'
import { NETWORK } from './network.ts'
import { PEOPLE } from './people.ts'
import { PLATFORM } from './platform.ts'
import { SERVICES } from './services.ts'
import { TRAIL } from './trail.ts'

/** How each topic reads in a workbook, in the order of its sheets. */
export const TOPIC_LAYOUTS: readonly TopicLayout[] = [
  ...PEOPLE,
  ...APPS,
  ...CHANGE,
  ...NETWORK,
  ...PLATFORM,
  ...DATA,
  ...TRAIL,
  ...SERVICES,
  ...DRIFT,
]

const LAYOUTS: ReadonlyMap<Topic, TopicLayout> = new Map(TOPIC_LAYOUTS.map((one) => [one.topic, one]))

/** The layout of a topic; null for one that has none yet, whose fields are then shown as they are. */
export function layoutOf(topic: Topic): TopicLayout | null {
  return LAYOUTS.get(topic) ?? null
}

/** What a person calls a topic, such as `App releases`. */
export function topicTitle(topic: Topic): string {
  const words = topic.replaceAll('-', ' ')
  return LAYOUTS.get(topic)?.title ?? words.charAt(0).toUpperCase() + words.slice(1)
}

/** The sheet of a topic; it goes by the topic's title. */
export function topicSheetName(topic: Topic): string {
  return topicTitle(topic)
}

/** Sorts topics as the workbook shows them. */
export function inOrder(a: Topic, b: Topic): number {
  const place = (topic: Topic) => {
    const index = TOPIC_LAYOUTS.findIndex((one) => one.topic === topic)
    return index === -1 ? TOPIC_LAYOUTS.length : index
  }
  return place(a) - place(b) || a.localeCompare(b)
}
