import { z } from 'zod'
import type { Collector } from './collector.ts'
import { RefField, Time, UserField } from './fields.ts'

const Transfer = z.object({
  id: z.string(),
  app: RefField,
  owner: UserField,
  recipient: UserField,
  state: z.string(),
  created_at: Time,
  updated_at: Time,
})

/** Apps on their way from or to the collecting account: one list, one request. */
export const appTransfers: Collector<'app-transfers', 'account'> = {
  id: 'app-transfers',
  topic: 'app-transfers',
  title: 'App transfers',
  says: 'which apps are being handed to another owner, by whom and to whom',
  scope: 'read',
  tier: 'extended',
  per: 'account',
  async *collect(heroku) {
    for await (const transfer of heroku.list('/account/app-transfers', Transfer))
      yield {
        subject: `${transfer.app.name} to ${transfer.recipient.email}`,
        subjectId: transfer.id,
        content: transfer,
      }
  },
}
