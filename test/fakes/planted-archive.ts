import { item, type Planted } from './evidence.ts'

/** The audit trail of enterprise account acme, from its first to its last event. */
export function archive(first: string, last: string): Planted {
  const id = 'enterprise:acme'
  return item('audit-trail-events', 'acme trail', {
    enterprise_account: { id, name: 'acme' },
    year: 2026,
    month: '10',
    created_at: last,
    checksum: 'a'.repeat(64),
    size: 100,
    downloaded_sha256: 'a'.repeat(64),
    downloaded_size: 100,
    intact: true,
    events: 3,
    first_at: first,
    last_at: last,
    envelope: 'array',
  })
}
