import type { Column } from '../sheet.ts'

type More = Partial<Omit<Column, 'title' | 'kind' | 'width'>>

/** A column of text. */
export const text = (title: string, width: number, more: More = {}): Column => ({
  title,
  kind: 'text',
  width,
  ...more,
})

/** A column of text that wraps. */
export const prose = (title: string, width: number): Column => text(title, width, { wrap: true })

/** A column that says, in a tinted word, how it stands. */
export const state = (title: string, width: number): Column => text(title, width, { toned: true })

/** A column that jumps elsewhere. */
export const jump = (title: string, width: number, more: More = {}): Column => ({
  ...text(title, width, more),
  kind: 'link',
})

/** A column of numbers. */
export const number = (title: string, width = 11): Column => ({ title, kind: 'number', width })

/** A column of counts, with separators. */
export const tally = (title: string, width = 11): Column => ({ title, kind: 'count', width })

/** A column of points in time, in UTC. */
export const instant = (title: string): Column => ({ title: `${title} (UTC)`, kind: 'instant', width: 19 })

/** A column of yes and no. */
export const yesNo = (title: string, width = 10): Column => ({ title, kind: 'boolean', width })
