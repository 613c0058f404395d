import { z } from 'zod'
import type { Collector } from './collector.ts'
import { orNull, Time } from './fields.ts'
import { readSshKey } from './ssh-public-key.ts'

const Key = z.object({
  id: z.string(),
  comment: orNull(z.string()),
  fingerprint: z.string(),
  public_key: orNull(z.string()),
  created_at: Time,
})

/** SSH keys of the collecting account; nobody else's are readable. */
export const sshKeys: Collector<'ssh-keys', 'account'> = {
  id: 'ssh-keys',
  topic: 'ssh-keys',
  title: 'SSH keys',
  says: 'which SSH keys the collecting account has, how strong and how old they are',
  scope: 'identity',
  per: 'account',
  async *collect(heroku) {
    for await (const key of heroku.list('/account/keys', Key)) {
      const facts = key.public_key ? readSshKey(key.public_key) : null
      yield {
        subject: key.comment ?? key.fingerprint,
        subjectId: key.id,
        content: {
          id: key.id,
          comment: key.comment,
          fingerprint: key.fingerprint,
          algorithm: facts?.algorithm ?? null,
          bits: facts?.bits ?? null,
          created_at: key.created_at,
        },
      }
    }
  },
}
