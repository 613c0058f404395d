import type { WireAnswer } from './wire.ts'

/** The JSON of an answer; `isJson` is false for anything else, also for nothing at all. */
export function readBody(answer: WireAnswer): { readonly body: unknown; readonly isJson: boolean } {
  try {
    return { body: JSON.parse(answer.body.toString('utf8')), isJson: true }
  } catch {
    return { body: null, isJson: false }
  }
}

/** Names under which an answer may carry its list; the reader takes the list out. */
export const ENVELOPES = ['items', 'data', 'entries', 'events', 'maintenances', 'topics']

/** The list that an answer carries: itself, or the only list in an envelope such as `{items: []}`; else null. */
export function listIn(body: unknown): readonly unknown[] | null {
  if (Array.isArray(body)) return body
  if (typeof body !== 'object' || body === null) return null
  const [name, ...others] = ENVELOPES.filter((key) => key in body)
  const list = name !== undefined && others.length === 0 ? Reflect.get(body, name) : null
  return Array.isArray(list) ? list : null
}

/** Records in an answer: the length of its list, 1 for an object, 0 for none. */
export function countOf(body: unknown): number {
  return listIn(body)?.length ?? (typeof body === 'object' && body !== null ? 1 : 0)
}
