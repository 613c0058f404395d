import { historyOf } from '../history.ts'
import type { Organisation } from '../organisation.ts'
import type { Telling, Told } from './told.ts'

const YEARS = 2

/** What is told about changes: tickets for most of them, by who did them for some, and why something went back. */
export function toldAboutChanges(org: Organisation, { seen, day }: Telling): Told {
  const email = (key: string) =>
    org.people.find((person) => person.key === key)?.email ?? `${key}@northquay.example`
  const since = day(-365 * YEARS)
  const releases = (name: string) => {
    const app = org.find.app.get(name)
    return app ? historyOf(org, app).releases.filter((one) => one.createdAt.slice(0, 10) >= since) : []
  }
  const tickets = (app: string, approver: (author: string) => string, every = 1) =>
    releases(app)
      .filter((_, i) => i % every === 0)
      .map((one) => ({
        ...{
          reference: `CHG-${app.slice(0, 3).toUpperCase()}-${one.version}`,
          app,
          release: one.version,
          commit: null,
        },
        ...{
          on: one.createdAt.slice(0, 10),
          requestedBy: one.user.email,
          approvedBy: approver(one.user.email),
        },
      }))
  const byOther = (author: string) => (author === email('maren') ? email('tobias') : email('maren'))
  const rollback = releases('customs-desk').find(({ description }) => description.startsWith('Rollback'))
  return {
    tags: {},
    lists: {
      'change-tickets': [
        ...tickets('freight-api', byOther),
        ...tickets('customs-desk', byOther),
        ...tickets('booking-portal', (author) => author, 2),
      ],
      'config-reviews': seen.configChanges.map(({ at, app, actor }) => ({
        ...{ app, on: at.slice(0, 10), event: null, reviewer: byOther(actor ?? ''), reference: null },
      })),
      explanations: [
        ...(rollback
          ? [
              {
                ...{ kind: 'rollback', subject: `customs-desk v${rollback.version}`, person: 'Mira Holt' },
                ...{ reason: 'The new declaration form lost its attachments.', reference: 'INC-31' },
              },
            ]
          : []),
        ...seen.ruleChanges
          .filter(({ space }) => space === 'harbour-frankfurt')
          .map(({ space, at }) => ({
            ...{ kind: 'rule-change', subject: space, on: at.slice(0, 10), person: 'Mira Holt' },
            ...{ reason: 'The office in Frankfurt moved.', reference: 'NET-77' },
          })),
      ],
    },
    statements: [],
  }
}
