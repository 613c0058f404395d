import type { Organisation } from '../organisation.ts'
import type { Telling, Told } from './told.ts'

const LEAD = 'Mira Holt'

/** What is told about apps, vendors and where things go to. */
export function toldAboutPlaces(org: Organisation, { day, state }: Telling): Told {
  const range = (range: string, space: string, reason: string) => ({
    range,
    space,
    owner: LEAD,
    reason,
    until: null,
  })
  const owned = (
    name: string,
    environment: 'production' | 'staging' | 'development',
    criticality: 'low' | 'high',
  ) => [name, { environment, owner: org.find.app.get(name)?.team?.name ?? LEAD, criticality }] as const
  return {
    tags: {
      'quay-status': ['ismap'],
      'claims-intake': ['french-health'],
      'pallet-vision': ['personal'],
      'fleet-telemetry-stage': ['none'],
      'legacy-manifest': ['government-or-bank-identifier'],
    },
    apps: Object.fromEntries([
      owned('freight-api', 'production', 'high'),
      owned('freight-api-staging', 'staging', 'low'),
      owned('patient-courier', 'production', 'high'),
      owned('customs-desk', 'production', 'high'),
      owned('rates-engine', 'production', 'low'),
    ]),
    lists: {
      'log-hosts': [
        'logs.northquay.example',
        'siem.northquay.example',
        '*.papertrailapp.example',
        'ingest.logs.example',
      ].map((host) => ({
        ...{ host, owner: LEAD, reason: null },
      })),
      incidents: [
        {
          ...{ incident: '2841', on: day(-100), title: 'Issues with deployments', affected: 'freight-api' },
          ...(state === 'kept' ? { note: 'Two deployments failed and were repeated', notedBy: LEAD } : {}),
        },
      ],
      'ip-ranges': [
        range('203.0.113.0/24', 'harbour-frankfurt', 'offices'),
        range('198.51.100.17', 'harbour-frankfurt', 'partner of the port'),
        range('203.0.113.64/26', 'patient-shield', 'clinic'),
      ],
      'addon-services': [
        {
          service: 'heroku-inference',
          vendor: 'Heroku',
          dataClasses: [],
          reason: 'forecasts of rates',
          approvedBy: LEAD,
        },
        {
          service: 'papertrail',
          vendor: 'SolarWinds',
          dataClasses: ['personal'],
          reason: 'logs',
          approvedBy: LEAD,
        },
      ],
      'vendor-assurance': [
        {
          service: 'papertrail',
          document: 'SOC 2 report of Papertrail',
          vendor: 'SolarWinds',
          reviewedBy: LEAD,
          reviewedOn: day(-80),
        },
        {
          service: 'sendgrid',
          document: 'ISO 27001 certificate of SendGrid',
          vendor: 'Twilio',
          reviewedBy: LEAD,
          reviewedOn: day(-500),
        },
      ],
    },
    documents: [
      { title: 'SOC 2 report of Papertrail', type: 'soc2-report', validFrom: day(-200), validTo: day(165) },
      {
        title: 'ISO 27001 certificate of SendGrid',
        type: 'iso-certificate',
        validFrom: day(-900),
        validTo: day(-40),
      },
    ],
    statements: [],
  }
}
