import { Select } from '@mantine/core'
import { useCallback, useRef } from 'react'
import { type EvidenceItem, evidenceNumber } from '../../../shared/model/evidence.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import { go } from '../../lib/route.ts'
import { COLLECTED_TOPICS, topicTitle } from '../../lib/topic-titles.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Page } from '../../parts/page.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { Empty, FailedBox, Waiting } from '../../parts/states.tsx'
import { type TableColumn, VirtualTable } from '../../parts/virtual-table.tsx'
import { When } from '../../parts/when.tsx'
import type { ViewProps } from '../view.ts'
import { ItemSide } from './item-side.tsx'

const COLUMNS: readonly TableColumn<EvidenceItem>[] = [
  {
    title: 'Number',
    width: '6rem',
    cell: (item) => evidenceNumber(item.id),
    text: (item) => evidenceNumber(item.id),
  },
  { title: 'Topic', width: '12rem', cell: (item) => topicTitle(item.topic), text: (item) => item.topic },
  {
    title: 'Subject',
    width: 'minmax(12rem, 1fr)',
    cell: (item) => item.subject,
    text: (item) => item.subject,
  },
  {
    title: 'Captured',
    width: '10.5rem',
    cell: (item) => <When instant={item.capturedAt} />,
    text: (item) => item.capturedAt,
  },
  {
    title: 'SHA-256',
    width: '9rem',
    cell: (item) => <span className="mono">{item.hash.slice(0, 14)}…</span>,
    text: (item) => item.hash,
  },
]

/** Every evidence item: full text, by topic; beside it, what it says, where it came from, what changed. */
export function Evidence({ params }: ViewProps) {
  const settled = params.search ?? ''
  const newest = useRef(params)
  newest.current = params
  const set = useCallback(
    (change: Record<string, string | null>) => go('evidence', { ...newest.current, ...change }, true),
    [],
  )
  const setText = useCallback((search: string) => set({ search }), [set])
  const pages = usePages('evidence:page', { topic: (params.topic as Topic) ?? null, search: settled || null })
  const open = params.item ? Number(params.item) : null

  return (
    <Page
      title="Evidence"
      fill
      says="Each item is immutable: what Heroku answered, when, to which request, with the hash of its content."
    >
      <div className="filters">
        <SearchField
          value={settled}
          placeholder="App, person, address, anything"
          width="20rem"
          onSettled={setText}
        />
        <Select
          label="Topic"
          placeholder="All topics"
          clearable
          searchable
          w="16rem"
          data={COLLECTED_TOPICS.map((topic) => ({ value: topic, label: topicTitle(topic) }))}
          value={params.topic ?? null}
          onChange={(topic) => set({ topic })}
        />
      </div>
      {pages.problem && <FailedBox problem={pages.problem} again={pages.again} />}
      {pages.state === 'waiting' && <Waiting lines={14} />}
      {pages.state === 'ready' && (
        <div className={open ? 'split has-side' : 'split'}>
          <VirtualTable
            label="Evidence"
            columns={COLUMNS}
            total={pages.total}
            rowAt={pages.rowAt}
            onSight={pages.onSight}
            keyOf={(item) => item.id}
            selected={open}
            onOpen={(item) => set({ item: String(item.id) })}
            empty={
              pages.state === 'ready' ? (
                <Empty title="Nothing found">
                  {settled ? `No item holds “${settled}”.` : 'Collect first, or take a filter off.'}
                </Empty>
              ) : undefined
            }
          />
          {open && <ItemSide id={open} onClose={() => set({ item: null })} />}
        </div>
      )}
    </Page>
  )
}
