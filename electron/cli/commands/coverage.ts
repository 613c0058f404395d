import type { EndpointCoverage, HerokuCoverage, ReadState } from '../../core/coverage/index.ts'
import { type Command, EXIT } from '../command.ts'
import { count } from '../progress-line.ts'
import { table } from '../table.ts'

const STATES: Readonly<Record<ReadState, string>> = {
  collected: 'collected',
  optional: 'optional',
  'on-demand': 'on demand',
  'not-read': 'never',
}

/** What is read of Heroku and what of it is kept, and how each topic is served; needs no locker. */
export const coverage: Command = {
  name: 'coverage',
  summary: 'what is read of Heroku, by which collector, which fields are kept, and how each topic is served',
  examples: ['coverage', 'coverage --json'],
  flags: () => {},
  async run({ print }) {
    const { herokuCoverage } = await import('../../core/coverage/index.ts')
    const shipped = herokuCoverage()
    print.result(linesOf(shipped, print.width), shipped)
    return EXIT.done
  },
}

function linesOf({ endpoints, topics, totals }: HerokuCoverage, width: number | null): string[] {
  const columns = [
    { title: 'Read', gives: true },
    { title: 'State' },
    { title: 'Topic' },
    { title: 'Kept', align: 'right' as const },
    { title: 'Dropped', align: 'right' as const },
  ]
  const byHow = new Map<string, number>()
  for (const { ways } of topics) {
    const how = ways.some((way) => way.how === 'collected') ? 'collected' : (ways[0]?.how ?? 'not served')
    byHow.set(how, (byHow.get(how) ?? 0) + 1)
  }
  return [
    ...table(columns, endpoints.map(rowOf), width),
    '',
    `${count(totals.endpoints)} reads: ${count(totals.collected)} collected, ${count(totals.optional)} optional, ` +
      `${count(totals['on-demand'])} on demand, ${count(totals['not-read'])} never, ` +
      `and ${count(totals.besides)} lists that replace single reads.`,
    `${count(totals.topics)} topics: ${[...byHow].map(([how, n]) => `${count(n)} ${how.replace('-', ' ')}`).join(', ')}.`,
    'Fields, scopes, roles and reasons: --json, or docs/heroku-coverage.md.',
  ]
}

function rowOf({ host, path, state, readBy, kept, inMemory, dropped }: EndpointCoverage): string[] {
  const fields = dropped.reduce((sum, { fields: list }) => sum + list.length, 0)
  return [
    host === 'api.heroku.com' ? path : `${host}${path}`,
    STATES[state],
    [...new Set(readBy.map(({ topic }) => topic))].join(', '),
    count(kept.length + inMemory.length),
    count(fields),
  ]
}
