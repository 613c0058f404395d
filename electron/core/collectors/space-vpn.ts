import { z } from 'zod'
import type { Collector } from './collector.ts'
import { orNull } from './fields.ts'

/** A tunnel. The pre-shared key is not named here, so it never leaves the parser. */
const Tunnel = z.object({
  ip: orNull(z.string()),
  customer_ip: orNull(z.string()),
  status: z.string(),
  status_message: orNull(z.string()),
  last_status_change: orNull(z.string()),
})

const Vpn = z.object({
  id: z.string(),
  name: orNull(z.string()),
  public_ip: orNull(z.string()),
  routable_cidrs: orNull(z.array(z.string())),
  space_cidr_block: orNull(z.string()),
  ike_version: orNull(z.int()),
  status: z.string(),
  status_message: orNull(z.string()),
  tunnels: orNull(z.array(Tunnel)),
})

/** The site-to-site connections of a space. No list spans spaces: one request for each. */
export const spaceVpn: Collector<'space-vpn', 'space'> = {
  id: 'space-vpn',
  topic: 'space-vpn',
  title: 'VPN connections',
  says: 'which networks reach a space by tunnel, and whether the tunnels are up at this moment',
  scope: 'read',
  per: 'space',
  async *collect(heroku, { id, name }) {
    for await (const vpn of heroku.list(`/spaces/${id}/vpn-connections`, Vpn))
      yield {
        subject: `${vpn.name ?? vpn.id} of ${name}`,
        subjectId: `${id}/${vpn.id}`,
        content: {
          ...vpn,
          space: { id, name },
          routable_cidrs: (vpn.routable_cidrs ?? []).toSorted(),
          tunnels: (vpn.tunnels ?? []).toSorted((a, b) => ((a.ip ?? '') < (b.ip ?? '') ? -1 : 1)),
        },
      }
  },
}
