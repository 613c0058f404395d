import { productionAppsLocked } from '../../../../electron/core/checks/app-locks.ts'
import { appsBelongToTeams, collaboratorsAreMembers } from '../../../../electron/core/checks/app-owners.ts'
import {
  deployAndManageApart,
  enterpriseDutiesApart,
} from '../../../../electron/core/checks/separation-of-duties.ts'
import { defaultIsNotAdmin } from '../../../../electron/core/checks/team-default-permission.ts'
import { daysAgo, denied, item, type Planted, reading } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { app, collaborator, coupled, member, ref, SHOP } from '../../../fakes/planted.ts'

const lock = (name: string, locked: boolean) =>
  item('app-lock', name, { ...ref('app', name), team: 'core', locked })
const personal = { team: null, owner: { id: 'user:ana', email: 'ana@acme.example' } }
const pipelinesRead = reading('pipelines-promotions', 'account', '~')

judges(productionAppsLocked, {
  'production is locked; staging need not be': {
    given: { items: [...SHOP, lock('shop', true), lock('shop-staging', false)] },
    answers: [
      ['shop', 'pass'],
      ['shop-staging', 'not-applicable', /Stage staging of pipeline shop/],
    ],
  },
  'production is open': {
    given: { items: [...SHOP, lock('shop', false)] },
    answers: [
      ['shop', 'fail', /every member of core can join/],
      ['shop-staging', 'not-applicable'],
    ],
  },
  'a personal app, one in no pipeline, an archived one': {
    given: {
      items: [
        app('mine', personal),
        coupled('mine', 'production'),
        app('loose'),
        app('gone', { archived_at: daysAgo(30) }),
        coupled('gone', 'production'),
      ],
      readings: [pipelinesRead],
    },
    answers: [
      ['mine', 'not-applicable', /personal app/],
      ['loose', 'not-applicable', /in no pipeline/],
      ['gone', 'not-applicable', /archived on 2026-10-22/],
    ],
  },
  'the policy can name more stages': {
    policy: { productionStages: ['production', 'staging'] },
    given: { items: [...SHOP, lock('shop', true), lock('shop-staging', false)] },
    answers: [
      ['shop', 'pass'],
      ['shop-staging', 'fail'],
    ],
  },
  'a team whose apps were refused': {
    given: { items: SHOP, readings: [denied('app-lock', 'team', 'core')] },
    answers: [
      ['shop', 'not-evaluated', /apps of core could not be read/],
      ['shop-staging', 'not-applicable'],
    ],
  },
  'pipelines that were refused make every stage unknown': {
    given: {
      items: [app('shop'), lock('shop', false)],
      readings: [denied('pipelines-promotions', 'account', '~', '/pipeline-couplings')],
    },
    answers: [['shop', 'not-evaluated', /pipelines could not be read/]],
  },
  'an app that only its team shows': {
    given: { items: [lock('hidden', false), coupled('hidden', 'production')] },
    answers: [['hidden', 'fail']],
  },
})

function preferences(team: string, permission: string | null) {
  return item('app-collaborators-permissions', team, {
    of: 'team-preferences',
    team,
    default_permission: permission,
  })
}
const coreRead = reading('app-collaborators-permissions', 'team', 'core')

judges(defaultIsNotAdmin, {
  'member by default': {
    given: { items: [preferences('core', 'member')], readings: [coreRead] },
    answers: [['core', 'pass', /become member/]],
  },
  'no default': {
    given: { items: [preferences('core', null)], readings: [coreRead] },
    answers: [['core', 'pass']],
  },
  'admin by default': {
    given: { items: [preferences('core', 'admin')], readings: [coreRead] },
    answers: [['core', 'fail']],
  },
  'refused preferences': {
    given: { readings: [denied('app-collaborators-permissions', 'team', 'core', '/teams/1/preferences')] },
    answers: [['core', 'not-evaluated']],
  },
})

const appRead = (name: string, topic: 'app-collaborators-permissions' = 'app-collaborators-permissions') =>
  reading(topic, 'app', name)
const stagingRead = appRead('shop-staging')

judges(deployAndManageApart, {
  'deploy and manage in different hands': {
    given: {
      items: [
        ...SHOP,
        collaborator('ana@acme.example', 'shop', ['view', 'deploy']),
        collaborator('bo@acme.example', 'shop', ['view', 'manage']),
      ],
      readings: [appRead('shop'), stagingRead],
    },
    answers: [
      ['shop', 'pass', /None of 2 people/],
      ['shop-staging', 'not-applicable'],
    ],
  },
  'both in one hand, by name or by role; the pseudo-owner does not count': {
    given: {
      items: [
        ...SHOP,
        collaborator('ana@acme.example', 'shop', ['view', 'deploy', 'operate', 'manage']),
        collaborator('bo@acme.example', 'shop', [], 'admin'),
        collaborator('core@herokumanager.com', 'shop', [], 'owner'),
      ],
      readings: [appRead('shop')],
    },
    answers: [
      ['shop', 'fail', /^2 people can both .*: ana@acme\.example and bo@acme\.example\.$/],
      ['shop-staging', 'not-applicable'],
    ],
  },
  'a refused list of people': {
    given: { items: SHOP, readings: [denied('app-collaborators-permissions', 'app', 'shop')] },
    answers: [
      ['shop', 'not-evaluated'],
      ['shop-staging', 'not-applicable'],
    ],
  },
  'an app that was never read': {
    given: { items: SHOP },
    answers: [
      ['shop', 'not-evaluated', /was not read in this collection/],
      ['shop-staging', 'not-applicable'],
    ],
  },
})

judges(collaboratorsAreMembers, {
  'members only, told by address whatever its case': {
    given: {
      items: [app('shop'), member('ana@acme.example'), collaborator('Ana@acme.example', 'shop', ['view'])],
      readings: [appRead('shop')],
    },
    answers: [['shop', 'pass', /All of 1 collaborator are members of core/]],
  },
  'a contractor outside, and one who is in the list as collaborator only': {
    given: {
      items: [
        app('shop'),
        member('ana@acme.example'),
        member('ext@other.example', { role: 'collaborator' }),
        collaborator('ext@other.example', 'shop', ['deploy']),
        collaborator('new@third.example', 'shop', ['view']),
      ],
      readings: [appRead('shop')],
    },
    answers: [['shop', 'fail', /ext@other\.example and new@third\.example/]],
  },
  'a personal app has no team': {
    given: { items: [app('mine', personal)], readings: [appRead('mine')] },
    answers: [['mine', 'not-applicable']],
  },
  'members that were refused, and people that were refused': {
    given: {
      items: [
        app('shop'),
        app('blog', { team: ref('team', 'web') }),
        member('w@acme.example', { team: 'web' }),
      ],
      readings: [
        denied('team-members-roles', 'team', 'core'),
        appRead('shop'),
        denied('app-collaborators-permissions', 'app', 'blog'),
      ],
    },
    answers: [
      ['shop', 'not-evaluated', /members of core could not be read/],
      ['blog', 'not-evaluated', /denied/],
    ],
  },
})

judges(appsBelongToTeams, {
  'team app, personal app, app of a team by its pseudo-owner': {
    given: {
      items: [
        app('shop'),
        app('mine', personal),
        app('older', { team: null, owner: { id: 'u', email: 'core@herokumanager.com' } }),
      ],
    },
    answers: [
      ['shop', 'pass'],
      ['mine', 'fail', /ana@acme\.example/],
      ['older', 'pass', /team core/],
    ],
  },
  'no app': { given: {}, answers: [['whole collection', 'not-applicable', /sees no app/]] },
  'a refused list of apps': {
    given: { readings: [denied('app-inventory', 'account', '~', '/apps')] },
    answers: [['whole collection', 'not-evaluated', /list of apps could not be read/]],
  },
})

function enterpriseMember(email: string, ...permissions: string[]) {
  return item('enterprise-account-permissions', `${email} in acme`, {
    id: `em:${email}`,
    enterprise_account: 'acme',
    user: { id: `user:${email}`, email },
    permissions,
  })
}

const acme = reading('enterprise-account-permissions', 'enterprise', 'acme')
const allRead = [acme, appRead('shop'), stagingRead]
const shopAnd = (...more: readonly Planted[]) => [...SHOP, ...more]

judges(enterpriseDutiesApart, {
  'duties apart': {
    given: {
      items: shopAnd(
        enterpriseMember('ana@acme.example', 'view', 'manage'),
        enterpriseMember('bo@acme.example', 'billing'),
        collaborator('ana@acme.example', 'shop', ['view']),
      ),
      readings: allRead,
    },
    answers: [
      ['ana@acme.example in acme', 'pass', /cannot deploy to production/],
      ['bo@acme.example in acme', 'pass', /not manage/],
    ],
  },
  'manage with billing, with a deploy permission, and as admin of the team that owns production': {
    given: {
      items: shopAnd(
        enterpriseMember('ana@acme.example', 'manage', 'billing'),
        enterpriseMember('bo@acme.example', 'manage'),
        enterpriseMember('cy@acme.example', 'manage'),
        collaborator('bo@acme.example', 'shop', ['deploy']),
        member('cy@acme.example', { role: 'admin' }),
      ),
      readings: allRead,
    },
    answers: [
      ['ana@acme.example in acme', 'fail', /both manage and billing/],
      ['bo@acme.example in acme', 'fail', /can deploy to shop/],
      ['cy@acme.example in acme', 'fail', /can deploy to shop/],
    ],
  },
  'deploying to staging is no conflict': {
    given: {
      items: shopAnd(
        enterpriseMember('ana@acme.example', 'manage'),
        collaborator('ana@acme.example', 'shop-staging', ['deploy']),
      ),
      readings: allRead,
    },
    answers: [['ana@acme.example in acme', 'pass']],
  },
  'production people that were refused leave it open': {
    given: {
      items: shopAnd(enterpriseMember('ana@acme.example', 'manage')),
      readings: [acme, denied('app-collaborators-permissions', 'app', 'shop')],
    },
    answers: [['ana@acme.example in acme', 'not-evaluated', /people on shop could not be read/]],
  },
  'no enterprise account': {
    given: { items: SHOP },
    answers: [['whole collection', 'not-applicable']],
  },
  'an enterprise account that refuses': {
    given: { readings: [denied('enterprise-account-permissions', 'enterprise', 'acme')] },
    answers: [['acme', 'not-evaluated']],
  },
})
