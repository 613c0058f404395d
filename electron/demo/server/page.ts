import { badRange } from './refusal.ts'

/** One page of a list. */
export interface Page {
  readonly items: readonly object[]
  readonly status: 200 | 206
  readonly contentRange: string | null
  readonly nextRange: string | null
}

interface Wanted {
  readonly field: string
  readonly from: string | null
  readonly exclusive: boolean
  readonly to: string | null
  readonly max: number
  readonly descending: boolean
}

const DEFAULT_MAX = 200
const HIGHEST_MAX = 1000

/**
 * Cuts the page that a `Range` header asks for, such as `id ..; max=1000` or `version ..; order=desc,max=10`. The
 * `Next-Range` of a page that is cut short starts behind its last item. Throws the 416 of an unreadable header.
 */
export function cutPage(list: readonly object[], header: string | undefined, by: readonly string[]): Page {
  const wanted = parse(header, by)
  const sorted = sort(list, wanted.field, wanted.descending)
  const inside = sorted.filter((item) => within(item, wanted))
  const items = inside.slice(0, wanted.max)
  const last = items.at(-1)
  const cut = items.length < inside.length && last !== undefined
  const value = (item: object | undefined) => String(item ? Reflect.get(item, wanted.field) : '')
  const order = wanted.descending ? 'order=desc,' : ''
  const end = wanted.to ?? ''
  return {
    items,
    status: cut ? 206 : 200,
    contentRange: items.length > 0 ? `${wanted.field} ${value(items[0])}..${value(last)}` : null,
    nextRange: cut ? `${wanted.field} ]${value(last)}..${end}; ${order}max=${wanted.max}` : null,
  }
}

const RANGE = /^\s*([a-z_]+)\s+(\]?)([^;]*?)\.\.([^;]*?)\s*(?:;(.*))?$/

function parse(header: string | undefined, by: readonly string[]): Wanted {
  const first = by[0] ?? 'id'
  if (!header?.trim()) {
    return { field: first, from: null, exclusive: false, to: null, max: DEFAULT_MAX, descending: false }
  }
  const [, field = '', bracket, from, to, rest = ''] = RANGE.exec(header) ?? []
  if (!by.includes(field)) throw badRange(by)
  const max = Number(/max=(\d+)/.exec(rest)?.[1] ?? DEFAULT_MAX)
  if (max < 1) throw badRange(by)
  return {
    field,
    from: from || null,
    exclusive: bracket === ']',
    to: to || null,
    max: Math.min(max, HIGHEST_MAX),
    descending: /order=desc/.test(rest),
  }
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number') return a - Number(b)
  const [left, right] = [String(a), String(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

function sort(list: readonly object[], field: string, descending: boolean): readonly object[] {
  const sign = descending ? -1 : 1
  return [...list].sort((a, b) => sign * compare(Reflect.get(a, field), Reflect.get(b, field)))
}

function within(item: object, wanted: Wanted): boolean {
  const value: unknown = Reflect.get(item, wanted.field)
  const sign = wanted.descending ? -1 : 1
  if (wanted.from !== null) {
    const order = sign * compare(value, wanted.from)
    if (order < 0 || (wanted.exclusive && order === 0)) return false
  }
  return wanted.to === null || sign * compare(value, wanted.to) <= 0
}
