import { z } from 'zod'
import type { Ref } from '../../../shared/model/content.ts'
import { secret } from '../heroku/secret.ts'
import type { HerokuReader } from './collector.ts'
import { Time } from './fields.ts'

/** What this kind of evidence is; the archives are read by a step of their own, `audit-archives.ts`. */
export const auditTrailEvents = {
  id: 'audit-trail-events',
  topic: 'audit-trail-events',
  title: 'Audit trail',
  says: 'what people did in the enterprise account, as Heroku archived it month by month',
  scope: 'read',
  per: 'enterprise',
} as const

const Archive = z.object({
  year: z.int(),
  month: z.string().regex(/^(0[1-9]|1[0-2])$/),
  created_at: Time,
  checksum: z.string().regex(/^[0-9a-f]{64}$/i),
  size: z.int(),
})

const WithAddress = Archive.extend({ url: secret() })

/** One monthly archive as it is published, without the address to fetch it from. */
export type PublishedArchive = z.infer<typeof Archive>

/** The archive format is known in the plain variant only; no other was ever public. */
const PLAIN = { variant: '3' } as const

/** Every month that is published, in whatever order. */
export function listArchives(heroku: HerokuReader, enterprise: Ref): AsyncIterable<PublishedArchive> {
  return heroku.list(`/enterprise-accounts/${enterprise.id}/archives`, Archive, PLAIN)
}

/** One month with the address to fetch it from, which is valid for a while and opens the file to anyone. */
export function readArchive(heroku: HerokuReader, enterprise: Ref, { year, month }: PublishedArchive) {
  return heroku.get(`/enterprise-accounts/${enterprise.id}/archives/${year}/${month}`, WithAddress, PLAIN)
}
