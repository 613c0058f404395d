import { memo, useEffect, useMemo } from 'react'
import type { AuditEvent, EventFilter } from '../../../shared/model/event.ts'
import type { Tickmark } from '../../../shared/model/records/tickmark.ts'
import { count } from '../../lib/format.ts'
import { useEventWindow } from '../../lib/use-event-window.ts'
import { Empty, FailedBox, Waiting } from '../../parts/states.tsx'
import { type TableColumn, VirtualTable } from '../../parts/virtual-table.tsx'
import { When } from '../../parts/when.tsx'

const plain = (
  title: string,
  width: string,
  of: (event: AuditEvent) => string | null,
): TableColumn<AuditEvent> => ({
  title,
  width,
  cell: (event) => of(event) ?? '–',
  text: (event) => of(event) ?? '',
})

const COLUMNS: readonly TableColumn<AuditEvent>[] = [
  {
    title: 'When',
    width: '10.5rem',
    cell: (event) => <When instant={event.at} />,
    text: (event) => event.at,
  },
  plain('Type', 'minmax(8.5rem, 12rem)', (event) => event.type),
  plain('Action', '6.5rem', (event) => event.action),
  plain('Who', 'minmax(12rem, 2fr)', (event) => event.actor),
  plain('App', 'minmax(8rem, 1fr)', (event) => event.app),
  plain('Team', 'minmax(7rem, 1fr)', (event) => event.team),
  plain('Address', '8.5rem', (event) => event.ip),
]

/** The events that a filter lets through: every one of millions can be scrolled to. */
export const EventTable = memo(function EventTable({
  filter,
  version,
  isFiltered,
  selected,
  onOpen,
  onShown,
  marks,
  onMark,
}: {
  readonly filter: EventFilter
  readonly version: string
  readonly isFiltered: boolean
  readonly selected: number | null
  readonly onOpen: (event: AuditEvent) => void
  /** The rows of this filter are on the screen: what is drawn besides may be asked now. */
  readonly onShown: (filter: EventFilter) => void
  /** Tickmarks by the number of the event. */
  readonly marks: ReadonlyMap<string, Tickmark>
  /** The rows from one position to another are to be marked. */
  readonly onMark: (filter: EventFilter, from: number, to: number) => void
}) {
  const rows = useEventWindow(filter, version)
  const columns = useMemo(
    () => [
      {
        ...plain('Mark', '3.75rem', ({ seq }) => marks.get(String(seq))?.mark ?? ''),
        cell: ({ seq }: AuditEvent) => {
          const told = marks.get(String(seq))
          return told && <strong title={`${told.by}${told.text && `: ${told.text}`}`}>{told.mark}</strong>
        },
      },
      ...COLUMNS,
    ],
    [marks],
  )
  const isShown = rows.state !== 'waiting' && !rows.stale
  useEffect(() => {
    if (isShown) onShown(filter)
  }, [isShown, filter, onShown])
  if (rows.state === 'waiting') return <Waiting lines={12} />
  return (
    <div className="table-box">
      {rows.problem && <FailedBox problem={rows.problem} again={rows.again} />}
      <p className="table-count" role="status">
        {count(rows.total)} {rows.total === 1 ? 'event' : 'events'}
        {rows.total > 0 && '. Space marks one; with Shift and the arrows, or Shift and a click, several.'}
      </p>
      <VirtualTable
        label="Events"
        columns={columns}
        total={rows.total}
        busy={rows.stale}
        rowAt={rows.rowAt}
        onSight={rows.onSight}
        keyOf={(event) => event.seq}
        selected={selected}
        onOpen={onOpen}
        onMark={(_, from, to) => onMark(filter, from, to)}
        empty={
          isFiltered ? (
            <Empty title="No event fits">Take a filter off, or choose a longer time.</Empty>
          ) : (
            <Empty title="No events yet">
              Heroku publishes the audit trail of an Enterprise account once a month. Collect with a token of
              a member who may read it.
            </Empty>
          )
        }
      />
    </div>
  )
})
