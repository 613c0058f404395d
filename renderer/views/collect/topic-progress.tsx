import type { CollectionProgress } from '../../../shared/model/collection.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import { count, counted } from '../../lib/format.ts'
import { topicTitle } from '../../lib/topic-titles.ts'

/** What came of each topic so far. */
export function TopicProgress({ progress }: { readonly progress: CollectionProgress }) {
  const topics = Object.entries(progress.perTopic) as [Topic, { items: number; notRead: number }][]
  return (
    <ul className="topic-progress" aria-label="Topics so far">
      {topics.map(([topic, told]) => (
        <li key={topic}>
          <span>{topicTitle(topic)}</span>
          <span className="muted">
            {count(told.items)}
            {told.notRead > 0 && `, ${counted(told.notRead, 'read')} refused`}
          </span>
        </li>
      ))}
    </ul>
  )
}
