import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

/** Height of a row, and of the line of titles, in pixels. */
export const ROW_HEIGHT = 30

/** Tallest list in pixels; Chromium draws elements up to 33,554,428. Longer lists scroll in larger steps. */
export const TALLEST = 30_000_000

/** Rows drawn beyond the edge, so that a small movement finds them there. */
const BEYOND = 8

/** Height of the rows of the table measured last, in pixels: a table that is not yet in the page begins with it. */
let usual = 0

const expected = () => usual || Math.round(window.innerHeight / 2)

/** Which rows of a list are drawn, and where. */
export interface RowsInSight {
  /** The first and last row to draw; `last` is -1 in an empty list. */
  readonly first: number
  readonly last: number
  /** Pixels from a row's own place, its number times the height of a row, to where it is drawn; 0 up to a million rows. */
  readonly shift: number
  /** Height of the whole list in pixels. */
  readonly height: number
}

/** How many pixels of rows one pixel of scrolling moves: 1 but for lists that are taller than can be drawn. */
function paceOf(visible: number, total: number): number {
  const whole = total * ROW_HEIGHT
  return whole <= TALLEST ? 1 : (whole - visible) / (TALLEST - visible)
}

/** The rows at a place of the scroll bar. `visible` is the height of what shows rows, in pixels. */
export function rowsAt(scrollTop: number, visible: number, total: number): RowsInSight {
  const offset = scrollTop * paceOf(visible, total)
  return {
    first: Math.max(0, Math.min(total, Math.floor(offset / ROW_HEIGHT)) - BEYOND),
    last: Math.min(total, Math.ceil((offset + visible) / ROW_HEIGHT) + BEYOND) - 1,
    shift: scrollTop - offset,
    height: Math.min(total * ROW_HEIGHT, TALLEST),
  }
}

/** Where the scroll bar has to stand so that a row is in sight, moved no further than needed. */
export function scrollFor(index: number, scrollTop: number, visible: number, total: number): number {
  const pace = paceOf(visible, total)
  const offset = scrollTop * pace
  const [top, bottom] = [index * ROW_HEIGHT, (index + 1) * ROW_HEIGHT - visible]
  if (top < offset) return top / pace
  return bottom > offset ? bottom / pace : scrollTop
}

/**
 * Keeps which rows a scrolling element shows, below a line of titles that stays. Knows nothing of single rows, so
 * that a list of a million costs as much as one of ten.
 */
export function useRowsInSight(total: number): RowsInSight & {
  readonly element: HTMLElement | null
  readonly ref: (element: HTMLElement | null) => void
  readonly scrollTo: (index: number) => void
  /** Whether a row is wholly seen where the element is so many pixels high. */
  readonly isSeen: (index: number, height: number) => boolean
} {
  const [element, ref] = useState<HTMLElement | null>(null)
  const [seen, setSeen] = useState(() => ({ scrollTop: 0, visible: expected() }))
  const now = rowsAt(seen.scrollTop, seen.visible, total)
  const drawn = useRef({ ...now, total })
  useEffect(() => {
    drawn.current = { ...now, total }
  })

  useLayoutEffect(() => {
    if (!element) return
    const look = () => {
      const next = { scrollTop: element.scrollTop, visible: Math.max(0, element.clientHeight - ROW_HEIGHT) }
      if (next.visible > 0) usual = next.visible
      const { first, last, shift } = rowsAt(next.scrollTop, next.visible, drawn.current.total)
      const old = drawn.current
      if (first !== old.first || last !== old.last || shift !== old.shift) setSeen(next)
    }
    // Scrolling is told just before a frame: drawn at once, the rows are in that frame.
    const scrolled = () => flushSync(look)
    const resized = new ResizeObserver(look)
    look()
    resized.observe(element)
    element.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', scrolled)
    }
  }, [element])

  const scrollTo = useCallback(
    (index: number) => {
      if (!element) return
      const visible = Math.max(ROW_HEIGHT, element.clientHeight - ROW_HEIGHT)
      element.scrollTop = scrollFor(index, element.scrollTop, visible, total)
    },
    [element, total],
  )
  const isSeen = useCallback(
    (index: number, height: number) =>
      element !== null &&
      scrollFor(index, element.scrollTop, height - ROW_HEIGHT, total) === element.scrollTop,
    [element, total],
  )
  return { ...now, element, ref, scrollTo, isSeen }
}
