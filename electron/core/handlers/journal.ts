import { journalPage, newestOfJournal } from '../store/journal.ts'
import type { Handlers } from './handler.ts'

/** Questions about what people and the app did. */
export const journalHandlers = {
  'journal:page': ({ db }, { after, limit, newestFirst }) =>
    newestFirst ? newestOfJournal(db, after, limit) : journalPage(db, after, limit),
} satisfies Pick<Handlers, 'journal:page'>
