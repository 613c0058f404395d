import { memo, type ReactNode, type RefObject } from 'react'
import { ROW_HEIGHT } from './rows-in-sight.ts'

/** One column: its title, how wide, what a cell shows, and what it copies as. */
export interface TableColumn<Row> {
  readonly title: string
  /** CSS grid track: a length such as `8rem`, or `minmax(12rem, 1fr)`. */
  readonly width: string
  readonly cell: (row: Row) => ReactNode
  /** Plain text for the clipboard; cells without it are left out of copies. */
  readonly text?: (row: Row) => string
  /** Numbers stand at the end of their column. */
  readonly end?: boolean
}

/** The class of a cell of a column. */
export const cellClass = (column: { readonly end?: boolean }) => (column.end ? 'cell cell-end' : 'cell')

/** One row at its place; drawn again only when something of its own changes, since tables scroll by the frame. */
export const TableRow = memo(function TableRow({
  label,
  index,
  top,
  row,
  columns,
  template,
  isInRange,
  isOpen,
  pick,
}: {
  readonly label: string
  readonly index: number
  /** Pixels from the top of the list. */
  readonly top: number
  /** Undefined while it is on its way. */
  readonly row: unknown
  readonly columns: readonly TableColumn<unknown>[]
  readonly template: string
  readonly isInRange: boolean
  readonly isOpen: boolean
  readonly pick: RefObject<((index: number, extend: boolean) => void) | null>
}) {
  return (
    <div
      id={`${label}-${index}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isInRange}
      className={`table-row${isInRange ? ' is-current' : ''}${isOpen ? ' is-open' : ''}`}
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)`, height: ROW_HEIGHT }}
      onClick={(event) => pick.current?.(index, event.shiftKey)}
    >
      {columns.map((column) => (
        <div key={column.title} role="gridcell" className={cellClass(column)}>
          {row === undefined ? <span className="cell-waiting" /> : column.cell(row)}
        </div>
      ))}
    </div>
  )
})
