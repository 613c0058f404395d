import { peeringsAreApproved, vpnTunnelsAreUp } from '../../../../electron/core/checks/space-links.ts'
import type { SpacePeeringContent, SpaceVpnContent } from '../../../../shared/model/content.ts'
import { daysAgo, denied, item } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { ref, space } from '../../../fakes/planted.ts'
import { listGiven } from '../../../fakes/told.ts'

function vpn(inSpace: string, states: readonly string[], more: Partial<SpaceVpnContent> = {}) {
  const name = `office of ${inSpace}`
  return item('space-vpn', name, {
    ...{ id: `vpn:${inSpace}`, name: 'office', space: ref('space', inSpace), public_ip: '203.0.113.9' },
    ...{ routable_cidrs: ['172.16.0.0/16'], space_cidr_block: '10.0.0.0/16', ike_version: 1 },
    ...{ status: 'active', status_message: null },
    tunnels: states.map((status, n) => ({
      ...{ ip: `198.51.100.${n}`, customer_ip: '203.0.113.9', status },
      ...{ status_message: null, last_status_change: daysAgo(2) },
    })),
    ...more,
  })
}

judges(vpnTunnelsAreUp, {
  'both up, one up, none up, still being made, without a word': {
    given: {
      items: [
        ...['both', 'one', 'none', 'new', 'mute'].map((name) => space(name)),
        vpn('both', ['UP', 'UP']),
        vpn('one', ['DOWN', 'UP']),
        vpn('none', ['DOWN', 'DOWN'], { status: 'failed' }),
        vpn('new', [], { status: 'provisioning' }),
        vpn('mute', [], { ike_version: null }),
      ],
    },
    answers: [
      ['office of both', 'pass', /^2 tunnels of 2 are up, IKE version 1 by Heroku’s word\.$/],
      ['office of one', 'pass', /One tunnel of 2 is up.*Warning/],
      ['office of none', 'fail', /No tunnel of 2 is up; the connection is failed/],
      ['office of new', 'not-evaluated', /still provisioning/],
      ['office of mute', 'fail', /No tunnel of 0/],
    ],
  },
  'a space without VPN, one that was refused, one that was not read': {
    given: {
      items: [space('plain'), space('shut'), space('unread')],
      readings: [
        { ...denied('space-vpn', 'space', 'plain'), outcome: 'read', reason: null },
        denied('space-vpn', 'space', 'shut', '/spaces/space:shut/vpn-connections'),
      ],
    },
    answers: [
      ['plain', 'not-applicable', /no VPN connection/],
      ['shut', 'not-evaluated', /denied/],
      ['unread', 'not-evaluated', /not read in this collection/],
    ],
  },
  'no space': { given: {}, answers: [['whole collection', 'not-applicable', /Common Runtime/]] },
})

type PeeringFacts = Partial<Extract<SpacePeeringContent, { of: 'peering' }>>

function peering(inSpace: string, more: PeeringFacts = {}) {
  return item('space-peering', `${inSpace} with others`, {
    ...{ of: 'peering', id: `pcx-${inSpace}`, space: ref('space', inSpace), type: 'customer-managed' },
    ...{ status: 'active', aws_account_id: '210987654321', aws_vpc_id: 'vpc-1', aws_region: 'eu-west-1' },
    ...{ cidr_blocks: ['172.31.0.0/16'], expires: null },
    ...more,
  })
}

const accounts = listGiven('aws-accounts', [{ account: '2109-8765-4321', owner: 'Ana' }])

judges(peeringsAreApproved, {
  'approved, another account, not active, without an account, Heroku’s own': {
    given: {
      items: [
        ...['good', 'other', 'waiting', 'mute', 'heroku'].map((name) => space(name)),
        peering('good'),
        peering('other', { aws_account_id: '999999999999' }),
        peering('waiting', { status: 'pending-acceptance' }),
        peering('mute', { aws_account_id: null, cidr_blocks: [] }),
        peering('heroku', { type: 'heroku-postgresql', status: 'provisioning' }),
      ],
      records: [accounts],
    },
    answers: [
      [
        'good with others',
        'pass',
        /172\.31\.0\.0\/16 in account 210987654321, which is on the list of approved/,
      ],
      ['other with others', 'fail', /999999999999, which is not on/],
      ['waiting with others', 'fail', /pending-acceptance, not active/],
      ['mute with others', 'not-evaluated', /does not tell the account/],
      ['heroku with others', 'not-applicable', /Heroku’s own/],
    ],
  },
  'an empty list approves nothing': {
    given: { items: [space('good'), peering('good')], records: [listGiven('aws-accounts', [])] },
    answers: [['good with others', 'fail']],
  },
  'without a list an active peering cannot be judged, a dead one can': {
    given: {
      items: [space('good'), space('dead'), peering('good'), peering('dead', { status: 'failed' })],
    },
    answers: [
      ['good with others', 'not-evaluated', /No list of approved AWS accounts was given\.$/],
      ['dead with others', 'fail', /is failed/],
    ],
  },
  'no peering, and peerings that were refused': {
    given: {
      items: [space('plain'), space('shut')],
      readings: [
        { ...denied('space-peering', 'space', 'plain'), outcome: 'read', reason: null },
        denied('space-peering', 'space', 'shut', '/spaces/space:shut/peerings'),
      ],
    },
    answers: [
      ['plain', 'not-applicable', /no other network/],
      ['shut', 'not-evaluated', /denied/],
    ],
  },
})
