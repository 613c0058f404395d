import { useMemo } from 'react'
import type { CheckOverPeriod, PeriodOfChecks, PeriodStanding } from '../../../shared/model/check-period.ts'
import { count, counted } from '../../lib/format.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { Mark, type Meaning, SeverityMark } from '../../parts/mark.tsx'
import { Empty, Shown } from '../../parts/states.tsx'
import { type TableColumn, VirtualTable } from '../../parts/virtual-table.tsx'

const STANDING: Readonly<Record<PeriodStanding, readonly [Meaning, string]>> = {
  operated: ['good', 'Operated'],
  exceptions: ['bad', 'Exceptions'],
  'not-shown': ['unknown', 'Not shown'],
  'not-applicable': ['neutral', 'Not applicable'],
}

const number = (
  title: string,
  width: string,
  of: (row: CheckOverPeriod) => number,
): TableColumn<CheckOverPeriod> => ({
  title,
  width,
  end: true,
  cell: (row) => (of(row) > 0 ? count(of(row)) : <span className="muted">0</span>),
  text: (row) => String(of(row)),
})

const COLUMNS: readonly TableColumn<CheckOverPeriod>[] = [
  { title: 'Check', width: '4.75rem', cell: (row) => row.checkId, text: (row) => row.checkId },
  {
    title: 'What it tests',
    width: 'minmax(10rem, 0.7fr)',
    cell: (row) => row.title,
    text: (row) => row.title,
  },
  {
    title: 'Severity',
    width: '6.25rem',
    cell: (row) => <SeverityMark severity={row.severity} />,
    text: (row) => row.severity,
  },
  {
    title: 'Over the period',
    width: '8.5rem',
    cell: ({ stands }) => <Mark meaning={STANDING[stands][0]}>{STANDING[stands][1]}</Mark>,
    text: ({ stands }) => STANDING[stands][1],
  },
  {
    title: 'Why',
    width: 'minmax(14rem, 1.6fr)',
    cell: ({ says }) => <span title={says}>{says}</span>,
    text: ({ says }) => says,
  },
  number('Failed ever', '6.5rem', ({ failedEver }) => failedEver),
  number('Fail now', '5.5rem', ({ failsNow }) => failsNow),
  {
    title: 'First failed',
    width: '7rem',
    cell: ({ firstFailed }) => firstFailed?.at.slice(0, 10) ?? '–',
    text: ({ firstFailed }) => firstFailed?.at ?? '',
  },
]

function Looked({ of: { period, collections, longestGapDays } }: { readonly of: PeriodOfChecks }) {
  return (
    <p className="muted" role="status">
      {counted(collections.length, 'collection')} in the audit period {period.start} to {period.end}; the
      longest time without one is {counted(longestGapDays, 'day')}.
    </p>
  )
}

/** A line per check: whether what it tests worked all the time, as far as the collections of the period tell. */
export function OverPeriod({
  params,
  version,
  set,
}: {
  readonly params: Readonly<Record<string, string>>
  readonly version: string
  readonly set: (change: Readonly<Record<string, string | null>>) => void
}) {
  const answer = useQuestion('check:period', {}, version)
  const rows = useMemo(() => {
    if (answer.state !== 'ready') return []
    const words = (params.search ?? '').toLowerCase()
    return answer.value.checks
      .filter(({ severity }) => !params.severity || severity === params.severity)
      .filter(({ checkId, title }) => !words || `${checkId} ${title}`.toLowerCase().includes(words))
  }, [answer, params.search, params.severity])
  return (
    <Shown answer={answer} lines={14}>
      {(found) => (
        <>
          <Looked of={found} />
          <VirtualTable
            label="Over the period"
            columns={COLUMNS}
            total={rows.length}
            rowAt={(index) => rows[index]}
            keyOf={({ checkId }) => checkId}
            onOpen={({ checkId }) => set({ by: 'check', check: checkId })}
            empty={
              <Empty title="Nothing was judged in the period">
                Collect and run the checks within the audit period of the engagement.
              </Empty>
            }
          />
        </>
      )}
    </Shown>
  )
}
