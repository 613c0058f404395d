import { useMemo } from 'react'
import type { CheckTally } from '../../../shared/contract-checks.ts'
import { type CheckInfo, SEVERITIES } from '../../../shared/model/check.ts'
import { count } from '../../lib/format.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { SeverityMark } from '../../parts/mark.tsx'
import { Empty, Shown } from '../../parts/states.tsx'
import { type TableColumn, VirtualTable } from '../../parts/virtual-table.tsx'
import { AnswerBar } from './answer-bar.tsx'
import { CheckSide } from './check-side.tsx'

const number = (title: string, width: string, of: (row: CheckTally) => number): TableColumn<CheckTally> => ({
  title,
  width,
  end: true,
  cell: (row) => (of(row) > 0 ? count(of(row)) : <span className="muted">0</span>),
  text: (row) => String(of(row)),
})

const COLUMNS: readonly TableColumn<CheckTally>[] = [
  { title: 'Check', width: '4.75rem', cell: (row) => row.checkId, text: (row) => row.checkId },
  { title: 'What it tests', width: 'minmax(14rem, 1fr)', cell: (row) => row.title, text: (row) => row.title },
  {
    title: 'Severity',
    width: '6.25rem',
    cell: (row) => <SeverityMark severity={row.severity} />,
    text: (row) => row.severity,
  },
  number('Fail', '4.5rem', ({ counts }) => counts.fail),
  number('Pass', '4.5rem', ({ counts }) => counts.pass),
  { title: 'Answers', width: '9rem', cell: ({ counts }) => <AnswerBar counts={counts} /> },
  number('Not evaluated', '7.5rem', ({ counts }) => counts['not-evaluated']),
  number('Not applicable', '7.5rem', ({ counts }) => counts['not-applicable']),
]

/** Beside an open check there is room for these. */
const BESIDE = COLUMNS.slice(0, 5)

/** Failing checks first, the severest of them before the others, then by how many fail. */
export function worstFirst(a: CheckTally, b: CheckTally): number {
  return (
    Number(b.counts.fail > 0) - Number(a.counts.fail > 0) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    b.counts.fail - a.counts.fail ||
    a.checkId.localeCompare(b.checkId, 'en')
  )
}

/** A line per check: how many subjects pass and fail, the worst first. */
export function ByCheck({
  params,
  checks,
  version,
  set,
}: {
  readonly params: Readonly<Record<string, string>>
  readonly checks: readonly CheckInfo[]
  readonly version: string
  readonly set: (change: Readonly<Record<string, string | null>>) => void
}) {
  const answer = useQuestion('check:tally', {}, version)
  const rows = useMemo(() => {
    if (answer.state !== 'ready') return []
    const words = (params.search ?? '').toLowerCase()
    return answer.value
      .filter(({ severity }) => !params.severity || severity === params.severity)
      .filter(({ checkId, title }) => !words || `${checkId} ${title}`.toLowerCase().includes(words))
      .toSorted(worstFirst)
  }, [answer, params.search, params.severity])
  const open = rows.find(({ checkId }) => checkId === params.check) ?? null
  return (
    <Shown answer={answer} lines={14}>
      {() => (
        <div className={open ? 'split has-side' : 'split'}>
          <VirtualTable
            label="Checks"
            columns={open ? BESIDE : COLUMNS}
            total={rows.length}
            rowAt={(index) => rows[index]}
            keyOf={({ checkId }) => checkId}
            selected={params.check ?? null}
            onOpen={({ checkId }) => set({ check: checkId })}
            empty={
              <Empty title="No check here">Run the checks after a collection, or take a filter off.</Empty>
            }
          />
          {open && (
            <CheckSide
              tally={open}
              info={checks.find(({ id }) => id === open.checkId) ?? null}
              version={version}
              onClose={() => set({ check: null })}
            />
          )}
        </div>
      )}
    </Shown>
  )
}
