import type { ControlState } from '../../../shared/model/framework.ts'
import { Mark, StatusMark } from '../../parts/mark.tsx'
import type { TableColumn } from '../../parts/virtual-table.tsx'
import type { ControlRow } from './rows.ts'

const failures = (state: ControlState) => state.checks.reduce((sum, { counts }) => sum + counts.fail, 0)

/** The table of controls. */
export const COLUMNS: readonly TableColumn<ControlRow>[] = [
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
    cell: ({ state }) => failures(state) || '',
    text: ({ state }) => String(failures(state)),
  },
  {
    title: 'To decide',
    width: '5.5rem',
    end: true,
    cell: ({ toDecide }) => toDecide || '',
    text: ({ toDecide }) => String(toDecide),
  },
  {
    title: 'Conclusion',
    width: '8rem',
    cell: ({ concluded }) =>
      concluded ? <Mark meaning={concluded === 'reviewed' ? 'good' : 'neutral'}>{concluded}</Mark> : '',
    text: ({ concluded }) => concluded ?? '',
  },
]

/** Beside an open control there is room for these. */
export const BESIDE = COLUMNS.filter(({ title }) => title === 'Control' || title === 'Status')
