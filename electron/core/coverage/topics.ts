import type { Tier } from '../../../shared/model/collection.ts'
import { ATTESTATIONS } from '../../../shared/model/records/attestations.ts'
import { TOPICS, type Topic } from '../../../shared/model/topic.ts'
import { auditTrailEvents } from '../collectors/audit-trail-events.ts'
import { COLLECTORS } from '../collectors/index.ts'

/** One way in which evidence of a topic comes into a locker. */
export type Way =
  | { readonly how: 'collected'; readonly collector: string; readonly tier: Tier }
  | { readonly how: 'derived' | 'attested' | 'document' | 'own-work'; readonly what: string }

/** How a topic is served. */
export interface TopicCoverage {
  readonly topic: Topic
  readonly ways: readonly Way[]
}

/** What is worked out from other evidence, or kept as a person’s own work in the locker. */
const WORKED: Partial<Record<Topic, Way>> = {
  'member-removals': {
    how: 'derived',
    what: 'the audit trail’s events of memberships and collaborators that end, in the audit period',
  },
  'audit-trail-retention': {
    how: 'derived',
    what: 'the months of the trail that the locker holds, and archives held against the events of each day',
  },
  'drift-between-periods': { how: 'derived', what: 'two collections compared field by field' },
  'access-review-record': {
    how: 'own-work',
    what: 'access reviews: a decision for each row by a named reviewer, held against the next collection',
  },
}

/** Which documents of the vendor a topic is about; each has a review sheet in the register. */
const DOCUMENTS: Partial<Record<Topic, string>> = {
  'vendor-soc2-report': 'SOC 2 report',
  'vendor-soc1-soc3': 'SOC 1 and SOC 3 reports',
  'vendor-iso-certificates': 'ISO certificates and statement of applicability',
  'vendor-pci-aoc': 'PCI attestation of compliance and responsibility matrix',
  'vendor-baa': 'business associate addendum',
  'vendor-bridge-letter': 'bridge letter',
  'vendor-cuec': 'user entity controls of the SOC 2 report, each answered',
  'vendor-pentest-report': 'summary of a penetration test',
  'vendor-caiq-runbook': 'CAIQ and runbooks of the vendor',
  'vendor-sparc': 'security, privacy and architecture document',
  'vendor-subprocessors': 'list of sub-processors',
  'vendor-privacy-certificates': 'privacy certifications',
  'vendor-hds-ismap': 'HDS and ISMAP certificates',
  'vendor-dr-statement': 'statement on disaster recovery',
  'vendor-data-return-deletion': 'terms on return and deletion of data',
  'vendor-physical-security': 'reports of the data centres’ operator',
  'vendor-incident-notice': 'terms and notices of incidents',
}

/** Each of the topics and every way in which it is served. */
export function topicCoverage(): readonly TopicCoverage[] {
  return TOPICS.map((topic) => ({ topic, ways: waysOf(topic) }))
}

function waysOf(topic: Topic): readonly Way[] {
  const collected = COLLECTORS.filter((collector) => collector.topic === topic).map(
    ({ id, tier = 'core' }): Way => ({ how: 'collected', collector: id, tier }),
  )
  const trail: readonly Way[] =
    topic === auditTrailEvents.topic
      ? [{ how: 'collected', collector: auditTrailEvents.id, tier: 'core' }]
      : []
  const worked = WORKED[topic]
  const document = DOCUMENTS[topic]
  const attested = Object.values(ATTESTATIONS)
    .filter((definition) => definition.topic === topic)
    .map(({ title }): Way => ({ how: 'attested', what: title }))
  return [
    ...collected,
    ...trail,
    ...(worked ? [worked] : []),
    ...(document ? [{ how: 'document', what: document } as const] : []),
    ...attested,
  ]
}
