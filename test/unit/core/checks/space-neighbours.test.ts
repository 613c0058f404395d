import { sessionsCanBeRecorded } from '../../../../electron/core/checks/session-recording.ts'
import { shieldSpacesAreNotMixed } from '../../../../electron/core/checks/space-neighbours.ts'
import { daysAgo, denied, item } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { app, ref, space } from '../../../fakes/planted.ts'
import { attested, listGiven, tagged } from '../../../fakes/told.ts'

const inSpace = (name: string, of: string, shield = true) =>
  app(name, { space: { ...ref('space', of), shield } })
const shield = (name: string) => space(name, { shield: true })
const approval = (subject: string, more: object = {}) => ({
  ...{ kind: 'shared-space', subject, reason: 'batch jobs only.', approvedBy: 'Maria', on: '2026-03-01' },
  ...more,
})

judges(shieldSpacesAreNotMixed, {
  'all tagged, one untagged, one without protected data, nobody said anything': {
    given: {
      items: [
        ...['tagged', 'gap', 'mixed', 'silent', 'harmless', 'empty'].map(shield),
        space('private'),
        inSpace('a1', 'tagged'),
        inSpace('a2', 'tagged'),
        inSpace('b1', 'gap'),
        inSpace('b2', 'gap'),
        inSpace('c1', 'mixed'),
        inSpace('c2', 'mixed'),
        inSpace('d1', 'silent'),
        inSpace('e1', 'harmless'),
      ],
      records: [
        tagged('a1', { dataClasses: ['phi'] }),
        tagged('a2', { dataClasses: ['personal', 'phi'] }),
        tagged('b1', { dataClasses: ['cardholder'] }),
        tagged('c1', { dataClasses: ['cardholder'] }),
        tagged('c2', { dataClasses: ['none'] }),
        tagged('e1', { dataClasses: ['none'] }),
      ],
    },
    answers: [
      ['tagged', 'pass', /with personal data and protected health information/],
      ['gap', 'fail', /what data b2 handles/],
      ['mixed', 'fail', /Of c2 it was said.*beside c1/],
      ['silent', 'not-evaluated', /Nobody said what data 1 app/],
      ['harmless', 'pass', /No app of the space handles protected data/],
      ['empty', 'not-applicable', /No app is in the space/],
      ['private', 'not-applicable', /not shielded/],
    ],
  },
  'an approval of the app or of the space, while it holds': {
    given: {
      items: [
        ...['byApp', 'bySpace', 'late'].map(shield),
        ...['byApp', 'bySpace', 'late'].flatMap((name) => [
          inSpace(`${name}-phi`, name),
          inSpace(`${name}-jobs`, name),
        ]),
      ],
      records: [
        ...['byApp', 'bySpace', 'late'].map((name) => tagged(`${name}-phi`, { dataClasses: ['phi'] })),
        listGiven('approvals', [
          approval('byApp-jobs'),
          approval('bySpace'),
          approval('late', { until: '2026-06-30' }),
          approval('late-jobs', { kind: 'other-region' }),
        ]),
      ],
    },
    answers: [
      ['byApp', 'pass', /tagged, with protected health information; byApp-jobs by approval/],
      ['bySpace', 'pass', /2 apps share it was approved by Maria on 2026-03-01: batch jobs only\.$/],
      ['late', 'fail', /late-jobs/],
    ],
  },
  'an app that the topology shows and no list': {
    given: {
      items: [
        ...['watched', 'closed'].map(shield),
        inSpace('a', 'watched'),
        inSpace('b', 'closed'),
        ...(['watched', 'closed'] as const).map((name) =>
          item('space-isolation', `x in ${name}`, {
            ...{ of: 'space-app', space: ref('space', name), domains: [], processes: [] },
            app: name === 'watched' ? 'app:elsewhere' : 'app:b',
          }),
        ),
      ],
      records: ['a', 'b'].map((name) => tagged(name, { dataClasses: ['phi'] })),
    },
    answers: [
      ['watched', 'not-evaluated', /runs 1 app that the collecting account cannot list, beside a\.$/],
      ['closed', 'pass'],
    ],
  },
  'the list of apps was refused': {
    given: {
      items: [shield('gap'), space('private')],
      readings: [denied('app-inventory', 'account', '~', '/apps')],
    },
    answers: [
      ['gap', 'not-evaluated', /list of apps could not be read/],
      ['private', 'not-applicable'],
    ],
  },
})

const drain = {
  ...{ id: 'd1', scheme: 'https', host: 'logs.example', port: null, credential_in_address: false },
  created_at: daysAgo(100),
}
const logging = (name: string, has: boolean) =>
  item('space-logging', name, {
    ...{ space: ref('space', name), shield: true, generation: 'cedar', drain: has ? drain : null },
  })
const phi = (...names: readonly string[]) => names.map((name) => tagged(name, { dataClasses: ['phi'] }))

judges(sessionsCanBeRecorded, {
  'in a Shield Space with a drain, without one, in a Private Space, in none': {
    given: {
      items: [
        shield('drained'),
        shield('dry'),
        space('private'),
        logging('drained', true),
        logging('dry', false),
        inSpace('good', 'drained'),
        inSpace('lost', 'dry'),
        inSpace('weak', 'private', false),
        app('common'),
        app('plain'),
        app('untold'),
        app('fir', { generation: 'fir', space: { ...ref('space', 'private'), shield: false } }),
      ],
      records: [
        ...phi('good', 'lost', 'weak', 'fir'),
        tagged('common', { dataClasses: ['cardholder'] }),
        tagged('plain', { dataClasses: ['personal'] }),
      ],
    },
    answers: [
      [
        'good',
        'pass',
        /drained can record.*logs\.example keeps them\. Whether it is on, nobody has stated yet/,
      ],
      ['lost', 'fail', /dry has no log drain/],
      ['weak', 'fail', /private is not shielded/],
      ['common', 'fail', /Common Runtime/],
      ['plain', 'not-applicable', /personal data only/],
      ['untold', 'not-applicable', /Nobody said what data/],
      ['fir', 'not-applicable', /Fir/],
    ],
  },
  'with a statement that it is on, or that it is off': {
    given: {
      items: [shield('drained'), logging('drained', true), inSpace('good', 'drained')],
      records: [...phi('good'), attested('keystroke-logging')],
    },
    answers: [['good', 'pass', /That it is on: Ana stated it on 2026-01-01/]],
  },
  'stated off': {
    given: {
      items: [shield('drained'), logging('drained', true), inSpace('good', 'drained')],
      records: [...phi('good'), attested('keystroke-logging', { answer: false })],
    },
    answers: [['good', 'fail', /are not recorded: Ana stated/]],
  },
  'what cannot be told': {
    given: {
      items: [
        shield('shut'),
        inSpace('unread', 'shut'),
        inSpace('hidden', 'unseen', false),
        item('app-lock', 'listed', { ...ref('app', 'listed'), team: 'core', locked: false }),
      ],
      readings: [denied('space-logging', 'space', 'shut', '/spaces/space:shut/log-drain')],
      records: phi('unread', 'hidden', 'listed'),
    },
    answers: [
      ['unread', 'not-evaluated', /denied/],
      ['hidden', 'fail', /unseen is not shielded/],
      ['listed', 'not-evaluated', /which space it runs is not known/],
    ],
  },
})
