import type { Json } from './json.ts'

/** One difference between two contents: where, and what stood there before and after. */
export interface FieldChange {
  /** Names of the fields down to it, joined by dots, an element by what identifies it: `users[ana@x.example].permissions`. */
  readonly field: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** Null where it was added. */
  readonly before: Json
  /** Null where it was removed. */
  readonly after: Json
}

type Fields = { readonly [key: string]: Json }

const isFields = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isScalar = (value: Json) => typeof value !== 'object' || value === null

/** What tells elements of a list apart, best first. */
const KEYS = ['id', 'email', 'name', 'key'] as const

function keyOf(list: readonly Json[]): (typeof KEYS)[number] | null {
  return (
    KEYS.find((key) => {
      const values = list.map((one) => (isFields(one) ? one[key] : undefined))
      return values.every((value) => typeof value === 'string') && new Set(values).size === list.length
    }) ?? null
  )
}

const added = (field: string, after: Json): FieldChange => ({ field, kind: 'added', before: null, after })
const removed = (field: string, before: Json): FieldChange => ({
  field,
  kind: 'removed',
  before,
  after: null,
})

/** Lists of plain values are compared as collections: what came and what went, whatever the order. */
function ofValues(field: string, before: readonly Json[], after: readonly Json[]): FieldChange[] {
  const left = [...before]
  const came = after.filter((value) => {
    const at = left.indexOf(value)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return [...left.map((value) => removed(field, value)), ...came.map((value) => added(field, value))]
}

function ofElements(field: string, before: readonly Json[], after: readonly Json[]): FieldChange[] {
  const both = [...before, ...after]
  const key = both.length > 0 && keyOf(before) === keyOf(after) ? keyOf(after) : null
  const name = (value: Json, index: number) => (key && isFields(value) ? String(value[key]) : String(index))
  const old = new Map(before.map((value, index) => [name(value, index), value]))
  const changes = after.flatMap((value, index) => {
    const known = old.get(name(value, index))
    old.delete(name(value, index))
    const at = `${field}[${name(value, index)}]`
    return known === undefined ? [added(at, value)] : fieldChanges(known, value, at)
  })
  return [...[...old].map(([at, value]) => removed(`${field}[${at}]`, value)), ...changes]
}

/**
 * What differs between two contents, field by field. Lists of plain values are told by what came and went,
 * lists of things by their id, address or name where every one has it, else by position.
 */
export function fieldChanges(before: Json, after: Json, field = ''): FieldChange[] {
  if (before === after) return []
  if (isFields(before) && isFields(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return names.flatMap((name) => {
      const at = field === '' ? name : `${field}.${name}`
      const [old, now] = [before[name], after[name]]
      if (old === undefined) return now === undefined ? [] : [added(at, now)]
      return now === undefined ? [removed(at, old)] : fieldChanges(old, now, at)
    })
  }
  if (Array.isArray(before) && Array.isArray(after))
    return [...before, ...after].every(isScalar)
      ? ofValues(field, before, after)
      : ofElements(field, before, after)
  return [{ field, kind: 'changed', before, after }]
}
