import { verifyEvents } from '../store/events.ts'
import { appendJournal } from '../store/journal.ts'
import { lockerInfo } from '../store/locker.ts'
import { verifyLocker } from '../store/verify.ts'
import type { Handlers } from './handler.ts'

/** Questions about the open locker itself. */
export const lockerHandlers = {
  'locker:info': ({ db }) => lockerInfo(db),
  async 'locker:verify'({ db, host }, _input, { onProgress }) {
    const told = await verifyLocker(db, onProgress, verifyEvents)
    const { intact, checked, head, firstBroken } = told
    const entry = {
      actor: host.actor,
      action: 'locker.verified',
      detail: { intact, checked, head, firstBroken },
    }
    try {
      appendJournal(db, entry)
    } catch (error) {
      // A damaged file may refuse the entry; what was found has to be told all the same.
      if (intact) throw error
    }
    return told
  },
} satisfies Pick<Handlers, 'locker:info' | 'locker:verify'>
