import { describe, expect, it } from 'vitest'
import { spaceDrain } from '../../../../electron/core/collectors/log-drains.ts'
import { spaceLogging } from '../../../../electron/core/collectors/space-logging.ts'
import { spacePeering } from '../../../../electron/core/collectors/space-peering.ts'
import { spaceVpn } from '../../../../electron/core/collectors/space-vpn.ts'
import { collect, forbidden, SUBJECT, uuid } from '../../../fakes/collecting.ts'

const { space } = SUBJECT
const ref = { id: space.id, name: space.name }
const at = '2025-01-01T12:00:00Z'

const info = {
  aws_account_id: '123456789012',
  aws_region: 'us-east-1',
  vpc_id: 'vpc-1',
  vpc_cidr: '10.0.0.0/16',
  dyno_cidr_blocks: ['10.0.128.0/20', '10.0.0.0/20'],
  unavailable_cidr_blocks: ['192.168.0.0/16'],
  space_cidr_blocks: ['10.0.0.0/16'],
}

describe('the peerings of a space', () => {
  const paths = { info: `/spaces/${space.id}/peering-info`, list: `/spaces/${space.id}/peerings` }

  it('are the networks of others, and its own side', async () => {
    const { contents } = await collect(spacePeering, space, {
      [paths.info]: info,
      [paths.list]: [
        {
          ...{ pcx_id: 'pcx-1', type: 'customer-managed', status: 'active', aws_account_id: '210987654321' },
          ...{ aws_vpc_id: 'vpc-2', aws_region: 'eu-west-1', expires: at },
          ...{ cidr_block: '172.31.0.0/16', cidr_blocks: ['172.31.0.0/16', '172.30.0.0/16'] },
        },
        { pcx_id: 'pcx-2', status: 'pending-acceptance' },
      ],
    })
    expect(contents).toEqual([
      { of: 'peering-info', space: ref, ...info, dyno_cidr_blocks: ['10.0.0.0/20', '10.0.128.0/20'] },
      {
        ...{ of: 'peering', id: 'pcx-1', space: ref, type: 'customer-managed', status: 'active' },
        ...{ aws_account_id: '210987654321', aws_vpc_id: 'vpc-2', aws_region: 'eu-west-1' },
        ...{ cidr_blocks: ['172.30.0.0/16', '172.31.0.0/16'], expires: at },
      },
      {
        ...{ of: 'peering', id: 'pcx-2', space: ref, type: null, status: 'pending-acceptance' },
        ...{ aws_account_id: null, aws_vpc_id: null, aws_region: null, cidr_blocks: [], expires: null },
      },
    ])
  })

  it('are listed where the space tells nothing of its own side', async () => {
    const { contents, task } = await collect(spacePeering, space, { [paths.list]: [] })
    expect(contents).toEqual([])
    expect(task.readings).toMatchObject([{ outcome: 'read' }, { path: paths.info, outcome: 'off' }])
  })

  it('keep what was read before a refusal', async () => {
    const { contents, task } = await collect(spacePeering, space, {
      [paths.info]: info,
      [paths.list]: forbidden,
    })
    expect(contents).toMatchObject([{ of: 'peering-info' }])
    expect(task.readings).toMatchObject([{ path: paths.list, outcome: 'denied', items: 1 }])
  })
})

describe('the VPN of a space', () => {
  const path = `/spaces/${space.id}/vpn-connections`
  const tunnel = (ip: string, status: string) => ({
    ...{ ip, customer_ip: '203.0.113.9', status, status_message: 'x', last_status_change: at },
    pre_shared_key: 'CANARY-vpn-key',
  })

  it('loses its keys when it is parsed, and says that they were dropped', async () => {
    const vpn = {
      ...{ id: '123', name: 'office', public_ip: '203.0.113.9', routable_cidrs: ['172.16.0.0/16'] },
      ...{ space_cidr_block: '10.0.0.0/16', ike_version: 1, status: 'active', status_message: '' },
    }
    const { contents, task } = await collect(spaceVpn, space, {
      [path]: [{ ...vpn, tunnels: [tunnel('198.51.100.2', 'DOWN'), tunnel('198.51.100.1', 'UP')] }],
    })
    const { pre_shared_key: _, ...up } = tunnel('198.51.100.1', 'UP')
    expect(contents).toEqual([
      { ...vpn, space: ref, tunnels: [up, { ...up, ip: '198.51.100.2', status: 'DOWN' }] },
    ])
    expect(JSON.stringify(task)).not.toContain('CANARY')
    expect(task.dropped).toEqual([['/spaces/{id}/vpn-connections', ['tunnels.pre_shared_key']]])
  })

  it('may be told sparsely', async () => {
    const { contents } = await collect(spaceVpn, space, { [path]: [{ id: '123', status: 'provisioning' }] })
    expect(contents).toEqual([
      {
        ...{ id: '123', name: null, space: ref, public_ip: null, routable_cidrs: [], space_cidr_block: null },
        ...{ ike_version: null, status: 'provisioning', status_message: null, tunnels: [] },
      },
    ])
  })
})

describe('the log drain of a space', () => {
  const path = `/spaces/${space.id}/log-drain`
  const drain = { id: uuid(20), url: 'https://u:CANARY@logs.example:8443/x?key=CANARY', created_at: at }

  it('is where all of its apps log to', async () => {
    const { contents, task } = await collect(spaceLogging, space, {
      [path]: { ...drain, token: 'd.CANARY', addon: null },
    })
    expect(contents).toEqual([
      {
        ...{ space: ref, shield: false, generation: 'cedar' },
        drain: {
          ...{ id: uuid(20), scheme: 'https', host: 'logs.example', port: 8443 },
          ...{ credential_in_address: true, created_at: at },
        },
      },
    ])
    expect(JSON.stringify(task)).not.toContain('CANARY')
  })

  it('that does not exist is said so; one that is refused is not', async () => {
    const none = await collect(spaceLogging, space, {})
    expect(none.contents).toMatchObject([{ space: ref, drain: null }])
    expect(none.task.readings).toMatchObject([{ outcome: 'read' }, { path, outcome: 'off' }])
    const refused = await collect(spaceLogging, space, { [path]: forbidden })
    expect(refused.contents).toEqual([])
    expect(refused.task.readings).toMatchObject([{ path, outcome: 'denied' }])
  })

  it('is asked for at the same address as by the collector of log drains', async () => {
    const [one, other] = await Promise.all([
      collect(spaceLogging, space, { [path]: drain }),
      collect(spaceDrain, space, { [path]: drain }),
    ])
    expect(one.asked).toEqual(other.asked)
  })
})
