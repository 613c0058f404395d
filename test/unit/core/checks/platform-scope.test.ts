import { plansFitTheData } from '../../../../electron/core/checks/addon-compliance.ts'
import { generationIsCertified, scopedAppsRunApart } from '../../../../electron/core/checks/scoped-runtime.ts'
import { appsAgreeWithUsage } from '../../../../electron/core/checks/usage-agreement.ts'
import { daysAgo, denied, item, reading } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { addon, app, attached, ref, space, team } from '../../../fakes/planted.ts'
import { archive } from '../../../fakes/planted-archive.ts'
import { listGiven, tagged } from '../../../fakes/told.ts'
import { register } from '../../../fakes/vendor-documents.ts'

const plan = (name: string, appName: string, compliance: readonly string[] | null) =>
  item('plan-compliance-flags', `${name} plan`, {
    ...{ of: 'addon', addon: ref('addon', name), app: ref('app', appName), addon_service: 'mail' },
    ...{ plan: ref('plan', 'mail:gold'), compliance, state: 'ga' },
    ...{ installable_inside_private_network: null, installable_outside_private_network: null },
  })
const planned = (name: string, appName: string, compliance: readonly string[] | null) => [
  addon(name, appName, 'mail:gold'),
  plan(name, appName, compliance),
]
const cards = (name: string) => tagged(name, { dataClasses: ['cardholder'] })

judges(plansFitTheData, {
  'flag, none, wrong one, by attachment, not tagged': {
    given: {
      items: [
        ...[app('pay'), app('clinic'), app('blog')],
        ...planned('flagged', 'pay', ['HIPAA', 'PCI']),
        ...planned('bare', 'pay', null),
        ...planned('half', 'clinic', ['PCI']),
        ...[...planned('shared', 'blog', null), attached('shared', 'pay', 'MAIL', 'blog')],
        ...planned('free', 'blog', null),
      ],
      records: [
        cards('pay'),
        tagged('clinic', { dataClasses: ['phi'] }),
        tagged('blog', { dataClasses: ['none'] }),
      ],
    },
    answers: [
      ['flagged', 'pass', /marked HIPAA and PCI/],
      ['bare', 'fail', /For cardholder data plan mail:gold should be marked PCI; it is marked nothing/],
      ['half', 'fail', /HIPAA; it is marked PCI/],
      ['shared', 'fail'],
      ['free', 'not-applicable', /none of these/],
    ],
  },
  'accepted on the list, and decided otherwise': {
    given: {
      items: [app('pay'), ...planned('bare', 'pay', null), ...planned('logs', 'pay', null)],
      records: [
        cards('pay'),
        listGiven('addon-services', [{ service: 'mail', dataClasses: ['cardholder'], approvedBy: 'Maria' }]),
        listGiven('approvals', [
          {
            ...{ kind: 'addon-without-data', subject: 'logs', reason: 'no card data in logs' },
            ...{ approvedBy: 'Maria', on: '2026-02-01' },
          },
        ]),
      ],
    },
    answers: [
      ['bare', 'pass', /mail was accepted for cardholder data by Maria/],
      ['logs', 'not-applicable', /approved by Maria/],
    ],
  },
  'plan not told, nobody tagged, no add-on': {
    given: {
      items: [app('pay'), addon('lost', 'pay', 'mail:gold'), app('dark'), ...planned('x', 'dark', null)],
      records: [cards('pay')],
    },
    answers: [
      ['lost', 'not-evaluated'],
      ['x', 'not-applicable', /Nobody said/],
    ],
  },
})

const runs = (name: string, size: string, quantity = 2) =>
  item('dyno-tier', `${name} web`, {
    ...{ of: 'formation', id: `formation:${name}`, app: ref('app', name), type: 'web', size, quantity },
  })
const inVault = { space: { ...ref('space', 'vault'), shield: false } }
const inSafe = { space: { ...ref('space', 'safe'), shield: true } }
const spaces = [space('vault'), space('safe', { shield: true })]
const classed = (name: string, ...dataClasses: ('cardholder' | 'phi' | 'personal')[]) =>
  tagged(name, { dataClasses })

judges(scopedAppsRunApart, {
  'by class of data and runtime': {
    given: {
      items: [
        ...spaces,
        ...[app('safe-pay', inSafe), runs('safe-pay', 'Private-M')],
        ...[app('vault-pay', inVault), runs('vault-pay', 'Private-M')],
        ...[app('open-pay'), runs('open-pay', 'Performance-L')],
        ...[app('bank', inVault), runs('bank', 'Private-S')],
        ...[app('wood', { ...inVault, generation: 'fir' }), runs('wood', 'dyno-1c-0.5gb')],
        ...[app('still', inSafe), runs('still', 'Private-M', 0)],
        ...[app('people'), runs('people', 'Basic')],
      ],
      readings: ['safe-pay', 'vault-pay', 'open-pay', 'bank', 'wood', 'still'].map((name) =>
        reading('dyno-tier', 'app', name),
      ),
      records: [
        ...['safe-pay', 'vault-pay', 'open-pay', 'still'].map((name) => classed(name, 'cardholder')),
        tagged('bank', { dataClasses: ['government-or-bank-identifier'] }),
        classed('wood', 'phi'),
        classed('people', 'personal'),
      ],
    },
    answers: [
      ['safe-pay', 'pass', /in Shield Space safe/],
      ['vault-pay', 'fail', /space vault is not shielded/],
      ['open-pay', 'fail', /runs Performance-L, outside of any space/],
      ['bank', 'pass'],
      ['wood', 'fail'],
      ['still', 'not-applicable', /runs no dyno/],
      ['people', 'not-applicable'],
    ],
  },
  'dynos refused': {
    given: {
      items: [...spaces, app('pay', inSafe)],
      readings: [denied('dyno-tier', 'app', 'pay', '/apps/1/formation')],
      records: [classed('pay', 'cardholder')],
    },
    answers: [['pay', 'not-evaluated', /denied/]],
  },
})

const pci = (...services: ('shield-spaces' | 'common-runtime' | 'fir')[]) =>
  register({ title: 'AoC 2026', sheet: { of: 'pci-aoc', date: '2026-03-01', services } })
const soc = { title: 'SOC 2', sheet: { of: 'soc2-report', type: 'II', periodStart: '2024-02-01' } } as const

judges(generationIsCertified, {
  'named and not named': {
    given: {
      items: [app('safe', inSafe), app('wood', { ...inVault, generation: 'fir' }), app('blog')],
      documents: pci('shield-spaces').documents ?? [],
      records: [
        ...(pci('shield-spaces').records ?? []),
        classed('safe', 'cardholder'),
        classed('wood', 'cardholder'),
      ],
    },
    answers: [
      ['safe', 'pass', /name Shield Private Spaces/],
      ['wood', 'fail', /no current document names Fir generation/],
      ['blog', 'not-applicable'],
    ],
  },
  'no document, an old one, generation not told': {
    given: {
      items: [app('none', inSafe), app('dark', { generation: null })],
      ...(() => {
        const old = register({
          ...soc,
          sheet: { ...soc.sheet, periodEnd: '2025-01-31', opinion: 'unqualified' },
        })
        return {
          documents: old.documents ?? [],
          records: [...(old.records ?? []), classed('none', 'personal'), classed('dark', 'personal')],
        }
      })(),
    },
    answers: [
      ['none', 'not-evaluated', /no current document with a review sheet/],
      ['dark', 'not-evaluated', /not known/],
    ],
  },
})

const usage = (month: string, ...names: string[]) =>
  item(
    'evidence-package-integrity',
    `core in ${month}`,
    {
      ...{ of: 'team-usage', team: ref('team', 'core'), month, space: null, connect: null },
      apps: names.map((name) => ({ name, dynos: 1, addons: 0, data: 0, partner: 0 })),
    },
    { subjectId: `usage/${month}` },
  )
const usageRead = reading('evidence-package-integrity', 'team', 'core')
const locked = reading('app-lock', 'team', 'core')
const both = { readings: [usageRead, locked] }

judges(appsAgreeWithUsage, {
  'the same apps; the newest month counts': {
    given: { items: [team('core'), app('shop'), usage('2026-11', 'shop'), usage('2026-10', 'old')], ...both },
    answers: [['core', 'pass', /1 app in the list, 1 in the usage of 2026-11/]],
  },
  'a month that has only begun does not count': {
    given: {
      ...{ items: [team('core'), app('shop'), usage('2026-12'), usage('2026-11', 'shop')], ...both },
      asOf: '2026-12-01T06:00:00.000Z',
    },
    answers: [['core', 'pass', /usage of 2026-11/]],
  },
  'an app that is billed but not listed': {
    given: { items: [team('core'), app('shop'), usage('2026-11', 'shop', 'hidden')], ...both },
    answers: [['core', 'fail', /only in the usage of 2026-11: hidden/]],
  },
  'it was destroyed, transferred, or explained': {
    given: {
      items: [
        ...[team('core'), app('shop'), usage('2026-11', 'shop', 'dead', 'moved', 'odd')],
        archive('2026-01-01T00:00:00Z', '2026-11-01T00:00:00Z'),
      ],
      ...both,
      events: [
        { type: 'app', action: 'destroy', app: 'dead' },
        { type: 'app', action: 'create', app: 'odd' },
        { type: 'app_transfer', action: 'update', app: 'moved' },
      ],
      records: [listGiven('explanations', [{ kind: 'drift', subject: 'odd', reason: 'renamed' }])],
    },
    answers: [['core', 'pass', /every difference is accounted for/]],
  },
  'an app that is listed but not billed: with dynos, new, and without anything': {
    given: {
      items: [
        ...[team('core'), usage('2026-11'), app('busy'), runs('busy', 'Basic')],
        ...[app('fresh', { created_at: daysAgo(2) }), runs('fresh', 'Basic'), app('empty')],
      ],
      ...both,
    },
    answers: [['core', 'fail', /only in the list of apps: busy\.$/]],
  },
  'usage refused, empty, and the list of apps refused': {
    given: {
      items: [team('core')],
      readings: [
        denied('evidence-package-integrity', 'team', 'core', '/teams/t/usage/monthly?start=2025-11'),
      ],
    },
    answers: [['core', 'not-evaluated', /denied/]],
  },
  'no month': {
    given: { items: [team('core')], readings: [usageRead] },
    answers: [['core', 'not-evaluated']],
  },
  'apps of the team refused': {
    given: {
      items: [team('core'), usage('2026-11', 'shop')],
      readings: [usageRead, denied('app-lock', 'team', 'core', '/teams/t/apps')],
    },
    answers: [['core', 'not-evaluated', /apps of the team could not be read/]],
  },
})
