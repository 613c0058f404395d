import { Button } from '@mantine/core'
import { useCallback, useMemo } from 'react'
import { type EvidenceItem, evidenceNumber } from '../../../shared/model/evidence.ts'
import { sameJson } from '../../lib/same-json.ts'
import { useJobsDone } from '../../lib/shell-state.ts'
import { topicTitle } from '../../lib/topic-titles.ts'
import { type Narrowed, useNarrowing } from '../../lib/use-narrowing.ts'
import { askFirstRows, usePages } from '../../lib/use-pages.ts'
import { Page } from '../../parts/page.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { Empty, FailedBox, Waiting } from '../../parts/states.tsx'
import { type TableColumn, VirtualTable } from '../../parts/virtual-table.tsx'
import { When } from '../../parts/when.tsx'
import type { ViewProps } from '../view.ts'
import { AppChoice, ControlChoice, TopicChoice } from './choices.tsx'
import { FILTERS, isFiltered, pageInput } from './filter.ts'
import { ItemSide, itemPart } from './item-side.tsx'
import { TimeChoice } from './time-choice.tsx'

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

/** Beside an open item there is room for these. */
const BESIDE = COLUMNS.slice(0, 3)

const NOTHING = Object.fromEntries(FILTERS.map((name) => [name, null]))

/** Asks for the first rows of other filters at once; an item that is opened changes none. */
function askNext(next: Narrowed, now: Narrowed): void {
  const input = pageInput(next)
  if (!sameJson(input, pageInput(now))) askFirstRows('evidence:page', input)
}

/** Every evidence item: full text, by topic, subject, app, control and time; beside it, what it says and where it leads. */
export function Evidence({ params }: ViewProps) {
  const set = useNarrowing('evidence', params, askNext)
  const setText = useCallback((search: string) => set({ search }), [set])
  const setSubject = useCallback((subject: string) => set({ subject }), [set])
  const choose = useMemo(
    () => ({
      topic: (topic: string | null) => set({ topic }),
      app: (app: string | null) => set({ app }),
      control: (control: string | null) => set({ control }),
    }),
    [set],
  )
  const input = pageInput(params)
  const collectionId = input.collectionId ?? null
  const pages = usePages('evidence:page', input, useJobsDone())
  const open = params.item ? Number(params.item) : null
  const openItem = useCallback((id: number) => set({ item: String(id) }), [set])

  return (
    <Page
      title="Evidence"
      fill
      says="Each item is immutable: what Heroku answered, when, to which request, with the hash of its content."
    >
      <div className="filters">
        <SearchField
          value={params.search ?? ''}
          placeholder="App, person, address, anything"
          width="12rem"
          onSettled={setText}
        />
        <SearchField
          label="Subject"
          find={false}
          value={params.subject ?? ''}
          placeholder="Name"
          width="8rem"
          onSettled={setSubject}
        />
        <TopicChoice collectionId={collectionId} value={params.topic ?? null} onChange={choose.topic} />
        <AppChoice collectionId={collectionId} value={params.app ?? null} onChange={choose.app} />
        <ControlChoice value={params.control ?? null} onChange={choose.control} />
        <TimeChoice
          collection={params.collection ?? null}
          from={params.from ?? null}
          to={params.to ?? null}
          onChange={set}
        />
        <Button variant="subtle" px="xs" disabled={!isFiltered(params)} onClick={() => set(NOTHING)}>
          Clear all
        </Button>
      </div>
      {pages.problem && <FailedBox problem={pages.problem} again={pages.again} />}
      {pages.state === 'waiting' && <Waiting lines={14} />}
      {pages.state === 'ready' && (
        <div className={open ? 'split has-side' : 'split'}>
          <VirtualTable
            label="Evidence"
            columns={open ? BESIDE : COLUMNS}
            total={pages.total}
            busy={pages.stale}
            rowAt={pages.rowAt}
            onSight={pages.onSight}
            keyOf={(item) => item.id}
            selected={open}
            openAt={open ? pages.rows.findIndex(({ id }) => id === open) : -1}
            onOpen={(item) => openItem(item.id)}
            empty={
              <Empty
                title="Nothing found"
                action={
                  isFiltered(params) ? (
                    <Button variant="default" onClick={() => set(NOTHING)}>
                      Clear all filters
                    </Button>
                  ) : undefined
                }
              >
                {params.search
                  ? `No item here holds “${params.search}”.`
                  : 'No item of this collection is like that.'}
              </Empty>
            }
          />
          {open && (
            <ItemSide
              id={open}
              part={itemPart(params.show)}
              onPart={(show) => set({ show })}
              onItem={openItem}
              onClose={() => set({ item: null })}
            />
          )}
        </div>
      )}
    </Page>
  )
}
