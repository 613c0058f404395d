import type { RequestRecord } from '../../../../shared/model/collection.ts'
import type { Instant } from '../../../../shared/model/json.ts'
import type { Row, Sheet } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { asOf } from './as-of.ts'
import { instant, prose, tally, text } from './column.ts'
import { SHEET } from './names.ts'
import { count } from './words.ts'

/** All requests to one endpoint, added up. */
export interface Endpoint {
  readonly host: string
  /** Path with ids replaced by `{id}`. */
  readonly path: string
  readonly apiVersion: string
  readonly parameters: Set<string>
  readonly statuses: Map<number, number>
  requests: number
  records: number
  bytes: number
  retries: number
  firstAt: Instant
  lastAt: Instant
}

const VARIABLE = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d+)$/i

function pathOf(path: string): string {
  const parts = (path.split('?')[0] ?? path).split('/')
  return parts.map((part) => (VARIABLE.test(part) ? '{id}' : part)).join('/')
}

/** Query and start of the range: what shaped the answer. A later page's range is a position, no parameter. */
function parametersOf({ path, range }: RequestRecord): string[] {
  const query = path.split('?')[1]
  const start = range.asked?.replace(/^(\S+) [^.]*\.\./, '$1 ..')
  return [...(query === undefined ? [] : [`?${query.replace(/=[^&]*/g, '=…')}`]), ...(start ? [start] : [])]
}

/** Adds up the requests of a collection by endpoint and API version, in the order of their first use. */
export function endpointsOf(requests: Iterable<RequestRecord>): readonly Endpoint[] {
  const endpoints = new Map<string, Endpoint>()
  for (const request of requests) {
    const { host, apiVersion, status, sentAt } = request
    const path = pathOf(request.path)
    const key = `${host} ${path} ${apiVersion}`
    const one = endpoints.get(key) ?? {
      ...{ host, path, apiVersion, parameters: new Set<string>(), statuses: new Map<number, number>() },
      ...{ requests: 0, records: 0, bytes: 0, retries: 0, firstAt: sentAt, lastAt: sentAt },
    }
    endpoints.set(key, one)
    for (const parameter of parametersOf(request)) one.parameters.add(parameter)
    one.statuses.set(status, (one.statuses.get(status) ?? 0) + 1)
    one.requests += 1
    one.records += request.count
    one.bytes += request.bytes
    one.retries += Math.max(0, request.attempts - 1)
    if (sentAt < one.firstAt) one.firstAt = sentAt
    if (sentAt > one.lastAt) one.lastAt = sentAt
  }
  return [...endpoints.values()]
}

function statusText(statuses: ReadonlyMap<number, number>): string {
  const sorted = [...statuses].toSorted(([a], [b]) => a - b)
  return sorted.map(([status, times]) => `${status}: ${count(times)}`).join(', ')
}

function rowOf(one: Endpoint): Row {
  const parameters = [...one.parameters].join('\n') || null
  const asked = [one.path, one.host, one.apiVersion, parameters, one.requests, statusText(one.statuses)]
  return { cells: [...asked, one.records, one.bytes, one.retries || null, one.firstAt, one.lastAt] }
}

/** Which endpoints were read, with which parameters and how often. */
export function endpointsSheet(source: WorkbookSource): Sheet {
  return {
    name: SHEET.endpoints,
    title: 'Endpoints read',
    about: 'Which endpoints were read, with which parameters and how often',
    notes: [
      `${asOf(source)} Every request was a GET. Status 206 is a page of a list that goes on, 304 says that nothing changed since the answer before.`,
    ],
    columns: [
      prose('Path', 46),
      text('Host', 24),
      text('API version', 14),
      prose('Parameters', 28),
      tally('Requests'),
      prose('Answers by status', 24),
      tally('Records', 11),
      tally('Bytes', 13),
      tally('Retries', 9),
      instant('First'),
      instant('Last'),
    ],
    *rows() {
      for (const one of endpointsOf(source.requests())) yield rowOf(one)
    },
  }
}
