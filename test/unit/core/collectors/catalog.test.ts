import { describe, expect, it } from 'vitest'
import { addonAttachments, addonInventory } from '../../../../electron/core/collectors/addon-inventory.ts'
import { dynoSizes, formation } from '../../../../electron/core/collectors/dyno-tier.ts'
import { planComplianceFlags } from '../../../../electron/core/collectors/plan-compliance-flags.ts'
import { placements, regions } from '../../../../electron/core/collectors/region-residency.ts'
import { servicePlans } from '../../../../electron/core/collectors/service-plans.ts'
import { appStacks, generations, stacks } from '../../../../electron/core/collectors/stack-eol.ts'
import { collect, SUBJECT, uuid } from '../../../fakes/collecting.ts'

const { account, app } = SUBJECT
const ref = { id: app.id, name: app.name }
const at = '2025-01-01T12:00:00Z'
const plan = { id: uuid(61), name: 'papertrail:choklad', state: 'ga', compliance: ['HIPAA'] }
const addon = {
  id: uuid(60),
  name: 'papertrail-round-1',
  addon_service: { id: uuid(62), name: 'papertrail', state: 'shutdown', cli_plugin_name: null },
  plan: { ...plan, installable_inside_private_network: false, price: { cents: 0 } },
  app: ref,
  state: 'provisioned',
  created_at: at,
  config_vars: ['PAPERTRAIL_API_TOKEN'],
  web_url: 'https://sso.example/CANARY',
}
const listedApp = {
  ...ref,
  owner: { email: 'ana@example.com' },
  region: { name: 'eu' },
  stack: { name: 'heroku-24' },
  build_stack: { name: 'heroku-22' },
  maintenance: false,
  created_at: at,
}

describe('add-ons', () => {
  it('are listed across all apps with plan and service state, in one request', async () => {
    const { task, contents, asked } = await collect(addonInventory, account, { '/addons': [addon] })
    expect(contents).toEqual([
      {
        of: 'addon',
        id: addon.id,
        name: addon.name,
        addon_service: { id: uuid(62), name: 'papertrail' },
        plan: { id: plan.id, name: plan.name },
        app: ref,
        state: 'provisioned',
        plan_state: 'ga',
        service_state: 'shutdown',
        created_at: at,
      },
    ])
    expect(asked).toEqual(['/addons'])
    expect(JSON.stringify(task)).not.toContain('CANARY')
  })

  it('tell their plan’s flags', async () => {
    const { contents } = await collect(planComplianceFlags, account, { '/addons': [addon] })
    expect(contents).toEqual([
      {
        of: 'addon',
        addon: { id: addon.id, name: addon.name },
        app: ref,
        addon_service: 'papertrail',
        plan: { id: plan.id, name: plan.name },
        compliance: ['HIPAA'],
        installable_inside_private_network: false,
        installable_outside_private_network: null,
        state: 'ga',
      },
    ])
  })

  it('have their plan asked for, once each, where the list told nothing of it', async () => {
    const bare = { ...addon, plan: { id: plan.id, name: plan.name } }
    const { contents, asked } = await collect(planComplianceFlags, account, {
      '/addons': [bare, { ...bare, id: uuid(80) }],
      [`/plans/${plan.id}`]: { ...plan, price: { cents: 0 } },
    })
    expect(contents).toMatchObject([
      { compliance: ['HIPAA'], state: 'ga' },
      { addon: { id: uuid(80) }, compliance: ['HIPAA'] },
    ])
    expect(asked).toEqual(['/addons', `/plans/${plan.id}`])
    const silent = await collect(planComplianceFlags, account, { '/addons': [bare] })
    expect(silent.contents).toMatchObject([{ compliance: null, state: null }])
    expect(silent.task.readings).toMatchObject([
      { outcome: 'read' },
      { path: `/plans/${plan.id}`, outcome: 'absent' },
    ])
  })

  it('belong to services with a catalog of plans, asked for once each', async () => {
    const service = { id: uuid(62), name: 'papertrail', state: 'ga', supports_sharing: true }
    const { contents, asked } = await collect(servicePlans, account, {
      '/addons': [addon, { ...addon, id: uuid(80) }],
      '/addon-services': [
        { id: uuid(99), name: 'unused', state: 'ga' },
        { ...service, supported_generations: [{ id: uuid(1), name: 'fir' }] },
      ],
      [`/addon-services/${service.id}/plans`]: [
        { ...plan, description: 'x' },
        { id: uuid(81), name: 'a' },
      ],
    })
    const unknown = { installable_inside_private_network: null, installable_outside_private_network: null }
    expect(contents).toEqual([
      {
        ...{ of: 'service', ...service, supports_multiple_installations: null },
        supported_generations: ['fir'],
        plans: [
          { id: uuid(81), name: 'a', compliance: null, state: null, ...unknown },
          { ...plan, ...unknown },
        ],
      },
    ])
    expect(asked).toEqual(['/addons', '/addon-services', `/addon-services/${service.id}/plans`])
    const nothing = await collect(servicePlans, account, { '/addons': [] })
    expect([nothing.contents, nothing.asked]).toEqual([[], ['/addons']])
  })

  it('are attached to apps', async () => {
    const attachment = {
      id: uuid(63),
      name: 'DATABASE',
      namespace: null,
      addon: { id: uuid(60), name: 'postgresql-round-1', app: ref },
      app: ref,
      created_at: at,
    }
    const { task, contents } = await collect(addonAttachments, account, {
      '/addon-attachments': [{ ...attachment, log_input_url: 'https://token:CANARY@x' }],
    })
    expect(contents).toEqual([{ of: 'attachment', ...attachment }])
    expect(JSON.stringify(task)).not.toContain('CANARY')
  })
})

describe('stacks', () => {
  it('come from the catalog and from each app', async () => {
    const stack = { id: uuid(64), name: 'heroku-22', state: 'deprecated', default: false }
    const catalog = await collect(stacks, account, { '/stacks': [{ ...stack, created_at: at }] })
    expect(catalog.contents).toEqual([{ of: 'stack', ...stack }])
    const apps = await collect(appStacks, account, { '/apps': [listedApp] })
    expect(apps.contents).toEqual([
      { of: 'app', app: ref, stack: 'heroku-24', build_stack: 'heroku-22', generation: null },
    ])
  })
})

describe('generations', () => {
  it('tell what they cannot do', async () => {
    const fir = { id: uuid(90), name: 'fir' }
    const { contents } = await collect(generations, account, {
      '/generations': [{ ...fir, unsupported_features: ['shield', 'autoscaling'], created_at: at }],
    })
    expect(contents).toEqual([{ of: 'generation', ...fir, unsupported_features: ['autoscaling', 'shield'] }])
  })
})

describe('dynos', () => {
  it('have sizes in the catalog, and a formation on each app', async () => {
    const size = {
      ...{ id: uuid(65), name: 'private-s', dedicated: true, private_space_only: true },
      ...{ infrastructure_tier: 'production', product_dyno_tier: 'private' },
    }
    const catalog = await collect(dynoSizes, account, {
      '/dyno-sizes': [{ ...size, generation: { id: uuid(66), name: 'cedar' }, memory: 1 }],
    })
    expect(catalog.contents).toEqual([{ of: 'dyno-size', ...size, generation: 'cedar' }])
    const running = await collect(formation, app, {
      [`/apps/${app.id}/formation`]: [
        {
          id: uuid(67),
          type: 'web',
          dyno_size: { id: uuid(65), name: 'private-s' },
          quantity: 2,
          command: 'CANARY',
        },
        { id: uuid(68), type: 'worker', size: 'Standard-1X', quantity: 0, command: 'x' },
      ],
    })
    expect(running.contents).toEqual([
      { of: 'formation', id: uuid(67), app: ref, type: 'web', size: 'private-s', quantity: 2 },
      { of: 'formation', id: uuid(68), app: ref, type: 'worker', size: 'Standard-1X', quantity: 0 },
    ])
    expect(JSON.stringify(running.task)).not.toContain('CANARY')
  })
})

describe('regions', () => {
  it('come from the catalog', async () => {
    const region = { id: uuid(69), name: 'eu', country: 'Ireland', locale: 'Dublin', private_capable: false }
    const { contents } = await collect(regions, account, {
      '/regions': [{ ...region, provider: { name: 'amazon-web-services', region: 'eu-west-1' } }],
    })
    expect(contents).toEqual([{ of: 'region', ...region, provider_region: 'eu-west-1' }])
  })

  it('are where apps, spaces and add-ons are; databases are asked for theirs', async () => {
    const postgres = { ...addon, id: uuid(70), addon_service: { id: uuid(71), name: 'heroku-postgresql' } }
    const space = {
      id: uuid(3),
      name: 'shop-space',
      team: { id: uuid(2), name: 'acme-shop' },
      region: { name: 'dublin' },
      shield: false,
      state: 'allocated',
      created_at: at,
    }
    const { contents } = await collect(placements, account, {
      '/apps': [listedApp],
      '/spaces': [space],
      '/addons': [addon, postgres],
    })
    const place = { of: 'placement', of_app: null }
    expect(contents).toEqual([
      { ...place, kind: 'app', thing: ref, region: 'eu' },
      { ...place, kind: 'space', thing: { id: space.id, name: space.name }, region: 'dublin' },
      { ...place, kind: 'addon', thing: { id: addon.id, name: addon.name }, region: null, of_app: ref },
    ])
  })
})
