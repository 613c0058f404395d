import type { ZodType } from 'zod'
import type { Addon } from '../../electron/core/collectors/addons.ts'
import type {
  AnyCollector,
  Api,
  HerokuReader,
  ReadOptions,
} from '../../electron/core/collectors/collector.ts'
import { type HerokuClient, Refused, type SubjectCache } from '../../electron/core/heroku/client.ts'
import { type NamedField, namedFields } from '../../electron/core/heroku/known-fields.ts'

/** One read as a collector asked for it. */
export interface ObservedRead {
  /** Id of the collector; `audit-trail-events` for the step that reads the trail. */
  readonly collector: string
  readonly api: Api
  readonly path: string
  readonly fields: readonly NamedField[]
}

/** The reads of the audit trail belong to no collector of the list. */
const TRAIL = 'audit-trail-events'

/** The collector, noting what it asks for; `knowsLess` shows it a Heroku without some endpoints. */
export function watchedCollector(
  collector: AnyCollector,
  reads: ObservedRead[],
  knowsLess: boolean,
): AnyCollector {
  const note = noting(collector.id, reads)
  const collect = collector.collect as (
    heroku: HerokuReader,
    subject: never,
  ) => ReturnType<typeof collector.collect>
  return {
    ...collector,
    collect: (heroku: HerokuReader, subject: never) =>
      collect(watched(knowsLess ? sparse(heroku) : heroku, note), subject),
  } as AnyCollector
}

/** Readers that no collector holds are those of the audit trail; what collectors ask through theirs is left out. */
export function watchedClient(client: HerokuClient, reads: ObservedRead[]): HerokuClient {
  const note = noting(TRAIL, reads)
  const ofTrail: Note = (path, schema, options) => {
    if (/^\/enterprise-accounts\/[^/]+\/(archives|events)/.test(path)) note(path, schema, options)
  }
  const reader = (cache: SubjectCache) => {
    const own = client.reader(cache)
    return { ...own, ...watched(own, ofTrail) }
  }
  return { ...client, reader }
}

type Note = (path: string, schema: ZodType, options?: ReadOptions) => void

function noting(collector: string, reads: ObservedRead[]): Note {
  const seen = new Set<string>()
  return (path, schema, options) => {
    const api = options?.api ?? 'platform'
    const fields = namedFields(schema)
    const key = JSON.stringify([api, path.replace(/[0-9a-f-]{36}/g, '{}'), fields])
    if (seen.has(key)) return
    seen.add(key)
    reads.push({ collector, api, path, fields })
  }
}

function watched(heroku: HerokuReader, note: Note): HerokuReader {
  return {
    ...heroku,
    get: (path, schema, options) => {
      note(path, schema, options)
      return heroku.get(path, schema, options)
    },
    find: (path, schema, options) => {
      note(path, schema, options)
      return heroku.find(path, schema, options)
    },
    list: (path, schema, options) => {
      note(path, schema, options)
      return heroku.list(path, schema, options)
    },
    listIfAllowed: (path, schema, options) => {
      note(path, schema, options)
      return heroku.listIfAllowed(path, schema, options)
    },
  }
}

/** Reads that a Heroku that knows less answers with 404. */
const UNKNOWN = [/^\/identity-providers\//, /\/config-vars-settings$/, /^\/spaces\/[^/]+\/dynos$/]

/** A Heroku without some endpoints, which also tells no more than the name of a plan in the list of add-ons. */
function sparse(heroku: HerokuReader): HerokuReader {
  const isUnknown = (path: string) => UNKNOWN.some((pattern) => pattern.test(path))
  return {
    ...heroku,
    find: async (path, schema, options) => (isUnknown(path) ? null : heroku.find(path, schema, options)),
    list: async function* (path, schema, options) {
      if (isUnknown(path))
        throw new Refused({ path, status: 404, outcome: 'absent', reason: 'it is not known' })
      for await (const item of heroku.list(path, schema, options))
        yield path === '/addons' ? (withoutPlan(item as Addon) as typeof item) : item
    },
  }
}

function withoutPlan(addon: Addon): Addon {
  const { id, name } = addon.plan
  const nothing = { state: null, compliance: null, installable_inside_private_network: null }
  return { ...addon, plan: { id, name, ...nothing, installable_outside_private_network: null } }
}
