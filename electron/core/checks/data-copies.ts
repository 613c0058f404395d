import type { Verdict } from '../../../shared/model/check.ts'
import type { Check } from './check.ts'
import { type Addon, eachAddon, servesProduction } from './facts/addons.ts'
import { type Copies, type Copy, copiesOf, fullPlan, tiesOf } from './facts/lineage.ts'
import { type GivenRows, givenList, noList } from './facts/lists.ts'
import { readsOf } from './facts/reads.ts'
import { ofService, tierOf } from './facts/services.ts'
import { fail, type Grounds, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

/** The ties that somebody approved, by `tieOf`. */
interface Approved {
  readonly ties: ReadonlySet<string>
  readonly called: string
}

function tieOf(kind: string, database: string, to: string): string {
  return `${kind} ${database} ${to}`
}

function approvedTies(given: GivenRows<'data-links'> | null): Approved | null {
  if (!given) return null
  const ties = new Set(given.rows.map(({ kind, database, to }) => tieOf(kind, database, to)))
  return { ties, called: given.called }
}

/** DAT-16. */
export const copiesApproved: Check = {
  id: 'DAT-16',
  title: 'No unapproved fork or follower of a production database',
  severity: 'high',
  needs: ['addon-inventory', 'postgres-links-dataclips', 'pipelines-promotions'],
  needsLists: ['data-links'],
  why: 'A fork or a follower is all of production’s data in another place, often with weaker rules and forgotten.',
  fix: 'Destroy the copy (`heroku addons:destroy DATABASE`), or approve it in the list of ties and give it the plan tier of the original.',
  limits:
    'A copy that the collecting account cannot see has no name here; it is counted. Copies that were made by `pg:copy` or from a backup are not ties and are not seen.',
  *judge(view, policy) {
    const copies = copiesOf(view)
    const approved = approvedTies(givenList(view, 'data-links'))
    const serves = servesProduction(view, policy)
    const lineages = new Map(tiesOf(view, 'lineage').map((item) => [item.content.addon.id, item]))
    const reads = readsOf(view, 'postgres-links-dataclips', /\/databases\/[^/]+$|\/info$/)
    yield* eachAddon(
      view,
      function* (addon) {
        const production = serves(addon)
        const lineage = lineages.get(addon.content.id)
        if (production.answer === 'no')
          yield notApplicable(addon, `Not production: ${production.why}.`, [addon, ...production.grounds])
        else if (!lineage)
          yield notEvaluated(addon, reads.gap('addon', addon.content.id) ?? 'Heroku told nothing about it.', [
            addon,
          ])
        else if (production.answer === 'unknown')
          yield notEvaluated(addon, `Whether it serves production is not known: ${production.why}.`, [addon])
        else yield judgeCopies(addon, copies(addon.content.id), approved, [lineage])
      },
      ofService('heroku-postgresql'),
      'Heroku Postgres database',
    )
  },
}

const SILENT = 'Heroku does not tell the forks of Postgres Advanced.'

function judgeCopies(
  addon: Addon,
  { named, unnamed }: Copies,
  approved: Approved | null,
  lineage: Grounds,
): Verdict {
  const silent = tierOf(addon.content.plan.name) === 'advanced'
  if (named.length === 0 && unnamed === 0)
    return silent
      ? notEvaluated(addon, `Nothing seen was made from it. ${SILENT}`, lineage)
      : pass(addon, 'It has no fork and no follower.', lineage)
  const grounds = [...lineage, ...named.flatMap((copy) => copy.grounds)]
  const called = listed(named.map(({ kind, name }) => `${kind} ${name}`))
  if (!approved)
    return notEvaluated(
      addon,
      `It has ${[called, unnamed ? count(unnamed, 'copy', 'copies') : ''].filter(Boolean).join(' and ')}. ${noList('data-links')}`,
      grounds,
    )
  const wrong = named.flatMap((copy) => complaint(addon, copy, approved))
  if (unnamed > 0) wrong.push(`${count(unnamed, 'copy', 'copies')} cannot be named, so nobody approved them`)
  if (wrong.length > 0) return fail(addon, `${wrong.join('; ')}.`, grounds)
  const fine = `${called}: on ${approved.called}, and of the same tier.`
  return silent ? notEvaluated(addon, `${fine} ${SILENT}`, grounds) : pass(addon, fine, grounds)
}

function complaint(addon: Addon, copy: Copy, { ties, called }: Approved): string[] {
  const what = `${copy.kind} ${copy.name}`
  if (!ties.has(tieOf(copy.kind, addon.content.name, copy.name))) return [`${what} is not on ${called}`]
  const plan = fullPlan(copy, addon)
  const own = tierOf(addon.content.plan.name)
  if (plan === null) return [`the plan of ${what} is not known`]
  return tierOf(plan) === own ? [] : [`${what} is on ${plan}, another tier than ${addon.content.plan.name}`]
}
