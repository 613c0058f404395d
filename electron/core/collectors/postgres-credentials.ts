import { z } from 'zod'
import { POSTGRES } from './addons.ts'
import type { AddonSubject, Collector } from './collector.ts'
import { serviceOf } from './data-addons.ts'
import { MaybeTime, orNull } from './fields.ts'
import { planTier } from './postgres-plan.ts'

/** What survives of a log-in: passwords, hosts and database names do not. */
const Role = z.object({ user: z.string(), state: z.string() })

const Classic = z
  .object({ uuid: z.string(), name: z.string(), state: z.string(), credentials: orNull(z.array(Role)) })
  .transform(({ uuid, credentials, ...rest }) => ({
    ...rest,
    id: uuid,
    type: null,
    created_at: null,
    roles: credentials ?? [],
  }))

const Advanced = z
  .object({
    id: z.string(),
    name: z.string(),
    type: orNull(z.string()),
    state: z.string(),
    created_at: MaybeTime,
    roles: orNull(z.array(Role)),
  })
  .transform((credential) => ({ ...credential, roles: credential.roles ?? [] }))

/** Who can log in to each database: names and states, never a password. */
export const postgresCredentials: Collector<'postgres-credentials', 'addon'> = {
  id: 'postgres-credentials',
  topic: 'postgres-credentials',
  title: 'Postgres credentials',
  says: 'which credentials each database has, in which state, and when they were made where Heroku tells',
  scope: 'read-protected',
  per: 'addon',
  when: (addon) => addon.service === POSTGRES,
  async *collect(heroku, addon) {
    const about = serviceOf(addon)
    let count = 0
    for await (const { name, ...credential } of heroku.list(pathOf(addon), schemaOf(addon), {
      api: 'data',
    })) {
      count += 1
      yield {
        subject: `${addon.name} ${name}`,
        subjectId: credential.id,
        content: { of: 'credential', ...about, name, ...credential },
      }
    }
    yield {
      subject: `${addon.name} credentials`,
      subjectId: addon.id,
      content: { of: 'credentials-read', ...about, count },
    }
  },
}

const isAdvanced = (addon: AddonSubject) => planTier(addon.plan) === 'advanced'

function pathOf(addon: AddonSubject): string {
  return isAdvanced(addon)
    ? `/data/postgres/v1/${addon.id}/credentials`
    : `/postgres/v0/databases/${addon.id}/credentials`
}

function schemaOf(addon: AddonSubject): z.ZodType<z.infer<typeof Advanced>> {
  return isAdvanced(addon) ? Advanced : Classic
}
