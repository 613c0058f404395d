import { z } from 'zod'
import type { Collector } from './collector.ts'
import { DATA_SERVICES, livesInSpace, serviceOf, unlessGone } from './data-addons.ts'
import { orNull } from './fields.ts'

const PrivateLink = z.object({
  status: orNull(z.string()),
  service_name: orNull(z.string()),
  allowed_accounts: orNull(z.array(z.object({ arn: z.string(), status: orNull(z.string()) }))),
  connections: orNull(
    z.array(z.object({ endpoint_id: z.string(), owner_arn: orNull(z.string()), status: orNull(z.string()) })),
  ),
})

/** Private endpoints in AWS of data services in spaces, and which accounts may connect. */
export const privateLinks: Collector<'privatelink', 'addon'> = {
  id: 'privatelink',
  topic: 'privatelink',
  title: 'PrivateLink',
  says: 'which data services can be reached from networks of one’s own at AWS, and by which accounts',
  scope: 'read-protected',
  per: 'addon',
  when: (addon) => DATA_SERVICES.includes(addon.service) && livesInSpace(addon),
  async *collect(heroku, addon) {
    const path = `/private-link/v0/databases/${addon.id}`
    const link = await unlessGone(heroku.find(path, PrivateLink, { api: 'data' }))
    yield {
      subject: `${addon.name} of ${addon.app.name}`,
      subjectId: addon.id,
      content: {
        ...serviceOf(addon),
        enabled: link !== null,
        status: link?.status ?? null,
        service_name: link?.service_name ?? null,
        allowed_accounts: link?.allowed_accounts ?? [],
        connections: link?.connections ?? [],
      },
    }
  },
}
