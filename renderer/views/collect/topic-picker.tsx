import { Chip, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { Topic } from '../../../shared/model/topic.ts'
import { COLLECTED_TOPICS, topicTitle } from '../../lib/topic-titles.ts'

/** Which topics are read; null is all of them. */
export interface TopicChoice {
  readonly chosen: Topic[] | null
  readonly choose: (topics: Topic[] | null) => void
}

/** Keeps the choice of topics while the screen is open. */
export function useTopicChoice(): TopicChoice {
  const [chosen, choose] = useState<Topic[] | null>(null)
  return { chosen, choose }
}

/** Everything by default; some topics by choice, for a quick second look. */
export function TopicPicker({ choice }: { readonly choice: TopicChoice }) {
  return (
    <details className="card">
      <summary>
        {choice.chosen === null
          ? `Everything: ${COLLECTED_TOPICS.length} topics`
          : `${choice.chosen.length} of ${COLLECTED_TOPICS.length} topics`}
      </summary>
      <p className="muted">
        A partial collection answers fewer checks.{' '}
        <UnstyledButton className="link" onClick={() => choice.choose(null)}>
          Read everything
        </UnstyledButton>
      </p>
      <Chip.Group
        multiple
        value={choice.chosen ?? [...COLLECTED_TOPICS]}
        onChange={(topics) => choice.choose(topics as Topic[])}
      >
        <div className="chips">
          {COLLECTED_TOPICS.map((topic) => (
            <Chip key={topic} value={topic} size="xs">
              {topicTitle(topic)}
            </Chip>
          ))}
        </div>
      </Chip.Group>
    </details>
  )
}
