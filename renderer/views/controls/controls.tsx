import { SegmentedControl, Select } from '@mantine/core'
import { useCallback, useMemo, useState } from 'react'
import type { FrameworkId } from '../../../shared/model/engagement.ts'
import type { ControlStatus } from '../../../shared/model/framework.ts'
import { counted } from '../../lib/format.ts'
import { frameworkName, shortName } from '../../lib/framework-names.ts'
import { useJobsDone } from '../../lib/shell-state.ts'
import { useNarrowing } from '../../lib/use-narrowing.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { Page } from '../../parts/page.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { Empty, FailedBox, Waiting } from '../../parts/states.tsx'
import { VirtualTable } from '../../parts/virtual-table.tsx'
import type { ViewProps } from '../view.ts'
import { BulkDecision } from './bulk-decision.tsx'
import { BESIDE, COLUMNS } from './columns.tsx'
import { ControlSide } from './control-side.tsx'
import { useControlKeys } from './keys.ts'
import { controlRows, type OpenWork } from './rows.ts'

const STATUSES: readonly { readonly value: ControlStatus; readonly label: string }[] = [
  { value: 'supported', label: 'Supported' },
  { value: 'exception', label: 'Exception' },
  { value: 'evidence', label: 'Evidence only' },
  { value: 'open', label: 'Open' },
]

/** More frameworks than this are a list to choose from. */
const MOST_BESIDE = 4

const WORK: readonly { readonly value: OpenWork; readonly label: string }[] = [
  { value: 'decide', label: 'Mappings to decide' },
  { value: 'conclude', label: 'To conclude' },
  { value: 'review', label: 'To review' },
]

/** A framework as a tree: each control with its evidence, checks and conclusion; beside it, the place to decide. */
export function Controls({ params }: ViewProps) {
  const list = useQuestion('framework:list', {})
  const chosen = useMemo(() => (list.state === 'ready' ? list.value.filter((one) => one.chosen) : []), [list])
  const framework = (chosen.find(({ id }) => id === params.framework) ?? chosen[0])?.id
  if (list.state === 'failed') return <FailedBox problem={list.problem} again={list.again} />
  if (!framework)
    return (
      <Page title="Controls" fill>
        <Waiting lines={12} />
      </Page>
    )
  return <OfFramework key={framework} framework={framework} chosen={chosen} params={params} />
}

function OfFramework({
  framework,
  chosen,
  params,
}: ViewProps & {
  readonly framework: FrameworkId
  readonly chosen: readonly { readonly id: FrameworkId; readonly requirementKinds: readonly string[] }[]
}) {
  const [decided, setDecided] = useState(0)
  const changed = useCallback(() => setDecided((n) => n + 1), [])
  const version = decided + useJobsDone()
  const answer = useQuestion('framework:controls', { framework }, version)
  const conclusions = useQuestion('conclusion:list', { framework }, version)
  const mappings = useQuestion('mapping:list', { framework }, version)
  const set = useNarrowing('controls', { ...params, framework })
  const setText = useCallback((search: string) => set({ search }), [set])
  const requirementKinds = chosen.find(({ id }) => id === framework)?.requirementKinds ?? []

  // biome-ignore lint/correctness/useExhaustiveDependencies: the kinds are those of the framework
  const rows = useMemo(() => {
    if (answer.state !== 'ready') return []
    const facts = {
      states: answer.value,
      conclusions: conclusions.state === 'ready' ? conclusions.value : [],
      mappings: mappings.state === 'ready' ? mappings.value : [],
      requirementKinds,
    }
    return controlRows(facts, {
      words: params.search ?? '',
      status: (params.status as ControlStatus) || null,
      under: params.under || null,
      work: (params.work as OpenWork) || null,
    })
  }, [answer, conclusions, mappings, params.search, params.status, params.under, params.work])

  const groups = useMemo(() => {
    if (answer.state !== 'ready') return []
    const parents = new Set(answer.value.map(({ control }) => control.parent))
    return answer.value
      .filter(({ control }) => parents.has(control.id))
      .map(({ control }) => ({ value: control.id, label: `${control.id} ${control.title}` }))
  }, [answer])

  const open = params.control ?? null
  const openAt = useMemo(() => rows.findIndex(({ state }) => state.control.id === open), [rows, open])
  useControlKeys({
    rows,
    open,
    openControl: useCallback((control: string) => set({ control }), [set]),
    framework,
    changed,
  })

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
        {chosen.length > MOST_BESIDE && (
          <Select
            label="Framework"
            w="14rem"
            allowDeselect={false}
            data={chosen.map(({ id }) => ({ value: id, label: frameworkName(id) }))}
            value={framework}
            onChange={(id) => id && set({ framework: id, control: null, under: null })}
          />
        )}
        {chosen.length > 1 && chosen.length <= MOST_BESIDE && (
          <SegmentedControl
            aria-label="Framework"
            value={framework}
            onChange={(id) => set({ framework: id, control: null, under: null })}
            data={chosen.map(({ id }) => ({ value: id, label: shortName(id) }))}
          />
        )}
        <Select
          label="Group"
          placeholder="All"
          clearable
          searchable
          w="9rem"
          comboboxProps={{ width: '24rem', position: 'bottom-start' }}
          clearButtonProps={{ 'aria-label': 'All groups' }}
          data={groups}
          value={params.under ?? null}
          onChange={(under) => set({ under })}
        />
        <Select
          label="Status"
          placeholder="All"
          clearable
          w="8.5rem"
          clearButtonProps={{ 'aria-label': 'Every status' }}
          data={[...STATUSES]}
          value={params.status ?? null}
          onChange={(status) => set({ status })}
        />
        <Select
          label="Open work"
          placeholder="All"
          clearable
          w="9rem"
          clearButtonProps={{ 'aria-label': 'With and without open work' }}
          data={[...WORK]}
          value={params.work ?? null}
          onChange={(work) => set({ work })}
        />
        <SearchField
          label="Number or words"
          placeholder="Search"
          width="8.5rem"
          value={params.search ?? ''}
          onSettled={setText}
        />
        <BulkDecision
          framework={framework}
          rows={rows}
          mappings={mappings.state === 'ready' ? mappings.value : []}
          changed={changed}
        />
      </div>
      {answer.state === 'failed' && <FailedBox problem={answer.problem} again={answer.again} />}
      {answer.state === 'waiting' && <Waiting lines={12} />}
      {answer.state === 'ready' && (
        <div className={open ? 'split has-side' : 'split'}>
          <VirtualTable
            label="Controls"
            columns={open ? BESIDE : COLUMNS}
            total={rows.length}
            rowAt={(index) => rows[index]}
            keyOf={({ state }) => state.control.id}
            selected={open}
            openAt={openAt}
            onOpen={({ state }) => set({ control: state.control.id })}
            empty={<Empty title="No control here">Take a filter off to see the others.</Empty>}
          />
          {open && (
            <ControlSide
              key={`${framework} ${open}`}
              framework={framework}
              control={open}
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
