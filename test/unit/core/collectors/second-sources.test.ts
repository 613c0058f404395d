import { describe, expect, it } from 'vitest'
import { teamInvoices, teamLicenses } from '../../../../electron/core/collectors/bills.ts'
import {
  enterpriseTeams,
  teamAddons,
} from '../../../../electron/core/collectors/evidence-package-integrity.ts'
import {
  accountDelinquency,
  teamDelinquency,
} from '../../../../electron/core/collectors/platform-incidents.ts'
import { enterpriseDays, enterpriseMonths, teamUsage } from '../../../../electron/core/collectors/usage.ts'
import { collect, forbidden, SUBJECT, uuid } from '../../../fakes/collecting.ts'

const { account, enterprise, team } = SUBJECT
const acme = { id: enterprise.id, name: 'acme' }
const shop = { id: team.id, name: 'acme-shop' }
const used = { dynos: 1.5, addons: 30, data: 20, partner: 10 }

describe('usage', () => {
  it('of a team is asked for a year back, and knows apps by name', async () => {
    const path = `/teams/${team.id}/usage/monthly?start=2025-11`
    const month = { ...used, id: team.id, name: 'acme-shop', month: '2026-10', space: 2, connect: 7 }
    const apps = [
      { app_name: 'web', ...used },
      { app_name: 'api', ...used },
    ]
    const { contents, asked } = await collect(teamUsage, team, { [path]: [{ ...month, apps }] })
    expect(asked).toEqual([path])
    expect(contents).toEqual([
      {
        ...{ of: 'team-usage', team: shop, month: '2026-10', space: 2, connect: 7 },
        apps: [
          { name: 'api', ...used },
          { name: 'web', ...used },
        ],
      },
    ])
  })

  it('of an enterprise account names the teams and their apps, by month and by day', async () => {
    const teams = [{ ...used, ...shop, space: 1, apps: [{ app_name: 'api', ...used }] }]
    const expected = { ...used, ...shop, space: 1, apps: ['api'] }
    const root = `/enterprise-accounts/${enterprise.id}/usage`
    const months = await collect(enterpriseMonths, enterprise, {
      [`${root}/monthly?start=2025-11`]: [{ month: '2026-10', teams }],
    })
    expect(months.contents).toEqual([
      { of: 'enterprise-usage', enterprise_account: acme, period: '2026-10', teams: [expected] },
    ])
    const days = await collect(enterpriseDays, enterprise, {
      [`${root}/daily?start=2026-10-22`]: [{ date: '2026-11-20', teams }],
    })
    expect(days.contents).toMatchObject([{ period: '2026-11-20', teams: [expected] }])
  })

  it('that may not be read is disclosed', async () => {
    const { task } = await collect(teamUsage, team, {
      [`/teams/${team.id}/usage/monthly?start=2025-11`]: forbidden,
    })
    expect(task.readings).toMatchObject([{ outcome: 'denied' }])
  })
})

describe('second lists', () => {
  it('are the add-ons of a team and the teams of an enterprise account', async () => {
    const app = { id: uuid(5), name: 'shop-api' }
    const addons = await collect(teamAddons, team, {
      [`/teams/${team.id}/addons`]: [
        {
          ...{ id: uuid(6), name: 'pg-round-1', app, plan: { id: uuid(8), name: 'heroku-postgresql:mini' } },
          config_vars: ['CANARY'],
        },
      ],
    })
    expect(addons.contents).toEqual([
      {
        ...{ of: 'team-addon', id: uuid(6), name: 'pg-round-1', team: 'acme-shop', app },
        plan: 'heroku-postgresql:mini',
      },
    ])
    const teams = await collect(enterpriseTeams, enterprise, {
      [`/enterprise-accounts/${enterprise.id}/teams`]: [{ ...shop, role: null }],
    })
    expect(teams.contents).toEqual([{ of: 'enterprise-team', ...shop, enterprise_account: acme }])
  })
})

describe('bills', () => {
  it('are invoices and licences of a team', async () => {
    const invoice = {
      ...{ id: uuid(70), number: 9, period_start: '2026-09-01', period_end: '2026-09-30', total: 4200 },
      ...{ payment_status: 'Paid', charges_total: 4200 },
    }
    const invoices = await collect(teamInvoices, team, { [`/teams/${team.id}/invoices`]: [invoice] })
    const { charges_total: _, ...kept } = invoice
    expect(invoices.contents).toEqual([{ of: 'invoice', team: shop, ...kept }])
    const license = { name: 'DynoUnits', code: 'add', start_date: '2026-01-01', end_date: '2026-12-31' }
    const licenses = await collect(teamLicenses, team, {
      [`/teams/${team.id}/licenses`]: [{ ...license, qty: 5, consumed: 2 }],
    })
    expect(licenses.contents).toEqual([{ of: 'license', team: shop, ...license, quantity: 5, consumed: 2 }])
  })

  it('that are not paid show as a suspension ahead', async () => {
    const times = { scheduled_suspension_time: '2026-12-01T00:00:00Z', scheduled_deletion_time: null }
    const own = await collect(accountDelinquency, account, { '/account/delinquency': times })
    expect(own.contents).toEqual([
      { of: 'delinquency', owner: { id: '~', name: 'ana@example.com', type: 'account' }, ...times },
    ])
    const teams = await collect(teamDelinquency, team, { [`/teams/${team.id}/delinquency`]: times })
    expect(teams.contents).toMatchObject([{ owner: { ...shop, type: 'team' }, ...times }])
  })
})
