import type { EndpointCoverage, HerokuCoverage } from '../../electron/core/coverage/index.ts'
import { type SubjectKind, TIERS, type Tier } from '../../shared/model/collection.ts'

const GROWS: Readonly<Record<SubjectKind, string>> = {
  account: 'the account',
  enterprise: 'each enterprise account',
  team: 'each team',
  space: 'each space',
  pipeline: 'each pipeline',
  app: 'each app',
  addon: 'each data service',
}

/** The part of the page that tells with what the number of requests grows: distinct reads by whose reading they belong to. */
export function growth({ endpoints }: HerokuCoverage): readonly string[] {
  const made = endpoints.filter(({ state }) => state === 'collected' || state === 'optional')
  const counted = (kind: SubjectKind, tier: Tier) =>
    made.filter(({ readBy }) => tierFor(kind, readBy) === tier).length
  const rows = Object.entries(GROWS).map(([kind, words]) => {
    const [core, extended, optional] = TIERS.map((tier) => counted(kind as SubjectKind, tier))
    return `| ${words} | ${core} | ${extended} | ${optional} |`
  })
  return [
    '## With what the number of requests grows',
    '',
    'Kinds of reads, each made once for what stands before it, lists by pages of 1,000. Most of them only where they',
    'can have an answer: telemetry on Fir, dynos of apps outside of spaces, a database’s reads for its own service. Some',
    'follow an answer: plans of each service in use, months of the trail that the locker does not hold. That no list of',
    'Heroku’s would tell the same for more at once is tested against its published schema.',
    '',
    '| for | core | extended | optional |',
    '| --- | ---: | ---: | ---: |',
    ...rows,
    '',
  ]
}

/** The least tier in which a read is made for a kind of subject; null where it is not. */
function tierFor(kind: SubjectKind, readBy: EndpointCoverage['readBy']): Tier | null {
  const own = readBy.filter(({ per }) => per === kind).map(({ tier }) => tier)
  return TIERS.find((tier) => own.includes(tier)) ?? null
}
