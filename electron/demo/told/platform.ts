import type { Organisation } from '../organisation.ts'
import { idOf } from '../random.ts'
import type { Telling, Told } from './told.ts'

/**
 * What is told about the platform: who may be called, what was explained, which sessions are known. A neglected
 * locker lacks what makes the difference for the whole organisation.
 */
export function toldAboutPlatform(org: Organisation, { state, day }: Telling): Told {
  const kept = state === 'kept'
  const owner = (key: string) => ({
    authorization: idOf(org.ground, 'session', key, 0),
    owner: 'Mira Holt',
    on: day(0),
    reason: null,
  })
  const explained = (kind: string, subject: string, reason: string) => ({
    ...{ kind, subject, reason, reference: 'NQ-2041', person: 'Mira Holt', on: null },
  })
  return {
    tags: {},
    apps: { 'customs-desk-staging': { internal: true }, 'fleet-telemetry': { internal: true } },
    lists: {
      'oauth-clients': [{ client: 'Northquay deploy board', reason: 'deploys', approvedBy: 'Mira Holt' }],
      'session-owners': org.people.map(({ key }) => owner(key)),
      'webhook-hosts': [{ host: 'hooks.northquay.example', owner: 'Mira Holt', reason: null }],
      'log-hosts': [{ host: 'otel.northquay.example', owner: 'Mira Holt', reason: null }],
      explanations: [
        explained('transfer', 'slack-relay', 'went to the team that runs it'),
        explained('one-off-dyno', 'freight-api run.1207', 'reindexing after the new tariffs'),
      ],
    },
    statements: [
      {
        ...{ about: 'third-party-oauth-restriction', subject: 'northquay', answer: true },
        statement: 'Seen in the settings of the enterprise account.',
      },
      {
        ...{ about: 'third-party-oauth-restriction', subject: 'saltmarsh-studio', answer: false },
        statement: 'Off: nobody knew of it.',
      },
      {
        ...{ about: 'session-length', subject: null, answer: kept },
        statement: kept ? 'Screens lock by themselves.' : 'Nobody has looked into it.',
        ...(kept && { facts: { 'set by': 'the lock of the screen after 10 minutes' } }),
      },
      {
        ...{ about: 'cipher-review', subject: null, answer: kept },
        statement: kept ? 'Scanned from outside.' : 'An old proxy still speaks TLS 1.0.',
        facts: { protocols: kept ? ['TLS 1.2', 'TLS 1.3'] : ['TLS 1.0', 'TLS 1.2'] },
      },
    ],
  }
}
