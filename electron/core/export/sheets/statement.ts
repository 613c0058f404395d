import type { Cell, Row } from '../sheet.ts'

/** A line of a page: what it is about, and what is said. */
export function say(about: string, said: Cell): Row {
  return { cells: [about, said] }
}

/** A heading of a page. */
export function heading(title: string): Row {
  return { tone: 'heading', cells: [title, null] }
}
