import type { Verdict } from '../../../shared/model/check.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Check, EvidenceView } from './check.ts'
import { eachEnterprise } from './facts/enterprises.ts'
import { inWords, readsOf } from './facts/reads.ts'
import { type About, fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

type Item = EvidenceItem<'audit-trail-retention'>
type Content<K extends Item['content']['of']> = Extract<Item['content'], { of: K }>

const LIST = /\/archives$/
const DAYS = /\/events\?day=/

const isOf =
  <K extends Item['content']['of']>(kind: K) =>
  (item: Item): item is Item & { readonly content: Content<K> } =>
    item.content.of === kind

/** Why the trail of an enterprise account was not read; null where it was. */
function refusal(view: EvidenceView, { subjectId }: About, path: RegExp): string | null {
  const refused = readsOf(view, 'audit-trail-events', path).refusals.find(
    (one) => one.subjectId === subjectId,
  )
  return refused ? inWords(refused) : null
}

const enterpriseOf = ({ content }: Item) => content.enterprise_account.name

/** LOG-09. */
export const archivesAreHeld: Check = {
  id: 'LOG-09',
  title: 'Archives are held for the needed time',
  severity: 'medium',
  needs: ['audit-trail-retention', 'audit-trail-events', 'sso-identity-provider'],
  why: 'PCI DSS asks for twelve months of audit logs, the newest three ready for use. Heroku does not say how long it keeps archives: what you hold yourself is what you have.',
  fix: 'Collect every month, so that each archive is taken over while Heroku still offers it. Ask Heroku support for months that are missing.',
  limits:
    'Counts whole months of archives in this locker, back from the newest that has ended; the number comes from the policy (`auditTrailMonths`). Set the term of your own HIPAA records there. An account whose first published month is younger than the term is judged by all that Heroku publishes: whether there was an older one that Heroku offers no more cannot be seen.',
  *judge(view, { auditTrailMonths: term }) {
    yield* eachEnterprise(view, 'audit-trail-retention', enterpriseOf, function* (enterprise, items) {
      const holding = items.find(isOf('holding'))
      const refused = refusal(view, enterprise, LIST)
      if (refused !== null)
        yield notEvaluated(enterprise, `The list of archives could not be read (${refused}).`)
      else if (holding === undefined)
        yield notEvaluated(enterprise, 'What is held of the audit trail was not worked out.')
      else if (holding.content.first === null && holding.content.first_published === null)
        yield notApplicable(enterprise, 'The enterprise account has no archive yet.', [holding])
      else {
        yield judgeHolding(enterprise, holding, holding.content, term)
        yield judgeNewest(enterprise, holding, holding.content)
      }
    })
  },
}

function judgeHolding(enterprise: About, item: Item, held: Content<'holding'>, term: number): Verdict {
  const months = `${count(held.consecutive, 'month')} in a row up to the last that ended`
  const gaps = held.gaps.length === 0 ? '' : `; missing ${listed(held.gaps)}`
  if (held.consecutive >= term)
    return pass(enterprise, `Held: ${months}, ${count(term, 'month')} are asked for${gaps}.`, [item])
  const published = held.first_published
  const isAll = published !== null && held.first === published && held.gaps.length === 0
  if (isAll && held.consecutive > 0)
    return pass(
      enterprise,
      `Held: ${months}, which is every month that Heroku publishes of this account (since ${published}).`,
      [item],
    )
  return fail(enterprise, `Held: ${months}, where ${count(term, 'month')} are asked for${gaps}.`, [item])
}

/** Months that PCI DSS 10.5.1 wants ready for use. */
const AT_HAND = 3

function judgeNewest({ subject, subjectId }: About, item: Item, held: Content<'holding'>): Verdict {
  const about = { subject: `${subject} newest months`, subjectId: `${subjectId}/newest` }
  const { consecutive, first, first_published: published } = held
  if (consecutive >= AT_HAND)
    return pass(about, `The newest ${AT_HAND} months that ended are in this locker, searchable.`, [item])
  return published !== null && first === published && held.gaps.length === 0 && consecutive > 0
    ? pass(about, `Every month that Heroku publishes (since ${published}) is in this locker.`, [item])
    : fail(about, `Of the newest ${AT_HAND} months that ended, ${consecutive} in a row are in this locker.`, [
        item,
      ])
}

/** LOG-12. */
export const daysAddUpToArchives: Check = {
  id: 'LOG-12',
  title: 'Audit trail days add up to the monthly archive',
  severity: 'medium',
  needs: ['audit-trail-retention', 'audit-trail-events', 'sso-identity-provider'],
  why: 'Two sources that hold the same events show that neither lost any: the test of completeness that an auditor does by hand otherwise.',
  fix: 'Look at the named days in the sheet of holdings, and ask Heroku support why archive and daily events differ. Keep both: neither is taken for the truth here.',
  limits:
    'Compares by id, day by day in UTC, for the months whose daily events were read: those that were open, and the two before them, at the time of a collection. Events without a readable time count at the start of their month or day.',
  *judge(view) {
    yield* eachEnterprise(view, 'audit-trail-retention', enterpriseOf, function* (enterprise, items) {
      const all = items.filter(isOf('month'))
      const months = all.filter(({ content }) => content.days_read > 0)
      const refused = refusal(view, enterprise, DAYS) ?? refusal(view, enterprise, LIST)
      const why = refused === null ? '' : ` (${refused})`
      if (months.length === 0)
        yield refused !== null || all.length > 0
          ? notEvaluated(enterprise, `The daily events of no month were read to their end${why}.`)
          : notApplicable(enterprise, 'The enterprise account has no audit trail yet.')
      // On the first day of a month none of its days has ended.
      else
        for (const month of all)
          if (!month.content.closed && month.content.days_read === 0)
            yield notEvaluated(month, 'The month had not ended, and no whole day of it was read.', [month])
      for (const month of months)
        yield judgeMonth(
          month,
          items.filter(isOf('day')).filter(({ content }) => content.day.startsWith(month.content.month)),
        )
    })
  },
}

function judgeMonth(
  month: Item & { readonly content: Content<'month'> },
  days: readonly (Item & { readonly content: Content<'day'> })[],
): Verdict {
  const { content } = month
  const different = days.filter(({ content: { day } }) => content.days_different.includes(day))
  const difference = `${listed(different.map(({ content: day }) => differenceOf(day)))}`
  const anew = content.reissued
    ? ` Heroku issued this archive anew; ${content.issues.length} issues are held.`
    : ''
  if (!content.closed)
    return notEvaluated(
      month,
      `The month had not ended; of ${count(content.days_read, 'day')} read so far ${
        different.length === 0 ? 'none differs' : `these differ: ${difference}`
      }.`,
      [month, ...different],
    )
  if (different.length > 0)
    return fail(
      month,
      `Archive ${content.in_archive}, daily ${content.in_daily}, together ${content.distinct} different events. ${difference}.${anew}`,
      [month, ...different],
    )
  if (content.changed > 0)
    return fail(month, `${count(content.changed, 'event')} told differently under one id.${anew}`, [month])
  if (content.issues.length === 0)
    return notEvaluated(month, 'The archive of the month is not held, so there is nothing to compare with.', [
      month,
    ])
  if (content.days_read < content.days)
    return notEvaluated(
      month,
      `${content.days_read} of ${count(content.days, 'day')} were read; on these, archive and daily events agree.`,
      [month],
    )
  return pass(
    month,
    `Archive and daily events hold the same ${count(content.distinct, 'event')} on each of ${count(content.days, 'day')}.${anew}`,
    [month],
  )
}

function differenceOf({ day, missing_in_archive: a, missing_in_daily: d }: Content<'day'>): string {
  const lacks = [a ? `the archive lacks ${a}` : null, d ? `the daily list lacks ${d}` : null].filter(
    (words) => words !== null,
  )
  return `${day}: ${lacks.join(', ')}`
}
