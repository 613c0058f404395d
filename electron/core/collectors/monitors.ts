import { z } from 'zod'
import type { Collector } from './collector.ts'
import { orNull } from './fields.ts'

/** Known from Heroku's own command line only. */
const Monitor = z.object({
  id: z.string(),
  name: orNull(z.string()),
  action_type: orNull(z.string()),
  is_active: orNull(z.boolean()),
  min_quantity: orNull(z.number()),
  max_quantity: orNull(z.number()),
  notification_channels: orNull(z.array(z.string())),
})

/**
 * Autoscaling and alerts on web dynos: one request for each app, to Heroku's metrics service. Fir has no
 * autoscaling, so its apps are not asked.
 */
export const monitors: Collector<'dyno-tier', 'app'> = {
  id: 'dyno-tier.monitors',
  topic: 'dyno-tier',
  title: 'Autoscaling and alerts',
  says: 'which apps scale by themselves or warn somebody, and within which bounds',
  scope: 'read',
  tier: 'extended',
  per: 'app',
  when: (app) => app.generation !== 'fir',
  async *collect(heroku, app) {
    const path = `/apps/${app.id}/formation/web/monitors`
    for await (const { is_active, notification_channels, ...monitor } of heroku.list(path, Monitor, {
      api: 'metrics',
    }))
      yield {
        subject: `${app.name} ${monitor.name ?? monitor.action_type ?? 'monitor'}`,
        subjectId: `monitor/${monitor.id}`,
        content: {
          of: 'monitor',
          ...monitor,
          app: { id: app.id, name: app.name },
          active: is_active,
          notification_channels: (notification_channels ?? []).toSorted(),
        },
      }
  },
}
