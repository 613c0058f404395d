import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { FrameworkId } from '../../../shared/model/engagement.ts'
import type { ControlState, ControlStatus } from '../../../shared/model/framework.ts'
import { counted } from '../../lib/format.ts'
import { frameworkName, shortName } from '../../lib/framework-names.ts'
import { go } from '../../lib/route.ts'
import { useShell } from '../../lib/shell-state.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { Mark, StatusMark } from '../../parts/mark.tsx'
import { Page } from '../../parts/page.tsx'
import { Empty, FailedBox, Waiting } from '../../parts/states.tsx'
import { type TableColumn, VirtualTable } from '../../parts/virtual-table.tsx'
import type { ViewProps } from '../view.ts'
import { BulkDecision } from './bulk-decision.tsx'
import { ControlSide } from './control-side.tsx'
import { depthOf } from './depth.ts'

interface Row {
  readonly state: ControlState
  readonly depth: number
  /** Only holds others together: nothing speaks to it by itself. */
  readonly isHeading: boolean
  readonly concluded: 'concluded' | 'reviewed' | null
}

const checked = (state: ControlState) => state.checks.reduce((sum, { counts }) => sum + counts.fail, 0)

const COLUMNS: readonly TableColumn<Row>[] = [
  {
    title: 'Control',
    width: 'minmax(16rem, 1fr)',
    cell: ({ state, depth }) => (
      <span style={{ paddingInlineStart: `${depth * 1.1}rem` }}>
        <strong>{state.control.id}</strong> {state.control.title}
      </span>
    ),
    text: ({ state }) => `${state.control.id} ${state.control.title}`,
  },
  {
    title: 'Status',
    width: '8.5rem',
    cell: ({ state, isHeading }) => (isHeading ? '' : <StatusMark status={state.status} />),
    text: ({ state }) => state.status,
  },
  {
    title: 'Evidence',
    width: '5.5rem',
    end: true,
    cell: ({ state }) => state.evidence || '',
    text: ({ state }) => String(state.evidence),
  },
  {
    title: 'Failures',
    width: '5.5rem',
    end: true,
    cell: ({ state }) => checked(state) || '',
    text: ({ state }) => String(checked(state)),
  },
  {
    title: 'Conclusion',
    width: '8rem',
    cell: ({ concluded }) =>
      concluded ? <Mark meaning={concluded === 'reviewed' ? 'good' : 'neutral'}>{concluded}</Mark> : '',
    text: ({ concluded }) => concluded ?? '',
  },
]

const STATUSES: readonly { readonly value: ControlStatus; readonly label: string }[] = [
  { value: 'supported', label: 'Supported' },
  { value: 'exception', label: 'Exception' },
  { value: 'evidence', label: 'Evidence only' },
  { value: 'open', label: 'Open' },
]

/** A framework as a tree: each control with its evidence, checks and conclusion; beside it, the place to decide. */
export function Controls({ params }: ViewProps) {
  const { locker } = useShell()
  const frameworks = locker?.engagement.frameworks ?? []
  const framework = (frameworks.find((id) => id === params.framework) ?? frameworks[0]) as FrameworkId
  const [version, setVersion] = useState(0)
  const changed = () => setVersion((n) => n + 1)
  const answer = useQuestion('framework:controls', { framework }, version)
  const conclusions = useQuestion('conclusion:list', { framework }, version)
  const set = (change: Record<string, string | null>) =>
    go('controls', { ...params, framework, ...change }, true)

  const rows = useMemo(() => {
    if (answer.state !== 'ready') return []
    const words = (params.search ?? '').toLowerCase()
    const depths = depthOf(answer.value.map(({ control }) => control))
    const parents = new Set(answer.value.map(({ control }) => control.parent))
    const concluded = new Map(
      conclusions.state === 'ready'
        ? conclusions.value.map((one) => [one.control, one.reviewedBy ? 'reviewed' : 'concluded'] as const)
        : [],
    )
    return answer.value
      .map(
        (state): Row => ({
          state,
          depth: depths.get(state.control.id) ?? 0,
          isHeading: parents.has(state.control.id) && state.status === 'open',
          concluded: concluded.get(state.control.id) ?? null,
        }),
      )
      .filter(({ state, isHeading }) => !params.status || (state.status === params.status && !isHeading))
      .filter(
        ({ state }) => !words || `${state.control.id} ${state.control.title}`.toLowerCase().includes(words),
      )
  }, [answer, conclusions, params.search, params.status])

  return (
    <Page
      title="Controls"
      fill
      says={
        answer.state === 'ready'
          ? `${frameworkName(framework)}: ${counted(rows.length, 'line')}`
          : 'What each requirement rests on.'
      }
    >
      <div className="filters">
        {frameworks.length > 1 && (
          <SegmentedControl
            aria-label="Framework"
            value={framework}
            onChange={(id) => set({ framework: id, control: null })}
            data={frameworks.map((id) => ({ value: id, label: shortName(id) }))}
          />
        )}
        <Select
          label="Status"
          placeholder="All"
          clearable
          w="10rem"
          data={[...STATUSES]}
          value={params.status ?? null}
          onChange={(status) => set({ status })}
        />
        <TextInput
          label="Number or words"
          data-find
          w="14rem"
          value={params.search ?? ''}
          onChange={(event) => set({ search: event.currentTarget.value })}
        />
        <BulkDecision
          framework={framework}
          controls={rows.map(({ state }) => state.control.id)}
          changed={changed}
        />
      </div>
      {answer.state === 'failed' && <FailedBox problem={answer.problem} again={answer.again} />}
      {answer.state === 'waiting' && <Waiting lines={12} />}
      {answer.state === 'ready' && (
        <div className={params.control ? 'split has-side' : 'split'}>
          <VirtualTable
            label="Controls"
            columns={COLUMNS}
            total={rows.length}
            rowAt={(index) => rows[index]}
            keyOf={({ state }) => state.control.id}
            selected={params.control ?? null}
            onOpen={({ state }) => set({ control: state.control.id })}
            empty={<Empty title="No control here">Take a filter off to see the others.</Empty>}
          />
          {params.control && (
            <ControlSide
              key={`${framework} ${params.control}`}
              framework={framework}
              control={params.control}
              version={version}
              changed={changed}
              onClose={() => set({ control: null })}
            />
          )}
        </div>
      )}
    </Page>
  )
}
