import type { ControlDetail } from '../../../shared/contract-work.ts'
import { ownershipOf } from '../../../shared/model/ownership.ts'
import { asking } from '../asking.ts'
import { countOf, numberFlag } from '../flags.ts'
import { wrap } from '../screen-text.ts'
import { facts, table } from '../table.ts'
import { asControl } from '../typed.ts'
import { standsLine } from './conclusion.ts'

const answersOf = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .filter(([, n]) => n > 0)
    .map(([answer, n]) => `${n} ${answer.replace('-', ' ')}`)
    .join(', ') || 'not run'

function linesOf(
  { state, path, mappings, implied, conclusion }: ControlDetail,
  width: number | null,
): string[] {
  const { control, status, evidence, topics, checks } = state
  const items = new Map(topics.map((one) => [one.topic, one.items]))
  const rows = mappings.map(({ topic, subjectId, decision, rationale }) => [
    subjectId === null ? topic : `${topic} ${subjectId}`,
    String(items.get(topic) ?? 0),
    decision,
    rationale,
  ])
  const columns = [
    { title: 'Topic', gives: true },
    { title: 'Items', align: 'right' as const },
    { title: 'Decision' },
    { title: 'Why', gives: true },
  ]
  const owned = control.owner
    ? ownershipOf(
        control.owner,
        topics.map(({ topic }) => topic),
      )
    : null
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', title, ...lines]
  return [
    ...facts([
      ['Control', `${control.id} ${control.title}`],
      ['In', path.join(' › ') || state.framework],
      ['Seen to by', control.owner ?? 'nothing speaks to it'],
      ...(owned?.documents.length ? [['Source', owned.documents.join(', ')] as const] : []),
      ['Status', `${status}, ${evidence} items`],
    ]),
    ...(control.says ? ['', ...wrap(control.says, width ?? 100)] : []),
    ...section('Mappings', rows.length === 0 ? [] : table(columns, rows, width)),
    ...section(
      'Checks',
      checks.map(({ check, counts }) => `${check}: ${answersOf(counts)}`),
    ),
    ...section(
      'Confirmed elsewhere',
      implied.map((one) => `${one.topic}: ${one.framework} ${one.control}, by ${one.by}`),
    ),
    ...section(
      'Inherited, and what is left to do',
      (owned?.inherited ?? []).flatMap(({ title, cites, duty }) =>
        wrap(
          `${title} (${cites.map(({ document, section: part }) => `${document}: ${part}`).join('; ')}): ${duty}`,
          width ?? 100,
        ),
      ),
    ),
    ...section('Conclusion', conclusion === null ? [] : [standsLine(conclusion)]),
  ]
}

/** A control with all that speaks to it. */
export const controlShow = asking({
  name: 'control show',
  summary: 'one control with its mappings, checks, conclusion and what other frameworks imply',
  examples: [
    'control show soc2-2017:CC6.1 --locker acme.locker',
    'control show hipaa:164.308 --locker a.locker',
  ],
  takes: (parser) =>
    void parser
      .argument('<control>', 'with its framework, such as soc2-2017:CC6.1')
      .option('--collection <number>', 'a collection other than the newest', countOf('--collection', 1)),
  question: 'control:get',
  input: ({ args, flags }) => ({
    ...asControl(args[0] ?? ''),
    collectionId: numberFlag(flags, 'collection'),
  }),
  lines: linesOf,
})
