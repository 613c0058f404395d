import type { ChangeKind, Comparison, SubjectChange } from '../../../shared/model/changes.ts'
import type { Json } from '../../../shared/model/json.ts'
import type { Meaning } from '../../parts/mark.tsx'

/** What people call each kind of change. */
export const KIND_WORDS: Readonly<Record<ChangeKind, readonly [Meaning, string, string]>> = {
  added: ['good', 'Added', 'There now, not before'],
  removed: ['bad', 'Removed', 'There before, not now'],
  changed: ['unknown', 'Changed', 'Different now'],
  'first-read': ['neutral', 'First read', 'The earlier collection could not read it'],
  'not-read': ['neutral', 'No longer read', 'The later collection could not read it'],
}

function short(value: Json): string {
  if (value === null || value === '') return '–'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return value.map(short).join(', ') || 'none'
  const { name, email } = value as { readonly [key: string]: Json }
  return typeof name === 'string' ? name : typeof email === 'string' ? email : '…'
}

/** The changed fields in one line: `stack: heroku-22 → heroku-24; permissions: +deploy`. */
export function inOneLine({ fields }: Pick<SubjectChange, 'fields'>): string {
  return fields
    .map(({ field, kind, before, after }) => {
      const name = field || 'content'
      if (kind === 'added') return `${name}: +${short(after)}`
      if (kind === 'removed') return `${name}: −${short(before)}`
      return `${name}: ${short(before)} → ${short(after)}`
    })
    .join('; ')
}

/** How many subjects of each kind, over all topics or of one. */
export function countsOf(told: Comparison, topic: string | null): Readonly<Record<ChangeKind, number>> {
  const counts = { added: 0, removed: 0, changed: 0, 'first-read': 0, 'not-read': 0 }
  for (const one of told.topics)
    if (topic === null || one.topic === topic)
      for (const kind of Object.keys(counts) as ChangeKind[]) counts[kind] += one[kind]
  return counts
}
