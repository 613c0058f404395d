import type { Verdict } from '../../../shared/model/check.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Check } from './check.ts'
import { grouped } from './facts/grouped.ts'
import { givenList, noList } from './facts/lists.ts'
import { type Peering, peeringsOf } from './facts/peerings.ts'
import { readsOf } from './facts/reads.ts'
import { eachSpace } from './facts/spaces.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

/** NET-09. */
export const vpnTunnelsAreUp: Check = {
  id: 'NET-09',
  title: 'All VPN tunnels are up and use IKEv2',
  severity: 'medium',
  needs: ['space-isolation', 'space-vpn'],
  why: 'A site-to-site connection without a live tunnel makes people open another way in, usually over the internet.',
  fix: 'Look at `heroku spaces:vpn:info NAME --space SPACE`, compare addresses and routes with the gateway on the other side, and let whoever runs that gateway start both tunnels.',
  limits:
    'Tunnels are seen at the moment of collection only. The IKE version is recorded and not judged: Heroku sets it, and its API gives the same number for every connection. Cipher suites are not told.',
  *judge(view) {
    const connections = grouped(view.items('space-vpn'), (item) => item.content.space.id)
    const reads = readsOf(view, 'space-vpn')
    yield* eachSpace(view, function* (space) {
      const own = connections.get(space.content.id) ?? []
      const gap = reads.gap('space', space.content.id)
      for (const connection of own) yield tunnels(connection)
      if (gap && own.length === 0) yield notEvaluated(space, gap, [space])
      else if (own.length === 0) yield notApplicable(space, 'The space has no VPN connection.', [space])
    })
  },
}

function tunnels(connection: EvidenceItem<'space-vpn'>): Verdict {
  const { tunnels, status, ike_version } = connection.content
  const up = tunnels.filter((tunnel) => tunnel.status === 'UP').length
  const ike = ike_version === null ? '' : `, IKE version ${ike_version} by Heroku’s word`
  if (up > 1)
    return pass(connection, `${count(up, 'tunnel')} of ${tunnels.length} are up${ike}.`, [connection])
  if (up === 1)
    return pass(
      connection,
      `One tunnel of ${tunnels.length} is up${ike}. Warning: nothing takes over when it fails.`,
      [connection],
    )
  if (['pending', 'provisioning'].includes(status))
    return notEvaluated(connection, `The connection is still ${status}; look again when that is done.`, [
      connection,
    ])
  return fail(connection, `No tunnel of ${tunnels.length} is up; the connection is ${status}.`, [connection])
}

/** NET-10. */
export const peeringsAreApproved: Check = {
  id: 'NET-10',
  title: 'Peerings are active and lead to approved AWS accounts',
  severity: 'high',
  needs: ['space-isolation', 'space-peering'],
  needsLists: ['aws-accounts'],
  why: 'A peering joins a space with a whole network of somebody. In the wrong AWS account it is a private way in that no list of address ranges shows.',
  fix: 'Remove what nobody needs with `heroku spaces:peerings:destroy PCX_ID --space SPACE`; add the AWS account of the others to the list of approved accounts.',
  limits:
    'Peerings that Heroku makes for its own data services are recorded, not judged: they lead to Heroku’s accounts. Routes and security groups on the other side are not visible here.',
  *judge(view) {
    const peerings = grouped(peeringsOf(view), (item) => item.content.space.id)
    const reads = readsOf(view, 'space-peering', /\/peerings$/)
    const list = givenList(view, 'aws-accounts')
    const approved = new Set(list?.rows.map((row) => row.account))
    const judged = (peering: Peering): Verdict => {
      const { aws_account_id: account, status, type, cidr_blocks } = peering.content
      const grounds = [peering]
      if (type !== null && !['customer-managed', 'unknown'].includes(type))
        return notApplicable(peering, `It is Heroku’s own peering (${type}).`, grounds)
      if (status !== 'active')
        return fail(
          peering,
          `The peering with account ${account ?? 'unknown'} is ${status}, not active.`,
          grounds,
        )
      const networks = cidr_blocks.length === 0 ? 'no named network' : listed(cidr_blocks)
      if (account === null)
        return notEvaluated(peering, `Heroku does not tell the account that ${networks} belongs to.`, grounds)
      if (list === null)
        return notEvaluated(peering, `It leads to account ${account}. ${noList('aws-accounts')}`, grounds)
      if (approved.has(account))
        return pass(
          peering,
          `It is active and leads to ${networks} in account ${account}, which is on ${list.called}.`,
          grounds,
        )
      return fail(
        peering,
        `It leads to ${networks} in account ${account}, which is not on ${list.called}.`,
        grounds,
      )
    }
    yield* eachSpace(view, function* (space) {
      const own = peerings.get(space.content.id) ?? []
      const gap = reads.gap('space', space.content.id)
      for (const peering of own) yield judged(peering)
      if (gap && own.length === 0) yield notEvaluated(space, gap, [space])
      else if (own.length === 0)
        yield notApplicable(space, 'The space is joined with no other network.', [space])
    })
  },
}
