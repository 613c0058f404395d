import { Button, Select, TextInput } from '@mantine/core'
import { useEffect, useMemo } from 'react'
import {
  ANSWERS,
  type Answer,
  type CheckResult,
  SEVERITIES,
  type Severity,
} from '../../../shared/model/check.ts'
import { go } from '../../lib/route.ts'
import { useJob } from '../../lib/shell-state.ts'
import { tell } from '../../lib/tell.ts'
import { usePages } from '../../lib/use-pages.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { ask } from '../../lib/window-api.ts'
import { AnswerMark, SeverityMark } from '../../parts/mark.tsx'
import { Page } from '../../parts/page.tsx'
import { Empty, FailedBox, Waiting } from '../../parts/states.tsx'
import { type TableColumn, VirtualTable } from '../../parts/virtual-table.tsx'
import type { ViewProps } from '../view.ts'
import { ResultSide } from './result-side.tsx'

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

const rowKey = (row: CheckResult) => `${row.checkId} ${row.subjectId}`

const ANSWER_WORDS: Readonly<Record<Answer, string>> = {
  pass: 'Pass',
  fail: 'Fail',
  'not-applicable': 'Not applicable',
  'not-evaluated': 'Not evaluated',
}

/** Every answer of every check, narrowed by check, answer and severity; beside it, why and how to fix. */
export function Checks({ params }: ViewProps) {
  const job = useJob('check:run')
  const version = job?.id ?? 0
  const checks = useQuestion('check:list', {})
  const set = (change: Record<string, string | null>) => go('checks', { ...params, ...change }, true)
  const pages = usePages(
    'check:results',
    {
      checkId: params.check ?? null,
      answers: params.answer ? [params.answer as Answer] : null,
      severities: params.severity ? [params.severity as Severity] : null,
    },
    `${version} ${job?.state}`,
  )
  const words = (params.search ?? '').toLowerCase()
  const rows = useMemo(
    () =>
      words
        ? pages.rows.filter((row) => `${row.subject} ${row.reason}`.toLowerCase().includes(words))
        : pages.rows,
    [pages.rows, words],
  )
  // Searching narrows what is here: the rest is fetched first, page by page.
  useEffect(() => {
    if (words && pages.total > pages.rows.length) pages.onSight(0, pages.rows.length)
  }, [words, pages.total, pages.rows, pages.onSight])
  const open = rows.find((row) => rowKey(row) === params.result) ?? null
  const info = checks.state === 'ready' ? checks.value : []

  return (
    <Page
      title="Checks"
      fill
      says="Automated tests over the evidence. Four answers; what was not read is not evaluated, and never a pass."
      actions={
        <Button loading={job?.state === 'running'} onClick={() => ask('check:run', {}).catch(tell)}>
          Run the checks
        </Button>
      }
    >
      <div className="filters">
        <Select
          label="Check"
          placeholder="All checks"
          clearable
          searchable
          w="20rem"
          data={info.map((check) => ({ value: check.id, label: `${check.id} ${check.title}` }))}
          value={params.check ?? null}
          onChange={(check) => set({ check, result: null })}
        />
        <Select
          label="Answer"
          placeholder="All answers"
          clearable
          w="10rem"
          data={ANSWERS.map((answer) => ({ value: answer, label: ANSWER_WORDS[answer] }))}
          value={params.answer ?? null}
          onChange={(answer) => set({ answer })}
        />
        <Select
          label="Severity"
          placeholder="All"
          clearable
          w="8rem"
          data={[...SEVERITIES]}
          value={params.severity ?? null}
          onChange={(severity) => set({ severity })}
        />
        <TextInput
          label="Subject or reason"
          data-find
          w="16rem"
          value={params.search ?? ''}
          onChange={(event) => set({ search: event.currentTarget.value })}
        />
      </div>
      {pages.problem && <FailedBox problem={pages.problem} again={pages.again} />}
      {pages.state === 'waiting' && <Waiting lines={14} />}
      {pages.state === 'ready' && (
        <div className={open ? 'split has-side' : 'split'}>
          <VirtualTable
            label="Results"
            columns={COLUMNS}
            total={words ? rows.length : pages.total}
            rowAt={(index) => rows[index]}
            onSight={pages.onSight}
            keyOf={rowKey}
            selected={params.result ?? null}
            onOpen={(row) => set({ result: rowKey(row) })}
            empty={
              pages.state === 'ready' ? (
                <Empty title="No result here">Run the checks after a collection, or take a filter off.</Empty>
              ) : undefined
            }
          />
          {open && (
            <ResultSide
              result={open}
              info={info.find((check) => check.id === open.checkId) ?? null}
              onClose={() => set({ result: null })}
            />
          )}
        </div>
      )}
    </Page>
  )
}
