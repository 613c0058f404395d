import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Check, EvidenceView } from './check.ts'
import { addressRange } from './facts/addresses.ts'
import { isInPeriod } from './facts/ages.ts'
import { grouped } from './facts/grouped.ts'
import { givenList, listMissing, noList } from './facts/lists.ts'
import { readsOf } from './facts/reads.ts'
import { eachSpace, isFir, type Space } from './facts/spaces.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { count, day, listed } from './facts/words.ts'

type Ruleset = EvidenceItem<'space-trusted-ips'>

const FIR = 'Trusted ranges cannot be set on a Fir space.'

/** A range in one spelling: `192.0.2.1` and `192.0.2.1/32` are the same. */
function spelled(range: string): string {
  const read = addressRange(range)
  return read ? `${read.version}:${read.first}-${read.last}` : range.toLowerCase()
}

/** NET-03. */
export const rangesAreRegistered: Check = {
  id: 'NET-03',
  title: 'Each trusted range has an owner and reason',
  severity: 'medium',
  needs: ['space-isolation', 'space-trusted-ips'],
  needsLists: ['ip-ranges'],
  why: 'A range that nobody owns is never removed: the office moved out, and the next tenant is let in.',
  fix: 'Remove the range (`heroku spaces:trusted-ips:remove RANGE --space SPACE`), or put it on the list of address ranges with owner, reason and end.',
  limits: 'Trusted ranges guard web processes; data services have their own.',
  *judge(view) {
    const list = givenList(view, 'ip-ranges')
    const current = new Map(
      view
        .items('space-trusted-ips')
        .flatMap((item) => (item.content.current ? [[item.content.space.id, item]] : [])),
    )
    const reads = readsOf(view, 'space-trusted-ips', /\/inbound-ruleset$/)
    const today = day(view.asOf)
    yield* eachSpace(view, function* (space) {
      const ruleset = current.get(space.content.id)
      const allowed =
        ruleset?.content.rules.filter(({ action }) => action === 'allow').map(({ source }) => source) ?? []
      if (!ruleset)
        yield isFir(space)
          ? notApplicable(space, FIR, [space])
          : notEvaluated(
              space,
              reads.gap('space', space.content.id) ?? 'Heroku told no rule set of this space.',
              [space],
            )
      else if (allowed.length === 0) yield notApplicable(space, 'No range is let in.', [space, ruleset])
      else if (!list) yield listMissing('ip-ranges', space)
      else {
        const registered = new Map(
          list.rows
            .filter((row) => row.space === null || row.space === space.content.name.toLowerCase())
            .map((row) => [spelled(row.range), row]),
        )
        const stranger = allowed.filter((source) => !registered.has(spelled(source)))
        const ended = allowed.filter((source) => (registered.get(spelled(source))?.until ?? today) < today)
        const wrong = [
          ...(stranger.length > 0 ? [`not on ${list.called}: ${listed(stranger)}`] : []),
          ...(ended.length > 0 ? [`let in although the time is over: ${listed(ended)}`] : []),
        ]
        if (wrong.length > 0)
          yield fail(space, `${wrong.join('; ').replace(/^./, (c) => c.toUpperCase())}.`, [space, ruleset])
        else
          yield pass(
            space,
            `${count(allowed.length, 'range')}, each with owner and reason on ${list.called}.`,
            [space, ruleset],
          )
      }
    })
  },
}

/** A rule set that came with the space itself was nobody's change. */
function isChange(space: Space, { content }: Ruleset): boolean {
  return Date.parse(content.created_at) - Date.parse(space.content.created_at) > 600_000
}

/** NET-04. */
export const ruleChangesAreExplained: Check = {
  id: 'NET-04',
  title: 'Rule changes in the period have a reference',
  severity: 'medium',
  needs: ['space-isolation', 'space-trusted-ips'],
  needsLists: ['explanations'],
  why: 'A rule that was opened for an afternoon and closed again leaves no trace in today’s list, only in its history.',
  fix: 'Find out why from who changed it, and write it down in the list of explanations: kind rule-change, the space, the day, the ticket. From now on change rules by ticket.',
  limits:
    'A change is a rule set that came after the space; an explanation belongs to it by space and day in UTC, or by the id of the rule set.',
  *judge(view) {
    const list = givenList(view, 'explanations')
    const explained = new Set(
      list?.rows
        .filter(({ kind, reference }) => kind === 'rule-change' && reference !== null)
        .map(({ subject, on }) => `${subject.toLowerCase()}/${on ?? ''}`),
    )
    const histories = grouped(view.items('space-trusted-ips'), ({ content }) => content.space.id)
    const reads = readsOf(view, 'space-trusted-ips')
    yield* eachSpace(view, function* (space) {
      const changes = changesOf(view, space, histories.get(space.content.id) ?? [])
      const gap = reads.gap('space', space.content.id)
      const open = changes.filter(
        ({ content }) =>
          !explained.has(`${space.content.name.toLowerCase()}/${day(content.created_at)}`) &&
          !explained.has(`${content.id.toLowerCase()}/`) &&
          !explained.has(`${content.id.toLowerCase()}/${day(content.created_at)}`),
      )
      const told = count(changes.length, 'change of rules', 'changes of rules')
      if (isFir(space) && changes.length === 0) yield notApplicable(space, FIR, [space])
      else if (gap) yield notEvaluated(space, gap, [space])
      else if (changes.length === 0)
        yield notApplicable(space, 'No rule changed in the audit period.', [space])
      else if (!list) yield notEvaluated(space, `${told}. ${noList('explanations')}`, changes)
      else if (open.length > 0)
        yield fail(
          space,
          `${open.length} of ${told} without a reference: ${listed(open.map(({ content }) => `${day(content.created_at)} by ${content.created_by ?? 'nobody named'}`))}.`,
          open,
        )
      else yield pass(space, `${told}, each with a reference on ${list.called}.`, changes)
    })
  },
}

function changesOf(view: EvidenceView, space: Space, history: readonly Ruleset[]): readonly Ruleset[] {
  return history.filter((item) => isInPeriod(view.period, item.content.created_at) && isChange(space, item))
}
