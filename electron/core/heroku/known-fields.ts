import type { ZodType } from 'zod'
import { isSecretSchema } from './secret.ts'

/** Which fields a schema names: per field what it names inside, or `all` where everything survives. */
type Known =
  | 'all'
  | {
      readonly fields: ReadonlyMap<string, Known>
      readonly others: Known | null
      /** The value goes into a `Secret`. */
      readonly secret?: true
    }

const LEAF: Known = { fields: new Map(), others: null }
const SECRET: Known = { ...LEAF, secret: true }
const DEEPEST = 24

const compiled = new WeakMap<object, Known>()

/**
 * The names of fields that came with an answer and that the schema does not name, as dotted paths without
 * indexes, such as `slug.blob`. Names only: what a schema drops, its value included, is gone after parsing.
 * Calls `dropped` for each; the same name may come several times.
 */
export function droppedFields(schema: ZodType, value: unknown, dropped: (name: string) => void): void {
  walk(knownOf(schema, 0), value, '', 0, dropped)
}

function walk(
  known: Known,
  value: unknown,
  at: string,
  depth: number,
  dropped: (name: string) => void,
): void {
  if (known === 'all' || typeof value !== 'object' || value === null || depth > DEEPEST) return
  if (Array.isArray(value)) {
    for (const item of value) walk(known, item, at, depth + 1, dropped)
    return
  }
  for (const [name, inner] of Object.entries(value)) {
    const path = at === '' ? name : `${at}.${name}`
    const field = known.fields.get(name)
    if (field !== undefined) walk(field, inner, path, depth + 1, dropped)
    else if (known.others !== null)
      walk(known.others, inner, `${at === '' ? '' : `${at}.`}*`, depth + 1, dropped)
    else dropped(path)
  }
}

/** A field that a schema lets through. */
export interface NamedField {
  /** Dotted, `*` for any name, such as `exporter.headers.*`. */
  readonly path: string
  /** It is looked at in memory and never kept as it is. */
  readonly secret: boolean
}

/** The fields that a schema lets through, innermost ones only, in their order; `**` where it lets everything through. */
export function namedFields(schema: ZodType): readonly NamedField[] {
  return named(knownOf(schema, 0), '')
}

function named(known: Known, at: string): readonly NamedField[] {
  const below = (name: string) => (at === '' ? name : `${at}.${name}`)
  if (known === 'all') return [{ path: below('**'), secret: false }]
  const inner = [...known.fields].flatMap(([name, field]) => named(field, below(name)))
  const others = known.others === null ? [] : named(known.others, below('*'))
  if (inner.length + others.length > 0) return [...inner, ...others]
  if (at === '') return known.secret ? [{ path: '*', secret: true }] : []
  return [{ path: at, secret: known.secret === true }]
}

/** Reads a schema's own description. An array stands for its element: indexes are not part of names. */
function knownOf(schema: unknown, depth: number): Known {
  if (typeof schema !== 'object' || schema === null || depth > DEEPEST) return 'all'
  const before = compiled.get(schema)
  if (before !== undefined) return before
  compiled.set(schema, 'all') // what a schema that contains itself sees of itself
  const known = isSecretSchema(schema) ? SECRET : describe(defOf(schema), depth + 1)
  compiled.set(schema, known)
  return known
}

function defOf(schema: object): Readonly<Record<string, unknown>> {
  const inner: unknown = Reflect.get(schema, '_zod')
  return typeof inner === 'object' && inner !== null ? Reflect.get(inner, 'def') : {}
}

function describe(def: Readonly<Record<string, unknown>>, depth: number): Known {
  switch (def.type) {
    case 'object': {
      const shape = typeof def.shape === 'object' && def.shape !== null ? def.shape : {}
      const fields = Object.entries(shape).map(([name, field]) => [name, knownOf(field, depth)] as const)
      const rest =
        typeof def.catchall === 'object' && def.catchall !== null ? defOf(def.catchall).type : 'never'
      return { fields: new Map(fields), others: rest === 'never' ? null : knownOf(def.catchall, depth) }
    }
    case 'record':
      return { fields: new Map(), others: knownOf(def.valueType, depth) }
    case 'array':
      return knownOf(def.element, depth)
    case 'tuple':
      return Array.isArray(def.items)
        ? def.items.map((item) => knownOf(item, depth)).reduce(merge, LEAF)
        : 'all'
    case 'union':
      return Array.isArray(def.options) ? def.options.map((one) => knownOf(one, depth)).reduce(merge) : 'all'
    case 'intersection':
      return merge(knownOf(def.left, depth), knownOf(def.right, depth))
    case 'pipe': {
      const from = knownOf(def.in, depth)
      return from === 'all' ? knownOf(def.out, depth) : from
    }
    case 'lazy':
      return typeof def.getter === 'function' ? knownOf(def.getter(), depth) : 'all'
    case 'unknown':
    case 'any':
    case 'custom':
    case 'transform':
      return 'all'
    default:
      return def.innerType === undefined ? LEAF : knownOf(def.innerType, depth)
  }
}

function merge(one: Known, other: Known): Known {
  if (one === 'all' || other === 'all') return 'all'
  const fields = new Map(one.fields)
  for (const [name, known] of other.fields) fields.set(name, merge(fields.get(name) ?? known, known))
  const others = one.others && other.others ? merge(one.others, other.others) : (one.others ?? other.others)
  return { fields, others, ...((one.secret || other.secret) && { secret: true as const }) }
}
