import { z } from 'zod'
import type { Collector } from './collector.ts'
import { orNull } from './fields.ts'

const Nat = z.object({ state: z.string(), sources: orNull(z.array(z.string())) })

/** The stable outbound addresses of a space. */
export const spaceOutboundIps: Collector<'space-outbound-ips', 'space'> = {
  id: 'space-outbound-ips',
  topic: 'space-outbound-ips',
  title: 'Outbound addresses',
  says: 'from which stable addresses the apps of a space call out',
  scope: 'read',
  per: 'space',
  async *collect(heroku, space) {
    const nat = await heroku.get(`/spaces/${space.id}/nat`, Nat)
    yield {
      subject: space.name,
      subjectId: space.id,
      content: {
        space: { id: space.id, name: space.name },
        state: nat.state,
        sources: (nat.sources ?? []).toSorted(),
      },
    }
  },
}
