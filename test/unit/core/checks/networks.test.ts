import { describe, expect, it } from 'vitest'
import { addressRange, coversAll } from '../../../../electron/core/checks/facts/addresses.ts'
import { stableOutboundAddresses } from '../../../../electron/core/checks/space-outbound.ts'
import { rangesNotTooWide, spacesNotOpen } from '../../../../electron/core/checks/space-ranges.ts'
import { daysAgo, denied, item, reading } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { ref, space } from '../../../fakes/planted.ts'

function rules(name: string, ...sources: readonly string[]) {
  return item('space-trusted-ips', `${name} rules`, {
    id: `ruleset:${name}`,
    space: ref('space', name),
    current: true,
    created_at: daysAgo(30),
    created_by: 'ana@acme.example',
    rules: sources.map((source) =>
      source.startsWith('!') ? { action: 'deny', source: source.slice(1) } : { action: 'allow', source },
    ),
  })
}

const before = item('space-trusted-ips', 'old rules', {
  id: 'ruleset:old',
  space: ref('space', 'closed'),
  current: false,
  created_at: daysAgo(300),
  created_by: null,
  rules: [{ action: 'allow', source: '0.0.0.0/0' }],
})

const noSpace = {
  'no space': { given: {}, answers: [['whole collection', 'not-applicable', /Common Runtime/]] },
} as const

judges(spacesNotOpen, {
  ...noSpace,
  'closed now, whatever was before; open; open in halves; shut; a deny rule': {
    given: {
      items: [
        space('closed'),
        rules('closed', '198.51.100.0/24'),
        before,
        space('open'),
        rules('open', '198.51.100.0/24', '0.0.0.0/0'),
        space('six'),
        rules('six', '::/0'),
        space('halves'),
        rules('halves', '128.0.0.0/1', '0.0.0.0/1'),
        space('shut'),
        rules('shut'),
        space('denies'),
        rules('denies', '!0.0.0.0/0', '198.51.100.7'),
      ],
    },
    answers: [
      ['closed', 'pass', /1 range let in since 2026-10-22/],
      ['open', 'fail', /by 0\.0\.0\.0\/0 since 2026-10-22/],
      ['six', 'fail'],
      ['halves', 'fail', /together leave no address out/],
      ['shut', 'pass', /No address may reach/],
      ['denies', 'pass'],
    ],
  },
  'Fir, a source that is no range, refused': {
    given: {
      items: [space('forest', { generation: 'fir' }), space('odd'), rules('odd', 'office'), space('blind')],
      readings: [
        reading('space-trusted-ips', 'space', 'forest', { outcome: 'off' }),
        denied('space-trusted-ips', 'space', 'blind', '/spaces/3/inbound-ruleset'),
      ],
    },
    answers: [
      ['forest', 'not-applicable', /Fir/],
      ['odd', 'not-evaluated', /office/],
      ['blind', 'not-evaluated', /denied/],
    ],
  },
})

judges(rangesNotTooWide, {
  ...noSpace,
  'by prefix, for both versions': {
    given: {
      items: [
        space('tight'),
        rules('tight', '198.51.100.0/24', '203.0.113.9', '2001:db8::/56'),
        space('wide'),
        rules('wide', '198.51.0.0/16', '2001:db8::/32'),
      ],
    },
    answers: [
      ['tight', 'pass', /3 ranges/],
      ['wide', 'fail', /198\.51\.0\.0\/16 and 2001:db8::\/32/],
    ],
  },
  'the policy can allow more': {
    policy: { trustedIpMinPrefixV4: 16 },
    given: { items: [space('wide'), rules('wide', '198.51.0.0/16')] },
    answers: [['wide', 'pass']],
  },
  'Fir and refused': {
    given: {
      items: [space('forest', { generation: 'fir' }), space('blind')],
      readings: [denied('space-trusted-ips', 'space', 'blind', '/spaces/2/inbound-ruleset')],
    },
    answers: [
      ['forest', 'not-applicable'],
      ['blind', 'not-evaluated'],
    ],
  },
})

const nat = (name: string, state: string, ...sources: readonly string[]) =>
  item('space-outbound-ips', name, { space: ref('space', name), state, sources })

judges(stableOutboundAddresses, {
  ...noSpace,
  'by state': {
    given: {
      items: [
        space('on'),
        nat('on', 'enabled', '198.51.100.1', '198.51.100.2'),
        space('off'),
        nat('off', 'disabled'),
        space('busy'),
        nat('busy', 'updating'),
        space('blind'),
      ],
      readings: [denied('space-outbound-ips', 'space', 'blind')],
    },
    answers: [
      ['on', 'pass', /198\.51\.100\.1 and 198\.51\.100\.2/],
      ['off', 'fail'],
      ['busy', 'not-evaluated', /updating/],
      ['blind', 'not-evaluated', /denied/],
    ],
  },
  'nobody filters by address': {
    policy: { partnersFilterByAddress: false },
    given: { items: [space('off'), nat('off', 'disabled')] },
    answers: [['off', 'not-applicable']],
  },
})

describe('address ranges', () => {
  it.each([
    ['10.0.0.0/8', 8],
    ['192.0.2.1', 32],
    ['::/0', 0],
    ['2001:db8::1/64', 64],
    ['::ffff:192.0.2.1', 128],
    ['1:2:3:4:5:6:7:8', 128],
  ])('%s has prefix %i', (text, prefix) => {
    expect(addressRange(text)?.prefix).toBe(prefix)
  })

  it.each([
    '',
    'office',
    '10.0.0.0/33',
    '10.0.0.256',
    '10.0.0.0/x',
    '::1::2',
    '1:2:3',
    '10.0.0.0/',
    '2001:db8::/129',
  ])('%s is none', (text) => {
    expect(addressRange(text)).toBeNull()
  })

  it('cover all only where no address is left out, in whatever order they come', () => {
    const ranges = (...texts: readonly string[]) => texts.flatMap((text) => addressRange(text) ?? [])
    expect(coversAll(ranges('128.0.0.0/1', '0.0.0.0/2', '64.0.0.0/2'), 4)).toBe(true)
    expect(coversAll(ranges('128.0.0.0/1', '0.0.0.0/2', '64.0.0.0/3'), 4)).toBe(false)
    expect(coversAll(ranges('0.0.0.0/1'), 4)).toBe(false)
    expect(coversAll(ranges('0.0.0.0/0'), 6)).toBe(false)
    expect(coversAll(ranges('8000::/1', '::/1'), 6)).toBe(true)
  })
})
