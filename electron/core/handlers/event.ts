import { eventBySeq, eventPage } from '../store/events.ts'
import type { Handlers } from './handler.ts'

/** Questions about the population of audit events. */
export const eventHandlers = {
  'event:page': ({ db }, { filter, after, limit }) => eventPage(db, filter, after, limit),
  'event:get': ({ db }, { seq }) => eventBySeq(db, seq),
} satisfies Pick<Handlers, 'event:page' | 'event:get'>
