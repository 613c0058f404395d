import type { ArchiveFile } from '../archives/archives.ts'
import { canary } from '../canary.ts'
import { found } from '../server/refusal.ts'
import { type Ask, type Route, read, whole } from '../server/route.ts'
import { inEnterprise } from './enterprise.ts'

/** An archive as the API offers it; the address carries a signature, as presigned ones do. */
const archiveAnswer = (ask: Ask, file: ArchiveFile) => ({
  created_at: file.createdAt,
  month: file.month,
  year: file.year,
  url: `${file.url}?X-Amz-Signature=${canary(ask.org.ground, 'archive', file.year, file.month)}`,
  checksum: file.checksum,
  size: file.size,
})

const matches = (event: Record<string, unknown>, query: URLSearchParams): boolean => {
  const actor = event.actor as { readonly id: string; readonly email: string } | null
  const wanted = query.get('actor')
  return (
    (!query.get('type') || event.type === query.get('type')) &&
    (!query.get('action') || event.action === query.get('action')) &&
    (!wanted || actor?.email === wanted || actor?.id === wanted)
  )
}

/** Archives of the audit trail, and the events of one day. Plain `version=3` is right here. */
export const AUDIT_TRAIL: readonly Route[] = [
  read('/enterprise-accounts/:enterprise/archives', async (ask) => {
    inEnterprise(ask)
    const files = await ask.archives.list()
    return whole(files.map((file) => archiveAnswer(ask, file)))
  }),
  read('/enterprise-accounts/:enterprise/archives/:year/:month', async (ask) => {
    inEnterprise(ask)
    const [, year, month] = ask.params
    const files = await ask.archives.list()
    const hit = files.find((file) => String(file.year) === year && file.month === month)
    return whole(archiveAnswer(ask, found(hit, 'archive')))
  }),
  read('/enterprise-accounts/:enterprise/events', (ask) => {
    inEnterprise(ask)
    const today = new Date(ask.org.ground.now).toISOString().slice(0, 10)
    const events = ask.archives
      .day(ask.query.get('day') ?? today)
      .filter((event) => matches(event, ask.query))
      .sort((a, b) => (String(a.created_at) < String(b.created_at) ? -1 : 1))
    return whole(ask.query.get('order') === 'desc' ? events.reverse() : events)
  }),
]
