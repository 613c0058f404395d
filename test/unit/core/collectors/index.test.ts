import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditTrailEvents } from '../../../../electron/core/collectors/audit-trail-events.ts'
import { COLLECTORS } from '../../../../electron/core/collectors/index.ts'
import { collectorsOf, DERIVED, KINDS, topicsToRead } from '../../../../electron/core/collectors/plan.ts'
import type { ContentOf } from '../../../../shared/model/content.ts'
import { TOPICS } from '../../../../shared/model/topic.ts'

const folder = join(import.meta.dirname, '../../../../electron/core/collectors')

/** Every topic that has a content, spelled out so that the compiler notices a missing one. */
const TOPICS_WITH_CONTENT: Readonly<Record<keyof ContentOf, true>> = {
  'app-inventory': true,
  'app-lock': true,
  'team-members-roles': true,
  'member-mfa': true,
  'sso-identity-provider': true,
  'enterprise-account-permissions': true,
  'team-invitations': true,
  'app-collaborators-permissions': true,
  'oauth-authorizations': true,
  'ssh-keys': true,
  'config-vars-inventory': true,
  'config-var-rotation': true,
  'addon-inventory': true,
  'addon-allowlist': true,
  'plan-compliance-flags': true,
  releases: true,
  'builds-slugs': true,
  'pipelines-promotions': true,
  'review-apps': true,
  'log-drains': true,
  'space-isolation': true,
  'space-trusted-ips': true,
  'space-outbound-ips': true,
  'space-logging': true,
  'space-peering': true,
  'space-vpn': true,
  'domains-acm-certificates': true,
  'stack-eol': true,
  'dyno-tier': true,
  'region-residency': true,
  'postgres-encryption-at-rest': true,
  'postgres-high-availability': true,
  'postgres-rollback': true,
  'postgres-backups': true,
  'audit-trail-events': true,
  'audit-trail-retention': true,
  'member-removals': true,
  'postgres-credentials': true,
  'postgres-logging-settings': true,
  'postgres-links-dataclips': true,
  'data-service-versions': true,
  'key-value-store': true,
  kafka: true,
  mtls: true,
  privatelink: true,
  byok: true,
  'heroku-connect': true,
  'app-transfers': true,
  'api-sessions': true,
  'tls-version-ciphers': true,
  'keystroke-logging': true,
  'app-webhooks': true,
  'ci-test-runs': true,
  'internal-routing': true,
  'telemetry-drains': true,
  'platform-incidents': true,
  'evidence-package-integrity': true,
  'drift-between-periods': true,
}

describe('the list of collectors', () => {
  it('has each id once, and ids start with their topic', () => {
    const ids = COLLECTORS.map((collector) => collector.id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    for (const { id, topic } of COLLECTORS) expect(id.split('.')[0]).toBe(topic)
  })

  it('covers every topic that has a content', () => {
    const collected = new Set<string>([
      ...COLLECTORS.map(({ topic }) => topic),
      auditTrailEvents.topic,
      ...DERIVED,
    ])
    expect([...collected].sort()).toEqual(Object.keys(TOPICS_WITH_CONTENT).sort())
  })

  it('has every file that is named after a topic, and no topic without its file', () => {
    const files = new Set(readdirSync(folder))
    for (const topic of Object.keys(TOPICS_WITH_CONTENT)) expect(files).toContain(`${topic}.ts`)
    const derived = ['audit-trail-retention', 'member-removals', 'drift-between-periods']
    const unlisted: readonly string[] = [auditTrailEvents.topic, ...derived]
    const listed = readFileSync(join(folder, 'index.ts'), 'utf8')
    const topics = TOPICS.filter((topic) => files.has(`${topic}.ts`) && !unlisted.includes(topic))
    for (const topic of topics) expect(listed).toContain(`'./${topic}.ts'`)
  })

  it('gives every collector a kind of subject that the run reads', () => {
    const run = KINDS.flatMap((kind) => collectorsOf(kind, COLLECTORS, TOPICS))
    expect(run).toHaveLength(COLLECTORS.length)
  })
})

describe('the topics that are read', () => {
  it('are all of them where none are named', () => {
    expect(topicsToRead(null, COLLECTORS)).toHaveLength(Object.keys(TOPICS_WITH_CONTENT).length)
  })

  it('come with the lists that their subjects are read from', () => {
    expect(topicsToRead(['app-inventory'], COLLECTORS)).toEqual(['app-inventory'])
    expect(topicsToRead(['log-drains'], COLLECTORS).sort()).toEqual(
      ['addon-inventory', 'app-inventory', 'log-drains', 'space-isolation'].sort(),
    )
    expect(topicsToRead(['audit-trail-events'], COLLECTORS)).toEqual([
      'sso-identity-provider',
      'audit-trail-events',
    ])
  })
})
