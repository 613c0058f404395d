import { Select } from '@mantine/core'
import { useCallback, useMemo, useState } from 'react'
import type { AttestationInfo } from '../../../shared/contract-scope.ts'
import { topicTitle } from '../../lib/topic-titles.ts'
import { useNarrowing } from '../../lib/use-narrowing.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { Page } from '../../parts/page.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { Empty, Shown } from '../../parts/states.tsx'
import { type TableColumn, VirtualTable } from '../../parts/virtual-table.tsx'
import type { ViewProps } from '../view.ts'
import { AgeMark } from './age-mark.tsx'
import { AttestationSide } from './attestation-side.tsx'

const COLUMNS: readonly TableColumn<AttestationInfo>[] = [
  { title: 'About', width: 'minmax(12rem, 18rem)', cell: ({ title }) => title, text: ({ title }) => title },
  {
    title: 'Standing',
    width: '8.5rem',
    cell: ({ age }) => <AgeMark age={age} />,
    text: ({ age }) => age ?? 'not stated',
  },
  { title: 'Until', width: '7rem', cell: ({ until }) => until ?? '–', text: ({ until }) => until ?? '' },
  {
    title: 'Question',
    width: 'minmax(14rem, 1fr)',
    cell: ({ question }) => <span title={question}>{question}</span>,
    text: ({ question }) => question,
  },
  { title: 'Topic', width: '12rem', cell: ({ topic }) => topicTitle(topic), text: ({ topic }) => topic },
  {
    title: 'Checks',
    width: '7rem',
    cell: ({ checks }) => checks.join(', '),
    text: ({ checks }) => checks.join(', '),
  },
]

/** Beside an open question there is room for these. */
const BESIDE = COLUMNS.slice(0, 3)

/** What no API tells and a person states: with a date, an end, and what shows it. */
export function Attestations({ params }: ViewProps) {
  const [version, setVersion] = useState(0)
  const changed = useCallback(() => setVersion((n) => n + 1), [])
  const answer = useQuestion('attestation:kinds', {}, version)
  const set = useNarrowing('attestations', params)
  const setText = useCallback((search: string) => set({ search }), [set])
  const rows = useMemo(() => {
    if (answer.state !== 'ready') return []
    const words = (params.search ?? '').toLowerCase()
    return answer.value
      .filter(({ age }) => !params.show || (params.show === 'holds') === (age === 'current'))
      .filter(({ title, question }) => !words || `${title} ${question}`.toLowerCase().includes(words))
  }, [answer, params.search, params.show])
  const open =
    answer.state === 'ready' ? (answer.value.find(({ kind }) => kind === params.about) ?? null) : null
  return (
    <Page
      title="Attestations"
      fill
      says="What no API tells and a person states. A statement grows old and asks to be renewed."
    >
      <div className="filters">
        <SearchField
          value={params.search ?? ''}
          placeholder="Subject or question"
          width="16rem"
          onSettled={setText}
        />
        <Select
          label="Show"
          placeholder="All"
          clearable
          w="14rem"
          clearButtonProps={{ 'aria-label': 'All attestations' }}
          data={[
            { value: 'missing', label: 'To state or to renew' },
            { value: 'holds', label: 'Holding' },
          ]}
          value={params.show ?? null}
          onChange={(show) => set({ show })}
        />
      </div>
      <Shown answer={answer} lines={14}>
        {() => (
          <div className={open ? 'split has-side' : 'split'}>
            <VirtualTable
              label="Attestations"
              columns={open ? BESIDE : COLUMNS}
              total={rows.length}
              rowAt={(index) => rows[index]}
              keyOf={({ kind }) => kind}
              selected={params.about ?? null}
              onOpen={({ kind }) => set({ about: kind })}
              empty={<Empty title="No attestation here">Take a filter off to see the others.</Empty>}
            />
            {open && (
              <AttestationSide
                key={open.kind}
                info={open}
                version={version}
                changed={changed}
                onClose={() => set({ about: null })}
              />
            )}
          </div>
        )}
      </Shown>
    </Page>
  )
}
