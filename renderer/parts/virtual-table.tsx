import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { copyText } from '../lib/copy.ts'
import { ROW_HEIGHT, useRowsInSight } from './rows-in-sight.ts'
import { cellClass, type TableColumn, TableRow } from './table-row.tsx'

export type { TableColumn } from './table-row.tsx'

/** The narrowest that a row can be: the sum of the tracks' lengths. */
function leastWidth(columns: readonly { readonly width: string }[]): string {
  return `calc(${columns.map(({ width }) => /^minmax\(([^,]+),/.exec(width)?.[1] ?? width).join(' + ')})`
}

/**
 * A table that draws only the rows in sight. Rows that are not there yet are asked for by position. Arrow keys,
 * Page Up and Down, Home and End move; Enter opens; Ctrl+C copies the current row as cells; Shift extends.
 */
export function VirtualTable<Row>({
  label,
  columns,
  total,
  rowAt,
  onSight,
  keyOf,
  onOpen,
  selected,
  openAt = -1,
  empty,
  busy = false,
  onMark,
}: {
  readonly label: string
  readonly columns: readonly TableColumn<Row>[]
  readonly total: number
  /** The row at a position, or undefined while it is on its way. */
  readonly rowAt: (index: number) => Row | undefined
  /** Tells which positions are in sight, so that their rows can be fetched. */
  readonly onSight?: (first: number, last: number) => void
  readonly keyOf: (row: Row) => string | number
  readonly onOpen?: (row: Row, index: number) => void
  /** Key of the row that is open beside the table. */
  readonly selected?: string | number | null
  /** Position of that row where it is known, else -1: opened from elsewhere, it comes into sight. */
  readonly openAt?: number
  readonly empty?: ReactNode
  /** Other rows are on their way; these are still the ones before. */
  readonly busy?: boolean
  /**
   * Space was pressed on these rows: the current one, or all that are marked by Shift. `from` and `to` are their
   * positions; rows that are not there yet are missing.
   */
  readonly onMark?: (rows: readonly Row[], from: number, to: number) => void
}) {
  const sight = useRowsInSight(total)
  const { first, last, shift, scrollTo } = sight
  const [current, setCurrent] = useState(0)
  const [anchor, setAnchor] = useState<number | null>(null)
  const template = columns.map((column) => column.width).join(' ')
  const pick = useRef<(index: number, extend: boolean) => void>(null)

  useEffect(() => {
    if (total > 0) onSight?.(first, last)
  }, [first, last, total, onSight])

  const move = useCallback(
    (to: number, extend: boolean) => {
      const next = Math.max(0, Math.min(total - 1, to))
      setAnchor(extend ? (anchor ?? current) : null)
      setCurrent(next)
      scrollTo(next)
    },
    [total, anchor, current, scrollTo],
  )

  const newest = useRef(sight)
  newest.current = sight
  const { element } = sight
  useEffect(() => {
    if (openAt < 0 || !element) return
    setCurrent(openAt)
    setAnchor(null)
    newest.current.scrollTo(openAt)
    // Seen before the table became lower, as over a message, it is seen afterwards.
    let height = element.clientHeight
    const resized = new ResizeObserver(() => {
      const wasSeen = newest.current.isSeen(openAt, height)
      height = element.clientHeight
      if (wasSeen) newest.current.scrollTo(openAt)
    })
    resized.observe(element)
    return () => resized.disconnect()
  }, [openAt, element])

  const [from, to] =
    anchor === null ? [current, current] : [Math.min(anchor, current), Math.max(anchor, current)]

  function marked(): readonly Row[] {
    const rows: Row[] = []
    for (let index = from; index <= to; index++) {
      const row = rowAt(index)
      if (row !== undefined) rows.push(row)
    }
    return rows
  }

  function copy() {
    const told = columns.filter((column) => column.text)
    const lines = marked().map((row) =>
      told.map((column) => column.text?.(row).replaceAll(/[\t\r\n]+/g, ' ') ?? '').join('\t'),
    )
    void copyText([told.map((column) => column.title).join('\t'), ...lines].join('\n'))
  }

  function onKeyDown(event: KeyboardEvent) {
    const page = Math.max(1, Math.floor((element?.clientHeight ?? 300) / ROW_HEIGHT) - 2)
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: total - 1,
    }
    const step = steps[event.key]
    const row = rowAt(current)
    if (step !== undefined) move(step, event.shiftKey)
    else if (event.key === 'Enter' && row && onOpen) onOpen(row, current)
    else if (event.key === ' ' && onMark) onMark(marked(), from, to)
    else if (event.key === 'c' && (event.ctrlKey || event.metaKey)) copy()
    else return
    event.preventDefault()
  }

  pick.current = (index, extend) => {
    move(index, extend)
    const row = rowAt(index)
    if (row && !extend) onOpen?.(row, index)
  }

  if (total === 0 && empty) return <>{empty}</>
  return (
    <div
      ref={sight.ref}
      className="table"
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-busy={busy}
      tabIndex={0}
      aria-activedescendant={current >= first && current <= last ? `${label}-${current}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div
        className="table-head"
        role="row"
        aria-rowindex={1}
        style={{ gridTemplateColumns: template, height: ROW_HEIGHT, minWidth: leastWidth(columns) }}
      >
        {columns.map((column) => (
          <div key={column.title} role="columnheader" className={cellClass(column)}>
            {column.title}
          </div>
        ))}
      </div>
      <div
        className="table-rows"
        role="rowgroup"
        style={{ height: sight.height, minWidth: leastWidth(columns) }}
      >
        {Array.from({ length: last - first + 1 }, (_, place) => {
          const index = first + place
          const row = rowAt(index)
          return (
            <TableRow
              key={index}
              label={label}
              index={index}
              top={index * ROW_HEIGHT + shift}
              row={row}
              columns={columns as readonly TableColumn<unknown>[]}
              template={template}
              isInRange={index >= from && index <= to}
              isOpen={row !== undefined && (selected ?? null) !== null && keyOf(row) === selected}
              pick={pick}
            />
          )
        })}
      </div>
    </div>
  )
}
