import type { CheckInfo } from '../../../shared/model/check.ts'
import { type Command, EXIT } from '../command.ts'
import { listFlag } from '../flags.ts'
import { count } from '../progress-line.ts'
import { table } from '../table.ts'

/** How many of each word there are, in the order they appear. */
function tallied(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

const groupOf = ({ id }: CheckInfo) => id.slice(0, id.indexOf('-'))

/** The checks that ship with the app; needs no locker. */
export const checks: Command = {
  name: 'checks',
  summary: 'the checks in the box: what each asks, needs, cannot see and speaks to',
  examples: ['checks', 'checks --group IDN,TOK --severity critical', 'checks --json'],
  flags(parser) {
    parser
      .option('--group <list>', 'only these groups, the letters before the dash, with commas between')
      .option('--severity <list>', 'only these severities, with commas between')
  },
  async run({ print, flags }) {
    const { checkHandlers } = await import('../../core/handlers/check.ts')
    const groups = listFlag(flags, 'group')
    const severities = listFlag(flags, 'severity')
    const shipped = checkHandlers['check:list']()
    const shown = shipped.filter(
      (one) =>
        (groups === null || groups.includes(groupOf(one))) &&
        (severities === null || severities.includes(one.severity)),
    )
    const totals = {
      checks: shown.length,
      groups: tallied(shown.map(groupOf)),
      severities: tallied(shown.map(({ severity }) => severity)),
    }
    print.result(linesOf(shown, totals, print.width), { totals, checks: shown })
    return EXIT.done
  },
}

type Totals = Readonly<Record<'groups' | 'severities', Readonly<Record<string, number>>>>

function linesOf(
  shown: readonly CheckInfo[],
  { groups, severities }: Totals,
  width: number | null,
): string[] {
  if (shown.length === 0) return ['No such check.']
  const rows = shown.map((one) => [
    one.id,
    one.severity,
    one.title,
    [...one.needs, ...(one.needsLists ?? []), ...(one.needsAttestations ?? [])].join(', '),
  ])
  const columns = [
    { title: 'Check' },
    { title: 'Severity' },
    { title: 'Title', gives: true },
    { title: 'Needs', gives: true },
  ]
  const told = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([word, n]) => `${word} ${count(n)}`)
      .join(', ')
  return [
    ...table(columns, rows, width),
    '',
    `${count(shown.length)} checks: ${told(severities)}.`,
    `By group: ${told(groups)}.`,
    'Why each matters, how to fix, what it cannot see: --json.',
  ]
}
