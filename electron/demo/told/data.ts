import type { Addon } from '../addons.ts'
import { collaboratorsOf } from '../collaborators.ts'
import { customerKeyOf } from '../data/postgres.ts'
import type { Organisation } from '../organisation.ts'
import type { Told } from './told.ts'

/**
 * What is told about data: which apps hold what, which ties, keys, accounts and people are approved. Some of it does
 * not agree with what Heroku tells, on purpose.
 */
export function toldAboutData(org: Organisation): Told {
  const addon = (app: string, service: string, as?: string): Addon | undefined =>
    org.addons.find(
      (one) => one.app.name === app && one.service.name === service && (as === undefined || one.as === as),
    )
  const postgres = (app: string, as?: string) => addon(app, 'heroku-postgresql', as)?.name ?? app
  const people = (app: string) => {
    const found = org.find.app.get(app)
    return found ? collaboratorsOf(org, found).map(({ person }) => person.email) : []
  }
  const admins = (app: string, emails: readonly string[]) =>
    emails.map((email) => ({ email, app, approvedBy: 'Mira Holt' }))
  const courier = addon('patient-courier', 'heroku-postgresql')
  const tie = (kind: string, database: string, to: string) => ({
    ...{ kind, database, to, reason: null, approvedBy: 'Mira Holt' },
  })
  const mapping = (app: string, object: string, access: string, fields: readonly string[]) => ({
    ...{ app, connection: null, object, access, fields },
  })
  return {
    tags: {
      'freight-api': ['personal'],
      'freight-api-staging': ['none'],
      'edi-bridge': ['none'],
      'booking-portal': ['cardholder'],
      'booking-portal-pr-77': ['none'],
      'patient-courier': ['phi'],
      'metrics-sink': ['phi'],
      'customs-desk': ['government-or-bank-identifier'],
      'schedule-sync': ['personal'],
      'fleet-telemetry': ['personal'],
      'rates-engine': ['none'],
    },
    lists: {
      'aws-accounts': [{ account: '210987654321', owner: 'Mira Holt', reason: 'own data platform' }],
      'encryption-keys': [
        ...(courier
          ? [{ key: customerKeyOf(org, courier), database: courier.name, owner: 'Mira Holt' }]
          : []),
        { key: 'key-of-claims', database: postgres('claims-intake'), owner: 'Mira Holt' },
      ],
      'data-links': [
        tie('follower', postgres('freight-api', 'DATABASE'), postgres('freight-api', 'FOLLOWER')),
        tie('link', postgres('rates-engine'), postgres('freight-api', 'DATABASE')),
      ],
      dataclips: [
        {
          ...{ clip: 'Bookings per day', database: postgres('booking-portal'), owner: 'Mira Holt' },
          ...{ sharedWith: ['finance'], approvedBy: 'Mira Holt' },
        },
        {
          ...{ clip: 'Rates by customer', database: postgres('rates-engine'), owner: null },
          ...{ sharedWith: ['link'], approvedBy: null },
        },
      ],
      'connect-objects': [
        { object: 'Patient__c', access: 'read', fields: ['Id', 'Slot__c'], approvedBy: 'Mira Holt' },
        { object: 'Order', access: 'read-write', fields: [], approvedBy: 'Mira Holt' },
      ],
      'connect-mappings': [
        mapping('patient-courier', 'Patient__c', 'read', ['Id', 'Slot__c']),
        mapping('schedule-sync', 'Contact', 'read-write', ['Id', 'Birthdate']),
      ],
      'retention-admins': [
        ...admins('claims-intake', people('claims-intake')),
        ...admins('forecast-notebook', people('forecast-notebook').slice(0, 1)),
      ],
    },
    statements: [
      {
        about: 'dataclips',
        subject: null,
        answer: true,
        statement: 'Read page by page with the owner role.',
      },
      {
        ...{ about: 'connect-mappings', subject: null, answer: true },
        statement: 'Exported from each connection.',
      },
      { about: 'connect-state', subject: 'patient-courier', answer: true, statement: 'All of them poll.' },
      {
        ...{ about: 'connect-state', subject: 'schedule-sync', answer: false },
        statement: 'One is paused since Tuesday.',
      },
      {
        ...{ about: 'retention-schema-grants', subject: postgres('claims-intake'), answer: true },
        statement: 'Looked with psql.',
      },
      {
        ...{ about: 'retention-schema-grants', subject: postgres('forecast-notebook'), answer: false },
        statement: 'A role of the notebook reads all of it.',
        facts: { grants: ['notebook: USAGE on schema salesforce'] },
      },
    ],
  }
}
