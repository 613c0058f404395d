import type { App } from './apps.ts'
import type { TeamName } from './company.ts'
import type { Organisation } from './organisation.ts'
import { diceOf, idOf, instant } from './random.ts'
import type { Team } from './teams.ts'

const DAY = 86_400_000

/** Days or months, newest first, as `2026-10` or `2026-10-31`. */
const periods = (org: Organisation, unit: 'day' | 'month'): readonly string[] =>
  unit === 'day'
    ? [1, 2, 3].map((n) => instant(org.ground.now - n * DAY).slice(0, 10))
    : [0, 1, 2].map((n) => {
        const at = new Date(org.ground.now)
        return instant(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - n, 1)).slice(0, 7)
      })

function appUsage(org: Organisation, name: string, period: string) {
  const roll = diceOf(org.ground, 'usage', name, period)
  const data = roll.int(0, 300)
  const partner = roll.int(0, 40)
  return { addons: data + partner, app_name: name, data, dynos: roll.int(1, 9), partner }
}

const sum = (list: readonly number[]) => list.reduce((total, n) => total + n, 0)

/** Apps that are billed and that no list of apps shows to anybody. */
const HIDDEN: Readonly<Partial<Record<TeamName, readonly string[]>>> = {
  'northquay-labs': ['night-shift-bot'],
}

/** Usage of one team in one period. */
function teamTotals(org: Organisation, team: Team, period: string) {
  const names = org.apps.filter((app) => app.team === team).map((app) => app.name)
  const apps = [...names, ...(HIDDEN[team.name] ?? [])].map((name) => appUsage(org, name, period))
  return {
    addons: sum(apps.map((app) => app.addons)),
    apps,
    data: sum(apps.map((app) => app.data)),
    dynos: sum(apps.map((app) => app.dynos)),
    id: team.id,
    name: team.name,
    partner: sum(apps.map((app) => app.partner)),
    space: org.spaces.filter((space) => space.team === team.name).length,
  }
}

/** `GET /teams/{team}/usage/daily` and `…/monthly`. */
export const teamUsage = (org: Organisation, team: Team, unit: 'day' | 'month') =>
  periods(org, unit).map((period) => ({
    ...teamTotals(org, team, period),
    ...(unit === 'day' ? { date: period } : { month: period, connect: 15_000 }),
  }))

/** `GET /enterprise-accounts/{enterprise}/usage/daily` and `…/monthly`. */
export const enterpriseUsage = (org: Organisation, unit: 'day' | 'month') =>
  periods(org, unit).map((period) => {
    const teams = org.teams
      .filter((team) => team.inEnterprise)
      .map((team) => ({ ...teamTotals(org, team, period), ...(unit === 'day' ? {} : { connect: 15_000 }) }))
    const { id, name } = org.enterprise
    return {
      addons: sum(teams.map((team) => team.addons)),
      teams,
      data: sum(teams.map((team) => team.data)),
      dynos: sum(teams.map((team) => team.dynos)),
      id,
      name,
      partner: sum(teams.map((team) => team.partner)),
      space: sum(teams.map((team) => team.space)),
      ...(unit === 'day' ? { date: period } : { month: period, connect: 45_000 }),
    }
  })

/** `GET /apps/{app}/usage`: metered add-ons of an app. */
export const meteredUsage = (org: Organisation, app: App) => ({
  addons: (org.addonsOf.get(app.id) ?? [])
    .filter((addon) => addon.plan.price.metered)
    .map((addon) => ({ id: addon.id, meters: { storage: { quantity: 41 } } })),
})

/** `GET /resource/{id}/usage-history`. */
export const usageHistory = (org: Organisation, id: string) => ({
  resource_id: id,
  bucket_resolution: 'P1D',
  usage_timestamps: [3, 2, 1].map((n) => instant(org.ground.now - n * DAY)),
  usage: [{ meter_key: 'storage', usage_data_points: [40, 41, 41] }],
})

/** A meter of a metered plan. */
export const meterAnswer = (org: Organisation, planId: string) => ({
  id: idOf(org.ground, 'meter', planId),
  name: 'instance-4g',
  price_cents: '7000',
  product_description: '4G-Performance',
  billing_description: 'monthly compute usage (measured per hour)',
  rate_period: null,
  billing_period: 'month',
  billing_unit: 'compute',
  aggregation: 'sum',
  included_units: 0,
  start_time: '2026-01-01T00:00:00Z',
  end_time: null,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
})
