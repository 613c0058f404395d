import { z } from 'zod'
import type { Collector } from './collector.ts'
import { orNull, Time } from './fields.ts'

const Topology = z.object({
  apps: z.array(
    z.object({
      id: z.string(),
      domains: orNull(z.array(z.string())),
      formation: orNull(
        z.array(z.object({ process_type: z.string(), dynos: orNull(z.array(z.object({}))) })),
      ),
    }),
  ),
})

const Host = z.object({
  host_id: z.string(),
  state: z.string(),
  allocated_at: orNull(Time),
  released_at: orNull(Time),
})

const common = {
  topic: 'space-isolation',
  title: 'What stands in a space',
  says: 'which apps a space really runs, and on which machines of its own',
  scope: 'read',
  per: 'space',
} as const

/**
 * The apps that a space's own name service knows, one request for each space: a second source for which app is in
 * which space. Private addresses and host names of dynos are dropped, they change with every restart.
 */
export const spaceTopology: Collector<'space-isolation', 'space'> = {
  ...common,
  id: 'space-isolation.topology',
  tier: 'extended',
  async *collect(heroku, { id, name }) {
    const topology = await heroku.find(`/spaces/${id}/topology`, Topology)
    for (const app of topology?.apps ?? [])
      yield {
        subject: `${app.id} in ${name}`,
        subjectId: `${id}/${app.id}`,
        content: {
          of: 'space-app',
          space: { id, name },
          app: app.id,
          domains: (app.domains ?? []).toSorted(),
          processes: (app.formation ?? [])
            .map((process) => ({ type: process.process_type, dynos: (process.dynos ?? []).length }))
            .sort((a, b) => (a.type < b.type ? -1 : 1)),
        },
      }
  },
}

/** Machines that serve one space alone; most spaces have none, and Heroku then answers that there is nothing. */
export const spaceHosts: Collector<'space-isolation', 'space'> = {
  ...common,
  id: 'space-isolation.hosts',
  tier: 'optional',
  async *collect(heroku, { id, name }) {
    for await (const { host_id, ...host } of heroku.list(`/spaces/${id}/hosts`, Host))
      yield {
        subject: `${host_id} of ${name}`,
        subjectId: host_id,
        content: { of: 'host', id: host_id, space: { id, name }, ...host },
      }
  },
}
