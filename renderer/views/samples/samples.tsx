import { Button } from '@mantine/core'
import { useCallback, useState } from 'react'
import type { SampleSummary } from '../../../shared/contract-testing.ts'
import { count } from '../../lib/format.ts'
import { go } from '../../lib/route.ts'
import { topicTitle } from '../../lib/topic-titles.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { Mark } from '../../parts/mark.tsx'
import { Page } from '../../parts/page.tsx'
import { Empty, Shown } from '../../parts/states.tsx'
import { type TableColumn, VirtualTable } from '../../parts/virtual-table.tsx'
import { When } from '../../parts/when.tsx'
import type { ViewProps } from '../view.ts'
import { DrawForm } from './draw-form.tsx'
import { SampleSide } from './sample-side.tsx'

function populationWords({ population }: SampleSummary): string {
  if (population.of === 'evidence') return topicTitle(population.topic)
  return population.of === 'failures' ? `failures of ${population.checkId}` : 'audit events'
}

function Progress({ sample }: { readonly sample: SampleSummary }) {
  if (sample.exceptions > 0) return <Mark meaning="bad">{count(sample.exceptions)} not met</Mark>
  return sample.tested === sample.size ? (
    <Mark meaning="good">all tested</Mark>
  ) : (
    <Mark meaning="unknown">
      {count(sample.tested)} of {count(sample.size)}
    </Mark>
  )
}

const COLUMNS: readonly TableColumn<SampleSummary>[] = [
  { title: 'No.', width: '4.5rem', cell: ({ id }) => id, text: ({ id }) => id },
  { title: 'Sample', width: 'minmax(10rem, 1fr)', cell: ({ name }) => name, text: ({ name }) => name },
  {
    title: 'Tested',
    width: '8.5rem',
    cell: (sample) => <Progress sample={sample} />,
    text: ({ tested, size }) => `${tested} of ${size}`,
  },
  { title: 'Population', width: 'minmax(9rem, 14rem)', cell: populationWords, text: populationWords },
  {
    title: 'Items',
    width: '6rem',
    end: true,
    cell: ({ size }) => count(size),
    text: ({ size }) => String(size),
  },
  {
    title: 'Of',
    width: '7rem',
    end: true,
    cell: (one) => count(one.count),
    text: (one) => String(one.count),
  },
  { title: 'Method', width: '8rem', cell: ({ method }) => method, text: ({ method }) => method },
  { title: 'Drawn', width: '11rem', cell: ({ at }) => <When instant={at} />, text: ({ at }) => at },
]

/** Beside an open sample there is room for these. */
const BESIDE = COLUMNS.slice(0, 3)

/** Samples of populations: drawn by a stated rule, tested item by item, repeatable by anyone. */
export function Samples({ params }: ViewProps) {
  const [version, setVersion] = useState(0)
  const [asked, setDrawing] = useState(false)
  const drawing = asked || params.draw !== undefined
  const changed = useCallback(() => setVersion((n) => n + 1), [])
  const answer = useQuestion('sample:list', {}, version)
  const open = params.sample ?? null
  const action = (
    <Button
      onClick={() => {
        setDrawing(!drawing)
        if (params.draw !== undefined) go('samples', {}, true)
      }}
    >
      {drawing ? 'Leave it' : 'Draw a sample'}
    </Button>
  )
  return (
    <Page
      title="Samples"
      fill
      says="Items chosen from a population by a stated rule and seed, so that anyone can choose them again."
      actions={action}
    >
      {drawing ? (
        <DrawForm
          key={params.draw ?? ''}
          forControl={params.draw ?? ''}
          onDrawn={(id) => {
            setDrawing(false)
            changed()
            go('samples', { sample: id })
          }}
        />
      ) : (
        <Shown answer={answer} lines={10}>
          {(rows) => (
            <div className={open ? 'split has-side is-work' : 'split'}>
              <VirtualTable
                label="Samples"
                columns={open ? BESIDE : COLUMNS}
                total={rows.length}
                rowAt={(index) => rows[index]}
                keyOf={({ id }) => id}
                selected={open}
                onOpen={({ id }) => go('samples', { sample: id }, true)}
                empty={
                  <Empty title="No sample yet">Draw one to test items of a population, one by one.</Empty>
                }
              />
              {open && (
                <SampleSide
                  key={open}
                  id={open}
                  version={version}
                  changed={changed}
                  onClose={() => go('samples', {}, true)}
                />
              )}
            </div>
          )}
        </Shown>
      )}
    </Page>
  )
}
