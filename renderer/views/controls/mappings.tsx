import { ActionIcon, Button, Select, Textarea, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconCheck, IconX } from '@tabler/icons-react'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import type { ControlDetail } from '../../../shared/contract-work.ts'
import type { FrameworkId } from '../../../shared/model/engagement.ts'
import { TOPICS, type Topic } from '../../../shared/model/topic.ts'
import type { ImpliedMapping, Mapping, MappingDecision } from '../../../shared/model/work.ts'
import { counted } from '../../lib/format.ts'
import { shortName } from '../../lib/framework-names.ts'
import { addressOf } from '../../lib/route.ts'
import { tell } from '../../lib/tell.ts'
import { topicTitle } from '../../lib/topic-titles.ts'
import { ask } from '../../lib/window-api.ts'
import { Mark, type Meaning } from '../../parts/mark.tsx'
import { offerUndo } from '../../parts/undo.tsx'

const WORDS: Readonly<Record<MappingDecision, readonly [word: string, meaning: Meaning]>> = {
  suggested: ['Suggested', 'unknown'],
  confirmed: ['Confirmed', 'good'],
  rejected: ['Rejected', 'neutral'],
  added: ['Added', 'good'],
}

function MappingRow({
  mapping,
  items,
  decide,
}: {
  readonly mapping: Mapping
  readonly items: number
  readonly decide: (decision: MappingDecision) => void
}) {
  const [word, meaning] = WORDS[mapping.decision]
  const title = topicTitle(mapping.topic)
  function onKeyDown(event: KeyboardEvent) {
    const move: Readonly<Record<string, MappingDecision>> = { c: 'confirmed', x: 'rejected', z: 'suggested' }
    const decision = event.ctrlKey || event.metaKey || event.altKey ? undefined : move[event.key]
    if (!decision) return
    event.preventDefault()
    decide(decision)
    // The next one to decide, for the daily run through many.
    const open = [...document.querySelectorAll<HTMLElement>('aside.side [data-decide]')]
    open[open.indexOf(event.currentTarget as HTMLElement) + 1]?.focus()
  }
  return (
    <li className={mapping.decision === 'rejected' ? 'mapping is-rejected' : 'mapping'}>
      <div className="mapping-head">
        <a
          href={addressOf('evidence', { topic: mapping.topic })}
          onKeyDown={onKeyDown}
          aria-keyshortcuts="c x z"
          {...(mapping.decision === 'suggested' ? { 'data-decide': true } : {})}
        >
          {title}
        </a>
        <span className="muted">{counted(items, 'item')}</span>
        <Mark meaning={meaning}>{word}</Mark>
        <span className="spring" />
        {mapping.decision !== 'confirmed' && mapping.decision !== 'added' && (
          <Tooltip label="Confirm (C)">
            <ActionIcon
              variant="subtle"
              size="sm"
              aria-label={`Confirm ${title}`}
              onClick={() => decide('confirmed')}
            >
              <IconCheck aria-hidden size="1rem" />
            </ActionIcon>
          </Tooltip>
        )}
        {mapping.decision !== 'rejected' && (
          <Tooltip label="Reject (X)">
            <ActionIcon
              variant="subtle"
              size="sm"
              aria-label={`Reject ${title}`}
              onClick={() => decide('rejected')}
            >
              <IconX aria-hidden size="1rem" />
            </ActionIcon>
          </Tooltip>
        )}
        {mapping.decision !== 'suggested' && (
          <Tooltip label="Set back (Z)">
            <ActionIcon
              variant="subtle"
              size="sm"
              aria-label={`Set ${title} back`}
              onClick={() => decide('suggested')}
            >
              <IconArrowBackUp aria-hidden size="1rem" />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      <p className="muted">
        {mapping.rationale}
        {mapping.by && ` (${mapping.by})`}
      </p>
    </li>
  )
}

/** What people confirmed in other frameworks and have not decided here. */
function Implied({
  detail,
  take,
}: {
  readonly detail: ControlDetail
  readonly take: (one: ImpliedMapping) => void
}) {
  const decided = new Set(
    detail.mappings.filter(({ decision }) => decision !== 'suggested').map(({ topic }) => topic),
  )
  const open = [...Map.groupBy(detail.implied, ({ topic }) => topic)].filter(([topic]) => !decided.has(topic))
  if (open.length === 0) return null
  return (
    <section aria-label="Decided for other frameworks">
      <h4>Decided for other frameworks</h4>
      <ul className="uses">
        {open.map(([topic, [first, ...others]]) =>
          first ? (
            <li key={topic}>
              {topicTitle(topic)}: <span className="muted">{first.by} for</span>{' '}
              <a href={addressOf('controls', { framework: first.framework, control: first.control })}>
                {shortName(first.framework)} {first.control}
              </a>
              {others.length > 0 && <span className="muted"> and {others.length} more</span>}{' '}
              <Button size="compact-xs" variant="default" onClick={() => take(first)}>
                Take over
              </Button>
            </li>
          ) : null,
        )}
      </ul>
    </section>
  )
}

/** The topics that speak to a control: confirm, reject, set back, add. C, X and Z work on the focused one. */
export function Mappings({
  detail,
  framework,
  changed,
}: {
  readonly detail: ControlDetail
  readonly framework: FrameworkId
  readonly changed: () => void
}) {
  const [adding, setAdding] = useState<Topic | null>(null)
  const [rationale, setRationale] = useState('')
  const control = detail.state.control.id
  const items = new Map(detail.state.topics.map((topic) => [topic.topic, topic.items]))
  const mapped = new Set(detail.mappings.map((mapping) => mapping.topic))

  async function decide(topic: Topic, subjectId: string | null, decision: MappingDecision, why = '') {
    try {
      offerUndo(
        await ask('mapping:decide', {
          keys: [{ framework, control, topic, subjectId }],
          decision,
          rationale: why,
        }),
        changed,
      )
      changed()
    } catch (error) {
      tell(error)
    }
  }

  function add(event: FormEvent) {
    event.preventDefault()
    if (!adding) return
    void decide(adding, null, 'added', rationale)
    setAdding(null)
    setRationale('')
  }

  return (
    <>
      {detail.mappings.length === 0 && <p className="muted">No topic of Heroku evidence speaks to it.</p>}
      <ul className="mappings">
        {detail.mappings.map((mapping) => (
          <MappingRow
            key={`${mapping.topic} ${mapping.subjectId}`}
            mapping={mapping}
            items={items.get(mapping.topic) ?? 0}
            decide={(decision) => decide(mapping.topic, mapping.subjectId, decision, mapping.rationale)}
          />
        ))}
      </ul>
      <Implied
        detail={detail}
        take={(one) =>
          decide(
            one.topic,
            null,
            mapped.has(one.topic) ? 'confirmed' : 'added',
            `As decided for ${shortName(one.framework)} ${one.control}.`,
          )
        }
      />
      <form className="form" onSubmit={add}>
        <Select
          label="Add a topic"
          placeholder="Choose a topic"
          searchable
          clearable
          data={TOPICS.filter((topic) => !mapped.has(topic)).map((topic) => ({
            value: topic,
            label: topicTitle(topic),
          }))}
          value={adding}
          onChange={(topic) => setAdding(topic as Topic | null)}
        />
        {adding && (
          <>
            <Textarea
              label="Why it speaks to this control"
              autosize
              minRows={2}
              maxLength={4000}
              value={rationale}
              onChange={(event) => setRationale(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" disabled={rationale.trim() === ''}>
              Add
            </Button>
          </>
        )}
      </form>
    </>
  )
}
