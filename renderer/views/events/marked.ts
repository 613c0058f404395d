import type { AuditEvent, EventFilter } from '../../../shared/model/event.ts'
import type { Tickmark } from '../../../shared/model/records/tickmark.ts'
import type { RecordItem } from '../../../shared/model/records.ts'
import { ask, Failed } from '../../lib/window-api.ts'

/** What a tickmark stands on. */
export type Marked = Tickmark['about']

/** Marks that one act can set. */
const MOST = 10_000

/** Rows of one question. */
const AT_ONCE = 1000

/** An event as what a tickmark stands on: by its number in the chain, which never changes. */
export function markable({ seq, at, type, action, actor }: AuditEvent): Marked {
  const title = [at, type, action, actor].filter(Boolean).join(' ').slice(0, 400)
  return { kind: 'event', id: String(seq), title }
}

/** The tickmarks that stand on events, by the number of the event. */
export function marksOfEvents(all: readonly RecordItem<'tickmark'>[]): ReadonlyMap<string, Tickmark> {
  return new Map(
    all
      .filter(({ content }) => content.about.kind === 'event')
      .map(({ content }) => [content.about.id, content]),
  )
}

/** The events from one position of a list to another, also those that no screen has read. Throws `Failed` above 10,000. */
export async function markedBetween(
  filter: EventFilter,
  from: number,
  to: number,
): Promise<readonly Marked[]> {
  if (to - from + 1 > MOST)
    throw new Failed({
      kind: 'wrong-use',
      what: 'more than 10,000 events are selected',
      remedy: 'mark fewer at once',
    })
  const marked: Marked[] = []
  for (let start = from; start <= to; start += AT_ONCE) {
    const limit = Math.min(AT_ONCE, to - start + 1)
    const { rows } = await ask('event:window', { filter, start, limit })
    marked.push(...rows.map(markable))
  }
  return marked
}
