import { z } from 'zod'
import type { AppSubject, Collector, HerokuReader } from './collector.ts'
import { Formation } from './dyno-tier.ts'
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

/** Sizes that neither scale by themselves nor alert. */
const WITHOUT = /^(eco|basic|free|hobby)$/i

/**
 * Autoscaling and alerts on web dynos: one request to Heroku's metrics service for each app that can have them.
 * Fir has no autoscaling, and neither has an app without a web process of Standard size or above.
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
    if (!(await canHave(heroku, app))) return
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

/** From the formation, which the app's processes were read from; it is not asked again. */
async function canHave(heroku: HerokuReader, app: AppSubject): Promise<boolean> {
  let can = false
  for await (const { type, dyno_size, size } of heroku.list(`/apps/${app.id}/formation`, Formation))
    can ||= type === 'web' && !WITHOUT.test(dyno_size?.name ?? size ?? '')
  return can
}
