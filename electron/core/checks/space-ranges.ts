import type { Verdict } from '../../../shared/model/check.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Check, EvidenceView } from './check.ts'
import { addressRange, coversAll } from './facts/addresses.ts'
import { approvalsOf, approvedBy } from './facts/approvals.ts'
import { appsOf } from './facts/apps.ts'
import { grouped } from './facts/grouped.ts'
import { readsOf } from './facts/reads.ts'
import { eachSpace, isFir, type Space } from './facts/spaces.ts'
import { handles, tagsOf } from './facts/tags.ts'
import { fail, type Grounds, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { count, day, listed } from './facts/words.ts'

type Ruleset = EvidenceItem<'space-trusted-ips'>

/** Judges the rule set in force of every space that has one. */
function* eachRuleset(
  view: EvidenceView,
  judge: (space: Space, ruleset: Ruleset, allowed: readonly string[]) => Verdict,
): Iterable<Verdict> {
  const current = new Map(
    view
      .items('space-trusted-ips')
      .filter((item) => item.content.current)
      .map((item) => [item.content.space.id, item]),
  )
  const reads = readsOf(view, 'space-trusted-ips', /\/inbound-ruleset$/)
  yield* eachSpace(view, function* (space) {
    const ruleset = current.get(space.content.id)
    const gap = reads.gap('space', space.content.id)
    if (ruleset)
      yield judge(
        space,
        ruleset,
        ruleset.content.rules.filter((rule) => rule.action === 'allow').map((rule) => rule.source),
      )
    else if (isFir(space)) yield notApplicable(space, 'Trusted ranges cannot be set on a Fir space.', [space])
    else yield notEvaluated(space, gap ?? 'Heroku told no rule set of this space.', [space])
  })
}

const WEB_ONLY = 'Trusted ranges guard web processes; data services have their own.'

/** NET-01. */
export const spacesNotOpen: Check = {
  id: 'NET-01',
  title: 'No trusted IP range is open to the world',
  severity: 'high',
  needs: ['space-isolation', 'space-trusted-ips'],
  why: 'New spaces let everybody in (0.0.0.0/0). A space that was bought for isolation but never closed is as public as any other app.',
  fix: 'Add the ranges that need access (`heroku spaces:trusted-ips:add RANGE --space SPACE`), then remove 0.0.0.0/0 (`heroku spaces:trusted-ips:remove 0.0.0.0/0 --space SPACE`).',
  limits: `${WEB_ONLY} A decision that a space serves the public internet stands on the list of approvals (kind public-space); it does not hold where an app of the space handles regulated data.`,
  needsLists: ['approvals'],
  judge(view) {
    const openTo = publicSpaces(view)
    return eachRuleset(view, (space, ruleset, allowed) => {
      const ranges = allowed.map(addressRange)
      const known = ranges.filter((range) => range !== null)
      const open = allowed.filter((_, index) => ranges[index]?.prefix === 0)
      const since = `since ${day(ruleset.content.created_at)}`
      if (open.length > 0)
        return openTo(space, `Open to everybody by ${listed(open)} ${since}`, [space, ruleset])
      if (coversAll(known, 4) || coversAll(known, 6))
        return openTo(space, `Open to everybody: ${listed(allowed)} together leave no address out`, [
          space,
          ruleset,
        ])
      if (known.length < allowed.length)
        return notEvaluated(space, `Not all of ${listed(allowed)} could be read as address ranges.`, [
          space,
          ruleset,
        ])
      if (allowed.length === 0)
        return pass(space, `No address may reach the web processes ${since}.`, [space, ruleset])
      return pass(space, `${count(allowed.length, 'range')} let in ${since}, none of them everybody.`, [
        space,
        ruleset,
      ])
    })
  },
}

const REGULATED = ['cardholder', 'phi', 'french-health', 'government-or-bank-identifier'] as const

/** Judges a space that lets everybody in: a fault, unless somebody decided so and no app in it handles regulated data. */
function publicSpaces(view: EvidenceView): (space: Space, what: string, grounds: Grounds) => Verdict {
  const approved = approvalsOf(view, 'public-space')
  const tagOf = tagsOf(view)
  const apps = grouped(appsOf(view), ({ content }) => content?.space?.id ?? null)
  return (space, what, grounds) => {
    const approval = approved(space.content.name)
    const regulated = (apps.get(space.content.id) ?? []).filter(
      (app) => handles(tagOf(app.subjectId), REGULATED).length > 0,
    )
    if (!approval) return fail(space, `${what}.`, grounds)
    if (regulated.length > 0)
      return fail(
        space,
        `${what}, and ${listed(regulated.map(({ subject }) => subject))} in it handles regulated data, whatever was approved.`,
        [...grounds, ...regulated],
      )
    return pass(space, `${what}, ${approvedBy(approval)}.`, grounds)
  }
}

/** NET-02. */
export const rangesNotTooWide: Check = {
  id: 'NET-02',
  title: 'Trusted ranges are not wider than policy',
  severity: 'medium',
  needs: ['space-isolation', 'space-trusted-ips'],
  why: 'A wide range lets in neighbours whom nobody thought of: a whole provider instead of one office.',
  fix: 'Replace the range by the addresses that are really used: `heroku spaces:trusted-ips:add RANGE --space SPACE`, then `heroku spaces:trusted-ips:remove OLD --space SPACE`.',
  limits: `${WEB_ONLY} The shortest prefixes come from the policy (\`trustedIpMinPrefixV4\`, \`trustedIpMinPrefixV6\`).`,
  judge: (view, { trustedIpMinPrefixV4: four, trustedIpMinPrefixV6: six }) =>
    eachRuleset(view, (space, ruleset, allowed) => {
      const ranges = allowed.map((source) => ({ source, range: addressRange(source) }))
      const wide = ranges.filter(({ range }) => range && range.prefix < (range.version === 4 ? four : six))
      const unread = ranges.filter(({ range }) => range === null)
      if (wide.length > 0)
        return fail(
          space,
          `Wider than /${four} (IPv6 /${six}): ${listed(wide.map(({ source }) => source))}.`,
          [space, ruleset],
        )
      if (unread.length > 0)
        return notEvaluated(space, `Not an address range: ${listed(unread.map(({ source }) => source))}.`, [
          space,
          ruleset,
        ])
      if (allowed.length === 0) return pass(space, 'No range is let in.', [space, ruleset])
      return pass(space, `${count(allowed.length, 'range')}, none wider than /${four} (IPv6 /${six}).`, [
        space,
        ruleset,
      ])
    }),
}
