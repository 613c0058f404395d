import { Select } from '@mantine/core'
import { useCallback, useMemo, useState } from 'react'
import type { ListInfo } from '../../../shared/contract-scope.ts'
import { count } from '../../lib/format.ts'
import { useNarrowing } from '../../lib/use-narrowing.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { Mark } from '../../parts/mark.tsx'
import { Page } from '../../parts/page.tsx'
import { Prose } from '../../parts/prose.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { Empty, Shown } from '../../parts/states.tsx'
import { type TableColumn, VirtualTable } from '../../parts/virtual-table.tsx'
import { When } from '../../parts/when.tsx'
import type { ViewProps } from '../view.ts'
import { ListSide } from './list-side.tsx'

const COLUMNS: readonly TableColumn<ListInfo>[] = [
  { title: 'List', width: 'minmax(11rem, 16rem)', cell: ({ title }) => title, text: ({ title }) => title },
  {
    title: 'Given',
    width: '8rem',
    cell: ({ given }) =>
      given ? (
        <Mark meaning="good">{given.rows === 0 ? 'none' : `${count(given.rows)} rows`}</Mark>
      ) : (
        <Mark meaning="unknown">not given</Mark>
      ),
    text: ({ given }) => (given ? String(given.rows) : 'not given'),
  },
  {
    title: 'What it is for',
    width: 'minmax(14rem, 1fr)',
    cell: ({ says }) => (
      <span title={says}>
        <Prose>{says}</Prose>
      </span>
    ),
    text: ({ says }) => says,
  },
  {
    title: 'Supplied by',
    width: '9rem',
    cell: ({ given }) => given?.suppliedBy ?? '–',
    text: ({ given }) => given?.suppliedBy ?? '',
  },
  {
    title: 'When',
    width: '10.5rem',
    cell: ({ given }) => <When instant={given?.at ?? null} />,
    text: ({ given }) => given?.at ?? '',
  },
  {
    title: 'Checks',
    width: '7rem',
    cell: ({ checks }) => checks.join(', '),
    text: ({ checks }) => checks.join(', '),
  },
]

/** Beside an open list there is room for these. */
const BESIDE = COLUMNS.slice(0, 2)

/** What only people know, as lists: approved hosts and ranges, service accounts, leavers, tickets … */
export function Lists({ params }: ViewProps) {
  const [version, setVersion] = useState(0)
  const changed = useCallback(() => setVersion((n) => n + 1), [])
  const answer = useQuestion('list:kinds', {}, version)
  const set = useNarrowing('lists', params)
  const setText = useCallback((search: string) => set({ search }), [set])
  const rows = useMemo(() => {
    if (answer.state !== 'ready') return []
    const words = (params.search ?? '').toLowerCase()
    return answer.value
      .filter(({ given }) => !params.show || (params.show === 'given') === (given !== null))
      .filter(({ title, says }) => !words || `${title} ${says}`.toLowerCase().includes(words))
  }, [answer, params.search, params.show])
  const open =
    answer.state === 'ready' ? (answer.value.find(({ kind }) => kind === params.list) ?? null) : null
  return (
    <Page
      title="Lists"
      fill
      says="What only people know, as lists. A check that needs a list that nobody gave is not evaluated, and never a pass."
    >
      <div className="filters">
        <SearchField
          value={params.search ?? ''}
          placeholder="List or purpose"
          width="16rem"
          onSettled={setText}
        />
        <Select
          label="Show"
          placeholder="All lists"
          clearable
          w="10rem"
          clearButtonProps={{ 'aria-label': 'All lists' }}
          data={[
            { value: 'given', label: 'Given' },
            { value: 'missing', label: 'Not given' },
          ]}
          value={params.show ?? null}
          onChange={(show) => set({ show })}
        />
      </div>
      <Shown answer={answer} lines={14}>
        {() => (
          <div className={open ? 'split has-side' : 'split'}>
            <VirtualTable
              label="Lists"
              columns={open ? BESIDE : COLUMNS}
              total={rows.length}
              rowAt={(index) => rows[index]}
              keyOf={({ kind }) => kind}
              selected={params.list ?? null}
              onOpen={({ kind }) => set({ list: kind })}
              empty={<Empty title="No list here">Take a filter off to see the others.</Empty>}
            />
            {open && (
              <ListSide
                key={open.kind}
                info={open}
                version={version}
                changed={changed}
                onClose={() => set({ list: null })}
              />
            )}
          </div>
        )}
      </Shown>
    </Page>
  )
}
