import type { Control, ControlOwner, ControlState, Framework } from '../../../../shared/model/framework.ts'
import type { StandingConclusion } from '../../../../shared/model/work.ts'
import { type Cell, FILL_IN, type Row, type Sheet } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { asOf } from './as-of.ts'
import { prose, state, tally, text } from './column.ts'
import { frameworkSheetName } from './names.ts'
import type { Places } from './places.ts'
import { tallyText, total } from './tallies.ts'
import { topicTitle } from './topics/topics.ts'
import { count, STATUS } from './words.ts'
import { RATING } from './work/conclusions.ts'

const OWNER: Readonly<Record<ControlOwner, string>> = {
  inherited: 'Heroku (inherited)',
  shared: 'shared',
  customer: 'customer',
}

const day = (at: string) => at.slice(0, 10)

/** What was concluded and signed; fields to fill in where nothing was. */
function concluded(one: StandingConclusion | undefined): readonly Cell[] {
  if (!one) return [FILL_IN, FILL_IN, FILL_IN]
  const rated = `Design: ${RATING[one.design]}. Operation: ${RATING[one.operation]}.`
  const again = one.changed.length === 0 ? '' : '\nOpen again: the evidence changed.'
  const reviewed =
    one.reviewedBy === null || one.reviewedAt === null ? FILL_IN : `${one.reviewedBy}, ${day(one.reviewedAt)}`
  return [`${rated}\n${one.text}${again}`, `${one.preparedBy}, ${day(one.preparedAt)}`, reviewed]
}

/** Controls as a tree read from top to bottom, siblings in the order of the catalog. */
function* downwards(controls: readonly Control[]): Iterable<Control> {
  const known = new Set(controls.map(({ id }) => id))
  const children = Map.groupBy(controls, ({ parent }) =>
    parent !== null && known.has(parent) ? parent : null,
  )
  function* below(parent: string | null): Iterable<Control> {
    for (const control of children.get(parent) ?? []) {
      yield control
      yield* below(control.id)
    }
  }
  yield* below(null)
}

/** Checks that answered, those that failed first. */
function answered({ checks }: ControlState): ControlState['checks'] {
  const some = checks.filter(({ counts }) => total(counts) > 0)
  return some.toSorted((a, b) => Number(b.counts.fail > 0) - Number(a.counts.fail > 0))
}

/** Topics that hold something or could not be read, one a line. */
function topicsOf({ topics }: ControlState): string | null {
  const lines = topics
    .filter(({ items, notRead }) => items > 0 || notRead > 0)
    .map(({ topic, items, notRead }) => {
      const missing = notRead > 0 ? `, ${count(notRead)} not read` : ''
      return `${topicTitle(topic)} (${count(items)}${missing})`
    })
  return lines.length === 0 ? null : lines.join('\n')
}

function rowOf(found: ControlState, places: Places, conclusion: StandingConclusion | undefined): Row {
  const { framework, control, status, evidence } = found
  const { word, tone } = STATUS[status]
  const checks = answered(found)
  const lines = checks.map(({ check, counts }) => `${check}: ${tallyText(counts)}`)
  const [first] = checks
  const state: Cell = (first && places.results(first.check, word)) ?? word
  const items: Cell = evidence === 0 ? null : (places.mapping(framework, control.id, evidence) ?? evidence)
  const stands = [lines.length === 0 ? null : lines.join('\n'), items, topicsOf(found)]
  const owner = control.owner ? OWNER[control.owner] : null
  const about = [control.id, control.title, control.says ?? null, owner]
  return { tone, cells: [...about, state, ...stands, FILL_IN, FILL_IN, ...concluded(conclusion)] }
}

/** Kinds of headings whose ids are ours, to hold the catalog together; the standard does not know them. */
const OUR_OWN: ReadonlySet<string> = new Set(['root', 'goal', 'rule'])

/** The controls of one framework with what stands behind each, and room for the auditor's own columns. */
export function frameworkSheet(source: WorkbookSource, places: Places, framework: Framework): Sheet {
  return {
    name: frameworkSheetName(framework.id),
    title: framework.title,
    about: `Controls of ${framework.title}, with status, checks and evidence`,
    notes: [
      `${asOf(source)} The status tells what automated checks found; the conclusion is yours, in the yellow fields. Who sees to a control is proposed by what speaks to it: only documents of the vendor, inherited; only the own account, customer; both, shared.`,
      'A status leads to the results behind it, a number of items to the mapping and from there to the evidence.',
    ],
    columns: [
      text('Control', 14),
      prose('Title', 30),
      prose('What it asks, in our words', 36),
      text('Seen to by', 12, { wrap: true }),
      state('Status', 14),
      prose('Checks and answers', 28),
      tally('Evidence items', 10),
      prose('Evidence by topic', 30),
      prose('Workpaper', 11),
      text('Tickmark', 10),
      prose('Conclusion', 26),
      prose('Prepared by, date', 15),
      prose('Reviewed by, date', 15),
    ],
    *rows() {
      const counted = new Set(framework.requirementKinds)
      const states = new Map(source.controls(framework.id).map((found) => [found.control.id, found]))
      const conclusions = new Map(
        source.conclusions().flatMap((one) => (one.framework === framework.id ? [[one.control, one]] : [])),
      )
      for (const control of downwards(framework.controls)) {
        const found = states.get(control.id)
        const speaks = found && found.topics.length + found.checks.length > 0
        if (found && (speaks || counted.has(control.kind)))
          yield rowOf(found, places, conclusions.get(control.id))
        else yield { tone: 'heading', cells: [OUR_OWN.has(control.kind) ? null : control.id, control.title] }
      }
    },
  }
}
