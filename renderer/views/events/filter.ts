import { EVENT_FIELDS } from '../../../shared/contract-events.ts'
import type { EventFilter } from '../../../shared/model/event.ts'

/** Names of everything that narrows the events, as they stand in the address and in saved filters. */
export const FILTER_PARAMS = [...EVENT_FIELDS, 'text', 'from', 'to'] as const

/** The filter that an address tells; what it does not know is left out. */
export function filterOf(params: Readonly<Record<string, string | null>>): EventFilter {
  return Object.fromEntries(FILTER_PARAMS.flatMap((name) => (params[name] ? [[name, params[name]]] : [])))
}

/** The part of an address that narrows the events. */
export function paramsOf(params: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(FILTER_PARAMS.flatMap((name) => (params[name] ? [[name, params[name]]] : [])))
}
