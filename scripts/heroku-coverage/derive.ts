import { auditTrailEvents } from '../../electron/core/collectors/audit-trail-events.ts'
import type { Api } from '../../electron/core/collectors/collector.ts'
import { COLLECTORS } from '../../electron/core/collectors/index.ts'
import type { Endpoint, EndpointReads } from '../../electron/core/coverage/index.ts'
import { ENVELOPES } from '../../electron/core/heroku/body.ts'
import { whyDropped } from './reasons.ts'
import type { SchemaFields } from './schema.ts'
import type { ObservedRead } from './watch.ts'

const APIS: Readonly<Record<string, Api>> = {
  'api.heroku.com': 'platform',
  'api.data.heroku.com': 'data',
  'kolkrabbi.heroku.com': 'github',
  'api.metrics.heroku.com': 'metrics',
}

/** The service that a host belongs to. */
export function apiOf(host: string): Api {
  const api = APIS[host]
  if (api === undefined) throw new Error(`no service is known at ${host}`)
  return api
}

/** The endpoint that a path is a read of: of several that fit, the one with the fewest places for ids. */
export function endpointOf(endpoints: readonly Endpoint[], api: Api, path: string): Endpoint | null {
  const route = path.split('?')[0] ?? ''
  const places = (endpoint: Endpoint) => endpoint.path.split('{').length
  const fitting = endpoints.filter(
    (endpoint) =>
      apiOf(endpoint.host) === api &&
      new RegExp(`^${endpoint.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(route),
  )
  return fitting.toSorted((a, b) => places(a) - places(b))[0] ?? null
}

const COLLECTOR_FACTS = new Map(
  [...COLLECTORS, { ...auditTrailEvents, tier: 'core' as const }].map(({ id, topic, per, tier = 'core' }) => [
    id,
    { collector: id, topic, tier, per },
  ]),
)

/**
 * What was seen, by endpoint. Without Heroku’s schemas dropped fields are not known; `before` keeps those that the
 * committed file names.
 */
export function derive(
  endpoints: readonly Endpoint[],
  reads: readonly ObservedRead[],
  schemas: SchemaFields | null,
  before: readonly EndpointReads[] = [],
): readonly EndpointReads[] {
  return endpoints.map((endpoint) => {
    const own = reads.filter((read) => endpointOf(endpoints, read.api, read.path)?.id === endpoint.id)
    const fields = own.flatMap((read) => read.fields)
    const inMemory = sorted(fields.filter((field) => field.secret).map((field) => field.path))
    const kept = sorted(fields.filter((field) => !field.secret).map((field) => field.path)).filter(
      (path) => !inMemory.includes(path),
    )
    const published = schemas?.(endpoint.host, endpoint.path) ?? null
    const known = before.find((one) => one.id === endpoint.id)
    const dropped =
      own.length === 0
        ? []
        : schemas
          ? whyDropped(
              [...(published ?? [])].filter((field) => !isCovered(field, [...kept, ...inMemory])),
              [],
            )
          : (known?.dropped ?? [])
    return {
      id: endpoint.id,
      readBy: readersOf(own),
      kept,
      inMemory,
      dropped: dropped.map(({ why, fields: list }) => ({ why, fields: [...list] })),
      schema: schemas ? published !== null && published.size > 0 : (known?.schema ?? false),
    }
  })
}

function readersOf(reads: readonly ObservedRead[]): EndpointReads['readBy'] {
  const ids = sorted(reads.map((read) => read.collector))
  return ids.flatMap((id) => COLLECTOR_FACTS.get(id) ?? [])
}

const sorted = (list: readonly string[]): string[] => [...new Set(list)].sort()

const ENVELOPE = new RegExp(`^(${ENVELOPES.join('|')})\\.`)

/**
 * Whether a field of Heroku’s schema is let through by any of these: itself, something above it, or any name. The
 * reader takes lists out of their envelope, so `items.id` is `id` to a collector.
 */
export function isCovered(field: string, through: readonly string[]): boolean {
  return isNamed(field, through) || (ENVELOPE.test(field) && isNamed(field.replace(ENVELOPE, ''), through))
}

function isNamed(field: string, through: readonly string[]): boolean {
  const parts = field.split('.')
  return through.some((path) => {
    const own = path.split('.')
    return (
      own.every((part, at) => part === '**' || part === '*' || part === parts[at]) &&
      (own.at(-1) === '**' || own.length <= parts.length)
    )
  })
}

/** Fields that our schemas name and Heroku’s does not: each needs a source of its own. */
export function besideSchema(read: EndpointReads, published: ReadonlySet<string> | null): readonly string[] {
  if (published === null || published.size === 0) return []
  const names = [...published]
  return [...read.kept, ...read.inMemory].filter(
    (path) =>
      !names.some((name) => isCovered(name, [path]) || isNamed(path, [name, name.replace(ENVELOPE, '')])),
  )
}
