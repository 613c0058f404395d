import type { Json } from '../../../../../shared/model/json.ts'
import type { Cell } from '../../sheet.ts'
import type { Field } from './field.ts'

type JsonObject = { readonly [key: string]: Json }

const isObject = (value: Json | undefined): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** Keys whose values never leave the locker, wherever they stand. */
const NEVER: ReadonlySet<string> = new Set(['hmac'])

/** Follows a dotted path; null where it leads nowhere. */
export function valueAt(content: Json, path: string): Json {
  let value: Json = content
  for (const key of path.split('.')) {
    if (!isObject(value)) return null
    value = value[key] ?? null
  }
  return value
}

/** The same value without what never leaves the locker. */
export function exportable(value: Json): Json {
  if (Array.isArray(value)) return value.map(exportable)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !NEVER.has(key))
      .map(([key, inner]) => [key, exportable(inner)]),
  )
}

const plain = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(exportable(value)))

/** The cell of a field; null where the content has no such value. */
export function cellOf(content: Json, field: Field): Cell {
  const value = valueAt(content, field.path)
  if (value === null) return null
  if (field.show) return field.show(value)
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(plain).join(', ')
  return isObject(value) ? plain(value) : (value as string | number | boolean)
}

function* leaves(value: Json, path: string): Iterable<readonly [path: string, value: Json]> {
  if (!isObject(value)) yield [path, value]
  else
    for (const [key, inner] of Object.entries(value))
      if (!NEVER.has(key)) yield* leaves(inner, path === '' ? key : `${path}.${key}`)
}

/** Everything in a value that may leave the locker, such as `id: 1; counts.events: 20`. */
export function toldFields(value: Json): string {
  return [...leaves(value, '')].map(([path, leaf]) => `${path}: ${told(leaf)}`).join('; ')
}

function told(leaf: Json): string {
  if (Array.isArray(leaf)) return leaf.length === 0 ? 'none' : leaf.map(plain).join(', ')
  return leaf === null ? 'none' : plain(leaf)
}

/** Heroku's ids of things that are named anyway; that of the item itself stands in the register. */
const IS_ID = /(^|\.|_)id$/

/** What no field shows, ids apart, such as `slug: 0123…`, one after the other; null where nothing is left. */
export function furtherFields(content: Json, shown: readonly string[]): string | null {
  const isShown = (path: string) => shown.some((field) => path === field || path.startsWith(`${field}.`))
  const rest = [...leaves(content, '')].filter(
    ([path, value]) => value !== null && !isShown(path) && !IS_ID.test(path),
  )
  return rest.length === 0 ? null : rest.map(([path, value]) => `${path}: ${plain(value)}`).join('; ')
}
