import type { ContentOf } from '../../../../../shared/model/content.ts'
import type { Json } from '../../../../../shared/model/json.ts'
import type { Cell, CellKind } from '../../sheet.ts'

/** Topics whose content has a shape that we know. */
export type KnownTopic = keyof ContentOf

/** Dotted paths into a content, such as `app.name`; of a union, the paths of all its members. */
export type PathOf<T> = T extends readonly unknown[]
  ? never
  : T extends object
    ? { [K in keyof T & string]: K | Below<K, NonNullable<T[K]>> }[keyof T & string]
    : never
type Below<K extends string, V> = V extends readonly unknown[]
  ? never
  : V extends object
    ? `${K}.${PathOf<V>}`
    : never

/** One column of a topic's sheet: where in the content it stands, and how it reads. */
export interface Field<P extends string = string> {
  readonly path: P
  readonly title: string
  readonly kind: CellKind
  readonly width: number
  /** Makes the cell of the value; otherwise lists are joined, and slugs of `of` and `kind` read as words. */
  readonly show?: (value: Json) => Cell
}

/** How the items of a topic read in a workbook. */
export interface TopicLayout<T extends KnownTopic = KnownTopic> {
  readonly topic: T
  /** Title of the sheet, at most 31 characters. */
  readonly title: string
  /** What a reader of the sheet has to know. */
  readonly note?: string
  readonly fields: readonly Field<PathOf<ContentOf[T]>>[]
}

/** A topic's layout, with paths that the compiler checks against the content. */
export function layout<T extends KnownTopic>(
  topic: T,
  title: string,
  fields: readonly Field<PathOf<ContentOf[T]>>[],
  note?: string,
): TopicLayout<T> {
  return { topic, title, fields, ...(note === undefined ? {} : { note }) }
}

type More = Pick<Field, 'show'>

/** A field of text. */
export const say = <P extends string>(path: P, title: string, width = 24, more: More = {}): Field<P> => ({
  path,
  title,
  kind: 'text',
  width,
  ...more,
})

/** A field with words of Heroku's that hyphens join, such as `team-member`. */
export const word = <P extends string>(path: P, title: string, width = 18): Field<P> =>
  say(path, title, width, {
    show: (value) => (typeof value === 'string' ? value.replaceAll('-', ' ') : null),
  })

/** A field that is yes, no or not told. */
export const yes = <P extends string>(path: P, title: string, width = 11): Field<P> => ({
  path,
  title,
  kind: 'boolean',
  width,
})

/** A field with a number. */
export const num = <P extends string>(path: P, title: string, width = 10): Field<P> => ({
  path,
  title,
  kind: 'number',
  width,
})

/** A field with a count or a size. */
export const tally = <P extends string>(path: P, title: string, width = 10): Field<P> => ({
  path,
  title,
  kind: 'count',
  width,
})

/** A field with a point in time. */
export const at = <P extends string>(path: P, title: string): Field<P> => ({
  path,
  title: `${title} (UTC)`,
  kind: 'instant',
  width: 19,
})
