import { internalAppsAreInternal } from '../../../../electron/core/checks/internal-routing.ts'
import { telemetryIsSafe, webhooksAreSafe } from '../../../../electron/core/checks/outgoing-addresses.ts'
import { ciphersReviewed, legacyTlsIsOff } from '../../../../electron/core/checks/tls-versions.ts'
import { daysAgo, denied, item, reading } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { app, ref, space } from '../../../fakes/planted.ts'
import { attested, listGiven, narrowedTo, tagged } from '../../../fakes/told.ts'

const drain = (owner: string, host: string, scheme = 'https', type = 'app') =>
  item('telemetry-drains', `${owner} to ${host}`, {
    ...{ id: `drain:${owner}`, owner: { ...ref(type, owner), type }, signals: ['logs'], port: null },
    ...{ exporter_type: 'otlphttp', scheme, host, credential_in_address: false, header_names: [] },
    created_at: daysAgo(9),
  })
const hosts = listGiven('log-hosts', [{ host: '*.otel.example' }])

judges(telemetryIsSafe, {
  'on the list, not on it, not encrypted': {
    given: {
      items: [
        drain('good', 'eu.otel.example'),
        drain('other', 'otel.elsewhere.example'),
        drain('clear', 'eu.otel.example', 'http'),
        drain('wood', 'eu.otel.example', 'https', 'space'),
      ],
      records: [hosts],
    },
    answers: [
      ['good to eu.otel.example', 'pass', /encrypted and on the list of approved log hosts/],
      ['other to otel.elsewhere.example', 'fail', /not on the list/],
      ['clear to eu.otel.example', 'fail', /without encryption \(http\)/],
      ['wood to eu.otel.example', 'pass'],
    ],
  },
  'without the list': {
    given: { items: [drain('good', 'eu.otel.example'), drain('clear', 'x.example', 'http')] },
    answers: [
      ['good to eu.otel.example', 'not-evaluated', /No list of approved log hosts/],
      ['clear to x.example', 'fail'],
    ],
  },
  'out of scope': {
    given: {
      items: [app('good'), drain('good', 'eu.otel.example')],
      records: [hosts, narrowedTo({ apps: [{ id: 'app:x', name: 'x' }], reason: 'x' })],
    },
    answers: [['good to eu.otel.example', 'not-applicable']],
  },
  none: {
    given: { readings: [reading('telemetry-drains', 'app', 'a')] },
    answers: [['whole collection', 'not-applicable']],
  },
  refused: {
    given: { readings: [denied('telemetry-drains', 'app', 'a', '/apps/1/telemetry-drains')] },
    answers: [['a', 'not-evaluated']],
  },
})

const hook = (owner: string, host: string, scheme = 'https') =>
  item('app-webhooks', `${owner} to ${host}`, {
    ...{ of: 'webhook', id: `hook:${owner}`, app: ref('app', owner), scheme, host, port: null },
    ...{ credential_in_address: true, include: ['api:release'], level: 'notify', created_at: daysAgo(9) },
  })

judges(webhooksAreSafe, {
  'approved, unknown, in clear, without address': {
    given: {
      items: [
        ...[hook('good', 'hooks.example'), hook('other', 'evil.example')],
        ...[hook('clear', 'hooks.example', 'http'), hook('odd', '', '')],
      ],
      records: [listGiven('webhook-hosts', [{ host: 'hooks.example' }])],
    },
    answers: [
      ['good to hooks.example', 'pass'],
      ['other to evil.example', 'fail', /evil\.example, which is not on/],
      ['clear to hooks.example', 'fail'],
      ['odd to ', 'fail', /no protocol/],
    ],
  },
  'without the list': {
    given: { items: [hook('good', 'hooks.example')] },
    answers: [['good to hooks.example', 'not-evaluated', /No list of approved webhook hosts/]],
  },
  'refused deliveries hide nothing': {
    given: { readings: [denied('app-webhooks', 'app', 'a', '/apps/1/webhook-deliveries')] },
    answers: [['whole collection', 'not-applicable']],
  },
  refused: {
    given: { readings: [denied('app-webhooks', 'app', 'a', '/apps/1/webhooks')] },
    answers: [['a', 'not-evaluated']],
  },
})

const vault = { space: { ...ref('space', 'vault'), shield: false } }
const routing = (name: string, internal: boolean | null, inSpace = true, generation = 'cedar') =>
  item('internal-routing', name, {
    ...{ app: ref('app', name), space: inSpace ? ref('space', 'vault') : null, generation },
    internal_routing: internal,
  })

judges(internalAppsAreInternal, {
  'tagged as internal': {
    given: {
      items: [
        ...[app('inside', vault), app('open', vault), app('common'), app('odd', vault), app('wood', vault)],
        ...[routing('inside', true), routing('open', false), routing('common', null, false)],
        ...[routing('odd', null), routing('wood', null, true, 'fir')],
      ],
      records: ['inside', 'open', 'common', 'odd', 'wood'].map((name) => tagged(name, { internal: true })),
    },
    answers: [
      ['inside', 'pass', /from inside space vault only/],
      ['open', 'fail', /serves it to the outside/],
      ['common', 'fail', /Common Runtime/],
      ['odd', 'not-evaluated'],
      ['wood', 'not-applicable', /Fir/],
    ],
  },
  'not tagged, tagged as open, not told': {
    given: {
      items: [app('plain'), app('public'), app('missing'), routing('plain', null, false)],
      records: [tagged('public', { internal: false }), tagged('missing', { internal: true })],
    },
    answers: [
      ['plain', 'not-applicable', /Nobody said/],
      ['public', 'not-applicable', /from outside/],
      ['missing', 'not-evaluated'],
    ],
  },
})

const features = (name: string, on: Readonly<Record<string, boolean>>) =>
  item('tls-version-ciphers', name, {
    of: 'app-features',
    owner: ref('app', name),
    features: Object.entries(on).map(([feature, enabled]) => ({ name: feature, enabled, state: 'general' })),
  })
const shielded = { space: { ...ref('space', 'safe'), shield: true } }
const review = (protocols: readonly string[], answer = true) =>
  attested('cipher-review', { answer, facts: { protocols: [...protocols] } })

judges(legacyTlsIsOff, {
  'by features': {
    given: {
      items: [
        ...[space('vault'), space('safe', { shield: true })],
        ...[app('strict', vault), features('strict', { 'spaces-strict-tls': true })],
        ...[app('loose', vault), features('loose', { 'spaces-strict-tls': false })],
        ...[app('legacy', shielded), features('legacy', { 'spaces-tls-legacy': true })],
        ...[app('shield', shielded), features('shield', { preboot: true })],
        ...[app('doubt', shielded), features('doubt', { 'spaces-strict-tls': false })],
        ...[app('silent', vault), features('silent', { preboot: true })],
        ...[app('common'), features('common', { preboot: true })],
      ],
    },
    answers: [
      ['strict', 'pass', /spaces-strict-tls is on/],
      ['loose', 'fail', /TLS 1\.0 is accepted/],
      ['legacy', 'fail'],
      ['shield', 'pass', /Shield Space safe accepts no TLS 1\.0/],
      ['doubt', 'not-evaluated', /a test from outside/],
      ['silent', 'not-evaluated', /Space vault does not tell/],
      ['common', 'not-evaluated', /The Common Runtime does not tell/],
    ],
  },
  'by a review that names good protocols': {
    given: {
      items: [app('common'), features('common', {})],
      records: [review(['TLS 1.2', 'TLS 1.3'])],
    },
    answers: [['common', 'pass', /only TLS 1\.2 and TLS 1\.3 are in use/]],
  },
  'by a review that names an old one': {
    given: {
      items: [app('common'), features('common', {})],
      records: [review(['TLS 1.0', 'TLSv1.2'], false)],
    },
    answers: [['common', 'fail', /found TLS 1\.0 in use/]],
  },
  'in the Common Runtime a review answers, read or not': {
    given: { items: [app('common')], records: [review(['TLS 1.3'])] },
    answers: [['common', 'pass']],
  },
  'refused, and never read': {
    given: {
      items: [space('vault'), app('refused', vault), app('unread', vault)],
      readings: [denied('tls-version-ciphers', 'app', 'refused', '/apps/1/features')],
      records: [review(['TLS 1.3'])],
    },
    answers: [
      ['refused', 'not-evaluated', /denied/],
      ['unread', 'not-evaluated', /not read/],
    ],
  },
})

judges(ciphersReviewed, {
  'this year': { given: { records: [attested('cipher-review')] }, answers: [['whole collection', 'pass']] },
  'with fault': {
    given: { records: [attested('cipher-review', { answer: false })] },
    answers: [['whole collection', 'fail', /Not all/]],
  },
  'neither yes nor no': {
    given: { records: [attested('cipher-review', { answer: null })] },
    answers: [['whole collection', 'not-evaluated']],
  },
  'long ago': {
    given: { records: [attested('cipher-review', { date: '2025-06-01' })] },
    answers: [['whole collection', 'fail', /more than twelve months ago/]],
  },
  none: { given: {}, answers: [['whole collection', 'fail', /No review/]] },
})
