import { type Endpoint, type EndpointReads, endpointReads, endpoints } from './files.ts'
import { type TopicCoverage, topicCoverage } from './topics.ts'

export { COVERAGE_FILES, Endpoint, EndpointReads, endpointReads, endpoints } from './files.ts'
export { type TopicCoverage, topicCoverage, type Way } from './topics.ts'

/** Whether a read is made: by default, by choice, only where another answer leaves a gap, or never. */
export type ReadState = 'collected' | 'optional' | 'on-demand' | 'not-read'

/** A read of Heroku with all that is known about it. */
export interface EndpointCoverage extends Endpoint, Omit<EndpointReads, 'id'> {
  readonly state: ReadState
}

/** What of Heroku is read and kept, and how each topic is served. */
export interface HerokuCoverage {
  readonly endpoints: readonly EndpointCoverage[]
  readonly topics: readonly TopicCoverage[]
  /** Endpoints by state; the lists that replace others are counted apart. */
  readonly totals: { readonly [S in ReadState]: number } & {
    readonly endpoints: number
    readonly besides: number
    readonly topics: number
  }
}

/** The coverage as it ships. */
export function herokuCoverage(): HerokuCoverage {
  const reads = new Map(endpointReads().map((one) => [one.id, one]))
  const all = endpoints().map((endpoint) => withReads(endpoint, reads.get(endpoint.id)))
  const own = all.filter((endpoint) => endpoint.instead === undefined)
  const counted = (state: ReadState) => own.filter((endpoint) => endpoint.state === state).length
  const topics = topicCoverage()
  return {
    endpoints: all,
    topics,
    totals: {
      endpoints: own.length,
      collected: counted('collected'),
      optional: counted('optional'),
      'on-demand': counted('on-demand'),
      'not-read': counted('not-read'),
      besides: all.length - own.length,
      topics: topics.length,
    },
  }
}

const UNREAD: Omit<EndpointReads, 'id'> = { readBy: [], kept: [], inMemory: [], dropped: [], schema: false }

function withReads(endpoint: Endpoint, reads: EndpointReads | undefined): EndpointCoverage {
  const { id: _, ...found } = { ...UNREAD, id: endpoint.id, ...reads }
  return { ...endpoint, ...found, state: stateOf(endpoint, found.readBy) }
}

function stateOf({ unread, only }: Endpoint, readBy: EndpointReads['readBy']): ReadState {
  if (unread !== undefined) return 'not-read'
  if (only !== undefined) return 'on-demand'
  return readBy.some(({ tier }) => tier !== 'optional') ? 'collected' : 'optional'
}
