import { z } from 'zod'
import type { Collector } from './collector.ts'
import { orNull, Time } from './fields.ts'

const Cidrs = orNull(z.array(z.string()))

const PeeringInfo = z.object({
  aws_account_id: orNull(z.string()),
  aws_region: orNull(z.string()),
  vpc_id: orNull(z.string()),
  vpc_cidr: orNull(z.string()),
  dyno_cidr_blocks: Cidrs,
  unavailable_cidr_blocks: Cidrs,
  space_cidr_blocks: Cidrs,
})

const Peering = z.object({
  pcx_id: z.string(),
  type: orNull(z.string()),
  status: z.string(),
  aws_account_id: orNull(z.string()),
  aws_vpc_id: orNull(z.string()),
  aws_region: orNull(z.string()),
  cidr_block: orNull(z.string()),
  cidr_blocks: Cidrs,
  expires: orNull(Time),
})

const sorted = (list: readonly string[] | null): string[] => [...new Set(list ?? [])].sort()

/**
 * The networks that a space is joined with, and its own side of such a joint. No list spans spaces: two requests
 * for each. A space that cannot be peered, such as one on Fir, answers that there is nothing.
 */
export const spacePeering: Collector<'space-peering', 'space'> = {
  id: 'space-peering',
  topic: 'space-peering',
  title: 'Peerings of spaces',
  says: 'which networks of others a space is joined with, in whose AWS accounts',
  scope: 'read',
  per: 'space',
  async *collect(heroku, { id, name }) {
    const space = { id, name }
    const info = await heroku.find(`/spaces/${id}/peering-info`, PeeringInfo)
    if (info)
      yield {
        subject: `${name}, its own side`,
        subjectId: id,
        content: {
          of: 'peering-info',
          space,
          ...info,
          dyno_cidr_blocks: sorted(info.dyno_cidr_blocks),
          unavailable_cidr_blocks: sorted(info.unavailable_cidr_blocks),
          space_cidr_blocks: sorted(info.space_cidr_blocks),
        },
      }
    for await (const { pcx_id, cidr_block, cidr_blocks, ...peering } of heroku.list(
      `/spaces/${id}/peerings`,
      Peering,
    ))
      yield {
        subject: `${name} with ${peering.aws_account_id ?? pcx_id}`,
        subjectId: pcx_id,
        content: {
          of: 'peering',
          id: pcx_id,
          space,
          ...peering,
          cidr_blocks: sorted([...(cidr_blocks ?? []), ...(cidr_block === null ? [] : [cidr_block])]),
        },
      }
  },
}
