import type { Answer, CheckInfo, CheckResult, Severity } from '../../../shared/model/check.ts'
import { usePages } from '../../lib/use-pages.ts'
import { AnswerMark, SeverityMark } from '../../parts/mark.tsx'
import { Empty, FailedBox, Waiting } from '../../parts/states.tsx'
import { type TableColumn, VirtualTable } from '../../parts/virtual-table.tsx'
import { ResultSide, resultKey } from './result-side.tsx'

const COLUMNS: readonly TableColumn<CheckResult>[] = [
  { title: 'Check', width: '4.75rem', cell: (row) => row.checkId, text: (row) => row.checkId },
  {
    title: 'Severity',
    width: '6.25rem',
    cell: (row) => <SeverityMark severity={row.severity} />,
    text: (row) => row.severity,
  },
  {
    title: 'Answer',
    width: '8.75rem',
    cell: (row) => <AnswerMark answer={row.answer} />,
    text: (row) => row.answer,
  },
  { title: 'Subject', width: 'minmax(9rem, 1fr)', cell: (row) => row.subject, text: (row) => row.subject },
  {
    title: 'Reason',
    width: 'minmax(14rem, 2.5fr)',
    cell: (row) => <span title={row.reason}>{row.reason}</span>,
    text: (row) => row.reason,
  },
]

/** Beside an open result there is room for these. */
const BESIDE = COLUMNS.slice(0, 4)

const EXCEPTIONS: Readonly<Record<string, boolean>> = { accepted: true, open: false }

/** Every answer about every subject; beside it, why and how to fix. */
export function Results({
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
  const pages = usePages(
    'check:results',
    {
      checkId: params.check || null,
      answers: params.answer ? [params.answer as Answer] : null,
      severities: params.severity ? [params.severity as Severity] : null,
      search: params.search || null,
      accepted: EXCEPTIONS[params.exceptions ?? ''] ?? null,
    },
    version,
  )
  if (pages.problem) return <FailedBox problem={pages.problem} again={pages.again} />
  if (pages.state === 'waiting') return <Waiting lines={14} />
  return (
    <div className={params.result ? 'split has-side' : 'split'}>
      <VirtualTable
        label="Results"
        columns={params.result ? BESIDE : COLUMNS}
        total={pages.total}
        busy={pages.stale}
        rowAt={pages.rowAt}
        onSight={pages.onSight}
        keyOf={resultKey}
        selected={params.result ?? null}
        onOpen={(row) => set({ result: resultKey(row) })}
        empty={<Empty title="No result here">Run the checks after a collection, or take a filter off.</Empty>}
      />
      {params.result && (
        <ResultSide
          named={params.result}
          checks={checks}
          version={version}
          onClose={() => set({ result: null })}
        />
      )}
    </div>
  )
}
