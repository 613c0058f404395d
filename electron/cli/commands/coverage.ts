import type { ClaimRow } from '../../core/coverage/claims.ts'
import type { EndpointCoverage, HerokuCoverage, ReadState } from '../../core/coverage/index.ts'
import { type Command, EXIT } from '../command.ts'
import { isOn } from '../flags.ts'
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
  examples: ['coverage', 'coverage --json', 'coverage --compliance --json'],
  flags(parser) {
    parser.option('--compliance', 'how each claim of documents about Heroku’s security is served instead')
  },
  async run({ print, flags }) {
    if (isOn(flags, 'compliance')) {
      const { claimRows } = await import('../../core/coverage/claims.ts')
      const rows = claimRows()
      print.result(claimLines(rows, print.width), rows)
      return EXIT.done
    }
    const { herokuCoverage } = await import('../../core/coverage/index.ts')
    const shipped = herokuCoverage()
    print.result(linesOf(shipped, print.width), shipped)
    return EXIT.done
  },
}

function claimLines(rows: readonly ClaimRow[], width: number | null): string[] {
  const columns = [
    { title: 'Source', gives: true },
    { title: 'Claim or feature', gives: true },
    { title: 'Served', gives: true },
    { title: 'By', gives: true },
  ]
  const named = (row: ClaimRow) => row.by.map((one) => Object.values(one).join(' '))
  const cells = rows.map((row) => [row.source, row.feature, row.coverage, named(row).join(', ')])
  return [...table(columns, cells, width), '', `${count(rows.length)} claims and features.`]
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
