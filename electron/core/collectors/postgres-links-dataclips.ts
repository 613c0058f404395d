import { z } from 'zod'
import { secret } from '../heroku/secret.ts'
import { POSTGRES } from './addons.ts'
import type { AddonSubject, Collector, Found, HerokuReader } from './collector.ts'
import { isDedicatedClassic, livesInSpace, serviceOf } from './data-addons.ts'
import { databaseRef, placeOf } from './database-address.ts'
import { MaybeTime, orNull } from './fields.ts'
import { planTier } from './postgres-plan.ts'

const Values = orNull(z.array(z.union([z.string(), z.number(), z.boolean()])))

/** Of the address a fingerprint of host, port and database remains; the password is gone with the answer. */
const Classic = z.object({
  resource_url: orNull(secret()),
  created_at: MaybeTime,
  info: orNull(z.array(z.object({ name: z.string(), values: Values }))),
})

const Advanced = z.object({
  created_at: MaybeTime,
  forked_from: orNull(z.union([z.string(), z.object({ name: orNull(z.string()) })])),
})

const Follower = z.object({
  addon_id: z.string(),
  name: z.string(),
  plan: orNull(z.string()),
  created_at: MaybeTime,
})

const Link = z.object({
  id: z.string(),
  name: z.string(),
  remote_name: orNull(z.string()),
  remote: orNull(z.object({ name: orNull(z.string()), attachment_name: orNull(z.string()) })),
  created_at: MaybeTime,
})

const Connector = z.object({
  uuid: z.string(),
  name: z.string(),
  tables: orNull(z.array(z.string())),
  excluded_columns: orNull(z.array(z.string())),
  kafka_app: orNull(z.object({ name: z.string() })),
  kafka_addon: orNull(z.object({ uuid: z.string(), name: z.string() })),
})

const common = {
  topic: 'postgres-links-dataclips',
  title: 'Ties between databases',
  says: 'where the content of each database came from and where else it goes; dataclips are told by a person',
  scope: 'read-protected',
  per: 'addon',
} as const

/** Not every database can have such a list; one that cannot answers 404. */
const OFFERED = { api: 'data', mayBeOff: true } as const

/** Leaders, followers and forks as each database names them. The answer is the one that other topics share. */
export const databaseLineage: Collector<'postgres-links-dataclips', 'addon'> = {
  ...common,
  id: 'postgres-links-dataclips.lineage',
  when: (addon) => addon.service === POSTGRES,
  async *collect(heroku, addon) {
    yield {
      subject: `${addon.name} of ${addon.app.name}`,
      subjectId: addon.id,
      content: { of: 'lineage', ...serviceOf(addon), ...(await readLineage(heroku, addon)) },
    }
  },
}

async function readLineage(heroku: HerokuReader, addon: AddonSubject) {
  const ref = (text: string) => databaseRef(text, (value) => heroku.fingerprint(value))
  if (planTier(addon.plan) === 'advanced') {
    const path = `/data/postgres/v1/${addon.id}/info`
    const { created_at, forked_from } = await heroku.get(path, Advanced, { api: 'data' })
    const origin = typeof forked_from === 'string' ? forked_from : (forked_from?.name ?? null)
    return {
      ...{ address: null, following: null, followers: [], forks: [], created_at },
      forked_from: origin === null ? null : ref(origin),
    }
  }
  const path = `/client/v11/databases/${addon.id}`
  const { resource_url, created_at, info } = await heroku.get(path, Classic, { api: 'data' })
  const place = resource_url && placeOf(resource_url.reveal())
  const named = (row: string) =>
    (info ?? [])
      .filter(({ name }) => name.toLowerCase() === row)
      .flatMap(({ values }) => values ?? [])
      .map(String)
      .map(ref)
  return {
    address: place === null ? null : heroku.fingerprint(place),
    following: named('following')[0] ?? null,
    followers: named('followers'),
    forked_from: named('forked from')[0] ?? null,
    forks: named('forks'),
    created_at,
  }
}

/** Followers by name, each with its plan. */
export const databaseFollowers: Collector<'postgres-links-dataclips', 'addon'> = {
  ...common,
  id: 'postgres-links-dataclips.followers',
  tier: 'extended',
  when: isDedicatedClassic,
  async *collect(heroku, addon) {
    const path = `/client/v11/databases/${addon.id}/followers`
    yield* counted(addon, 'followers-read', heroku.list(path, Follower, OFFERED), (follower) => ({
      subject: `${follower.name} follows ${addon.name}`,
      subjectId: `follower:${follower.addon_id}`,
      content: {
        of: 'follower',
        ...serviceOf(addon),
        id: follower.addon_id,
        name: follower.name,
        follower_plan: follower.plan,
        created_at: follower.created_at,
      },
    }))
  },
}

/** Data links: one database that queries another. */
export const databaseLinks: Collector<'postgres-links-dataclips', 'addon'> = {
  ...common,
  id: 'postgres-links-dataclips.links',
  tier: 'optional',
  when: isDedicatedClassic,
  async *collect(heroku, addon) {
    const path = `/client/v11/databases/${addon.id}/links`
    yield* counted(addon, 'links-read', heroku.list(path, Link, OFFERED), ({ remote, ...link }) => ({
      subject: `${addon.name} link ${link.name}`,
      subjectId: link.id,
      content: {
        of: 'link',
        ...serviceOf(addon),
        ...link,
        remote: remote?.name ?? null,
        remote_attachment: remote?.attachment_name ?? null,
      },
    }))
  },
}

/** Change streams into Kafka: which tables leave the database, and without which columns. */
export const changeStreams: Collector<'postgres-links-dataclips', 'addon'> = {
  ...common,
  id: 'postgres-links-dataclips.connectors',
  tier: 'optional',
  when: (addon) => addon.service === POSTGRES && livesInSpace(addon),
  async *collect(heroku, addon) {
    const path = `/data/cdc/v0/addons/${addon.id}`
    yield* counted(addon, 'connectors-read', heroku.list(path, Connector, OFFERED), (stream) => ({
      subject: `${addon.name} stream ${stream.name}`,
      subjectId: stream.uuid,
      content: {
        of: 'connector',
        ...serviceOf(addon),
        id: stream.uuid,
        name: stream.name,
        tables: stream.tables ?? [],
        excluded_columns: stream.excluded_columns ?? [],
        kafka: stream.kafka_addon && { id: stream.kafka_addon.uuid, name: stream.kafka_addon.name },
        kafka_app: stream.kafka_app?.name ?? null,
      },
    }))
  },
}

type Item = Found<'postgres-links-dataclips'>

/** The items of a list, and that it was read to its end. */
async function* counted<T>(
  addon: AddonSubject,
  of: 'followers-read' | 'links-read' | 'connectors-read',
  list: AsyncIterable<T>,
  item: (one: T) => Item,
): AsyncGenerator<Item> {
  let count = 0
  for await (const one of list) {
    count += 1
    yield item(one)
  }
  yield {
    subject: `${addon.name} ${of.replace('-read', '')}`,
    subjectId: `${of}:${addon.id}`,
    content: { of, ...serviceOf(addon), count },
  }
}
