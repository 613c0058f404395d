import { stacksAreSupported, stackUpgradeIsDone } from '../../../../electron/core/checks/app-stacks.ts'
import { productionHasTwoDynos } from '../../../../electron/core/checks/web-dynos.ts'
import { denied, item, reading } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { app, ref, SHOP } from '../../../fakes/planted.ts'

const stack = (name: string, state: string) =>
  item('stack-eol', name, { of: 'stack', id: `stack:${name}`, name, state, default: false })
const runs = (name: string, on: string, next = on) => [
  app(name, { stack: on, build_stack: next }),
  item('stack-eol', `${name} stack`, {
    of: 'app',
    app: ref('app', name),
    stack: on,
    build_stack: next,
    generation: 'cedar',
  }),
]

judges(stacksAreSupported, {
  'by state and by date': {
    given: {
      items: [
        stack('heroku-24', 'public'),
        stack('heroku-26', 'public'),
        stack('heroku-22', 'deprecated'),
        stack('heroku-28', 'beta'),
        ...runs('current', 'heroku-24'),
        ...runs('newest', 'heroku-26'),
        ...runs('warned', 'heroku-22'),
        ...runs('ended', 'heroku-20'),
        ...runs('early', 'heroku-28'),
        ...runs('unlisted', 'heroku-99'),
        ...runs('image', 'container'),
        ...runs('fir', 'cnb'),
      ],
    },
    answers: [
      ['current', 'pass', /until 2029-04-30/],
      ['newest', 'pass', /heroku-26 is supported\./],
      ['warned', 'fail', /deprecated and ends on 2027-04-30/],
      ['ended', 'fail', /ended on 2025-04-30/],
      ['early', 'not-evaluated', /beta/],
      ['unlisted', 'not-evaluated'],
      ['image', 'not-evaluated', /scan/],
      ['fir', 'not-evaluated'],
    ],
  },
  'the last day of support still counts': {
    given: {
      asOf: '2025-04-30T23:00:00Z',
      items: [stack('heroku-20', 'public'), ...runs('shop', 'heroku-20')],
    },
    answers: [['shop', 'pass']],
  },
  'a refused catalog leaves only what has ended for sure': {
    given: {
      items: [...runs('current', 'heroku-24'), ...runs('ended', 'heroku-18')],
      readings: [denied('stack-eol', 'account', '~', '/stacks')],
    },
    answers: [
      ['current', 'not-evaluated', /list of stacks could not be read/],
      ['ended', 'fail'],
    ],
  },
  'an app whose stack was not told': {
    given: { items: [app('shop')], readings: [reading('stack-eol', 'account', '~')] },
    answers: [['shop', 'not-evaluated']],
  },
})

judges(stackUpgradeIsDone, {
  'done and not done': {
    given: { items: [...runs('done', 'heroku-24'), ...runs('half', 'heroku-22', 'heroku-24')] },
    answers: [
      ['done', 'pass'],
      ['half', 'fail', /Runs on heroku-22; the next build will be on heroku-24/],
    ],
  },
  refused: {
    given: { items: [app('shop')], readings: [denied('stack-eol', 'account', '~', '/apps')] },
    answers: [['shop', 'not-evaluated', /could not be read/]],
  },
})

const dynos = (name: string, type: string, quantity: number) =>
  item('dyno-tier', `${name} ${type}`, {
    of: 'formation',
    id: `formation:${name}/${type}`,
    app: ref('app', name),
    type,
    size: 'Standard-1X',
    quantity,
  })
const shopRead = reading('dyno-tier', 'app', 'shop')
const staging = ['shop-staging', 'not-applicable'] as const

judges(productionHasTwoDynos, {
  two: {
    given: {
      items: [...SHOP, dynos('shop', 'web', 2), dynos('shop-staging', 'web', 1)],
      readings: [shopRead],
    },
    answers: [['shop', 'pass', /2 web dynos of size Standard-1X/], staging],
  },
  one: {
    given: { items: [...SHOP, dynos('shop', 'web', 1), dynos('shop', 'worker', 5)], readings: [shopRead] },
    answers: [['shop', 'fail', /1 web dyno .* at least 2/], staging],
  },
  'scaled to none': {
    given: { items: [...SHOP, dynos('shop', 'web', 0)], readings: [shopRead] },
    answers: [['shop', 'fail', /0 web dynos/], staging],
  },
  'workers only': {
    given: { items: [...SHOP, dynos('shop', 'worker', 1)], readings: [shopRead] },
    answers: [['shop', 'not-applicable', /only worker/], staging],
  },
  refused: {
    given: { items: SHOP, readings: [denied('dyno-tier', 'app', 'shop')] },
    answers: [['shop', 'not-evaluated'], staging],
  },
})
