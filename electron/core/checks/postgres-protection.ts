import type { Verdict } from '../../../shared/model/check.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Check } from './check.ts'
import { type Serves, servesProduction } from './facts/addons.ts'
import { eachDatabaseItem } from './facts/databases.ts'
import { type About, fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { minute } from './facts/words.ts'

/** DAT-01. */
export const databasesEncrypted: Check = {
  id: 'DAT-01',
  title: 'Every scoped Postgres database is encrypted at rest',
  severity: 'critical',
  needs: ['addon-inventory', 'postgres-encryption-at-rest'],
  why: 'Disks and snapshots leave the data centre sooner or later. Encryption keeps what is on them unreadable to whoever gets them.',
  fix: 'Move the data to a current plan, all of which are encrypted: `heroku addons:create heroku-postgresql:PLAN`, `heroku pg:copy`, `heroku pg:promote`.',
  limits:
    'Encryption of the provider’s volumes. It does not by itself meet PCI DSS 3.5.1 (see 3.5.1.2), and it does not hide data from who may log in.',
  judge: (view) =>
    eachDatabaseItem(view, 'postgres-encryption-at-rest', (addon, item) => {
      const { plan, encrypted, stated, customer_key: key } = item.content
      if (encrypted === null)
        return notEvaluated(
          addon,
          stated === null
            ? `Heroku tells nothing about encryption on plan ${plan}.`
            : `What “${stated}” means for encryption is not known.`,
          [item],
        )
      if (!encrypted) return fail(addon, `The database on ${plan} is not encrypted at rest.`, [item])
      const whose = key ? ' with a key of the customer' : ''
      return pass(
        addon,
        `Encrypted at rest${whose}: the provider’s volume encryption, which by itself does not meet PCI DSS 3.5.1 (see 3.5.1.2).`,
        [item],
      )
    }),
}

/** Plans that have no standby. Source: Heroku's table of Postgres tiers, 2024-12-13. */
const WITHOUT_STANDBY = new Set(['essential', 'standard', 'mini', 'basic', 'hobby', 'dev'])

/** DAT-02. */
export const productionIsHighlyAvailable: Check = {
  id: 'DAT-02',
  title: 'Production databases have high availability',
  severity: 'high',
  needs: ['addon-inventory', 'postgres-high-availability', 'pipelines-promotions'],
  why: 'Without a standby, the failure of one server means hours without the database and the loss of what was written last.',
  fix: 'Move to a plan with a standby (Premium, Private, Shield): `heroku addons:upgrade DATABASE heroku-postgresql:premium-0`.',
  limits:
    'A follower that would have to be promoted by hand does not count. Recovery targets per database cannot be entered yet, so every production database is expected to have a standby.',
  *judge(view, policy) {
    const serves = servesProduction(view, policy)
    yield* eachDatabaseItem(view, 'postgres-high-availability', (addon, item) => {
      const production = serves(addon)
      const { plan, tier, highly_available: available, followers } = item.content
      const outside = notProduction(addon, production)
      const aside =
        followers > 0
          ? ` It has ${followers === 1 ? 'a follower' : `${followers} followers`}, to be promoted by hand.`
          : ''
      if (available) return pass(addon, `A standby takes over (${plan}).`, [item])
      if (outside) return outside
      if (available === false || WITHOUT_STANDBY.has(tier))
        return fail(addon, `No standby on ${plan}, and it is ${production.why}.${aside}`, [
          item,
          ...production.grounds,
        ])
      return notEvaluated(addon, `Heroku did not tell whether ${plan} has a standby.`, [item])
    })
  },
}

function notProduction(addon: About & { readonly id: number }, production: Serves): Verdict | null {
  if (production.answer === 'no')
    return notApplicable(addon, `Not production: ${production.why}.`, [addon, ...production.grounds])
  if (production.answer === 'unknown')
    return notEvaluated(addon, `Whether it serves production is not known: ${production.why}.`, [addon])
  return null
}

/** Days of rollback by tier; others get the least that is published. Source: Heroku's table, 2024-12-13. */
const ROLLBACK_DAYS: Readonly<Record<string, number>> = { standard: 4, premium: 7, private: 7, shield: 7 }
const LEAST_DAYS = 4
/** The earliest moment moves in steps, and a new database needs its first base backup. */
const SLACK_DAYS = 1
const WITHOUT_ROLLBACK = new Set(['essential', 'mini', 'basic', 'hobby', 'dev'])
const DAY_MS = 86_400_000

/** DAT-03. */
export const rollbackAvailable: Check = {
  id: 'DAT-03',
  title: 'Point-in-time rollback is available',
  severity: 'high',
  needs: ['addon-inventory', 'postgres-rollback', 'pipelines-promotions'],
  why: 'After a bad migration or a mistaken delete, only a rollback brings back the moment before. A nightly backup loses the day.',
  fix: 'Move to Standard or above (`heroku addons:upgrade DATABASE heroku-postgresql:standard-0`). Try it out with `heroku addons:create … --rollback DATABASE --to TIME`.',
  limits:
    'Windows are those Heroku published for its tiers; plans without a published window are held to the shortest. New forks and former followers build their window up again: look once more later.',
  *judge(view, policy) {
    const serves = servesProduction(view, policy)
    yield* eachDatabaseItem(view, 'postgres-rollback', (addon, item) => {
      const production = serves(addon)
      return notProduction(addon, production) ?? judgeRollback(addon, item, view.asOf)
    })
  },
}

function judgeRollback(about: About, item: EvidenceItem<'postgres-rollback'>, asOf: Date): Verdict {
  const { plan, tier, rollback, earliest_time: earliest, created_at: created, stated } = item.content
  if (WITHOUT_ROLLBACK.has(tier)) return fail(about, `Plan ${plan} has no rollback.`, [item])
  if (rollback === false)
    return fail(about, `Rollback is off on ${plan}${stated ? ` (“${stated}”)` : ''}.`, [item])
  if (rollback === null)
    return notEvaluated(about, `Heroku did not tell whether ${plan} has rollback.`, [item])
  if (earliest === null)
    return notEvaluated(about, `Rollback is on, but Heroku did not tell how far it reaches.`, [item])
  const days = ROLLBACK_DAYS[tier] ?? LEAST_DAYS
  const window = asOf.getTime() - days * DAY_MS
  const start = created === null ? window : Math.max(window, Date.parse(created))
  const reach = `Rollback reaches to ${minute(earliest)}`
  return Date.parse(earliest) <= start + SLACK_DAYS * DAY_MS
    ? pass(about, `${reach}; ${plan} offers ${days} days.`, [item])
    : fail(about, `${reach} only, although ${plan} offers ${days} days.`, [item])
}
