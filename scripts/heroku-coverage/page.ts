import type {
  EndpointCoverage,
  HerokuCoverage,
  ReadState,
  TopicCoverage,
  Way,
} from '../../electron/core/coverage/index.ts'
import type { SubjectKind } from '../../shared/model/collection.ts'
import { growth } from './growth.ts'

const STATES: Readonly<Record<ReadState, string>> = {
  collected: 'collected',
  optional: 'optional: read by choice',
  'on-demand': 'read on demand',
  'not-read': 'never read',
}

/** The page of the docs, from the two files: nothing in it is written by hand. */
export function pageOf(coverage: HerokuCoverage): string {
  const { totals, endpoints, topics } = coverage
  return [
    '# What is read of Heroku, and what is kept',
    '',
    'Made by `npm run coverage:heroku`; the same as data: `npm run cli -- coverage --json`. Which collector reads',
    'what, and which fields survive, was seen in a collection of the Heroku in the box with every tier, not written',
    'down; a test makes this page again and fails where a line of it is no longer true.',
    '',
    '## In numbers',
    '',
    `Of ${totals.endpoints} reads that Heroku’s APIs offer and that could serve an audit:`,
    '',
    '| reads | how |',
    '| ---: | --- |',
    `| ${totals.collected} | collected (core, or extended: on unless switched off) |`,
    `| ${totals.optional} | optional: off unless chosen |`,
    `| ${totals['on-demand']} | on demand: only where another answer leaves a gap |`,
    `| ${totals['not-read']} | never made, each with its reason: another answer tells the same |`,
    '',
    `Beside them ${totals.besides} lists that span the account take the place of reads for each team, app or add-on.`,
    'Everything that would return a credential is refused by the client itself (`electron/core/heroku/forbidden.ts`),',
    'and so is every path that this page does not name (`known-reads.ts`).',
    '',
    'Scope is the least OAuth scope, role the least role of the collecting account. Heroku documents both for a few',
    'endpoints only (config vars, the audit trail); the others are inferences. Where a read is refused, the',
    'collection goes on and says so.',
    '',
    ...growth(coverage),
    '## Topics',
    '',
    '| topic | how it is served |',
    '| --- | --- |',
    ...topics.map(topicRow),
    '',
    '## Endpoints',
    '',
    '| read | state | scope | role |',
    '| --- | --- | --- | --- |',
    ...endpoints.map(endpointRow),
    '',
    '## Fields',
    '',
    'Kept: what survives parsing, under Heroku’s names. In memory: looked at, reduced or fingerprinted, and gone',
    'with the answer. Dropped: what Heroku’s published schema names besides; where none is published, that is not known.',
    '',
    ...endpoints.flatMap(endpointSection),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}

function topicRow({ topic, ways }: TopicCoverage): string {
  return `| \`${topic}\` | ${ways.map(wayInWords).join('; ')} |`
}

function wayInWords(way: Way): string {
  if (way.how === 'collected') return `\`${way.collector}\`${way.tier === 'core' ? '' : ` (${way.tier})`}`
  const verb = {
    derived: 'derived',
    attested: 'stated by a person',
    document: 'document',
    'own-work': 'own work',
  }
  return `${verb[way.how]}: ${way.what}`
}

function nameOf({ host, path }: EndpointCoverage): string {
  return host === 'api.heroku.com' ? `GET ${path}` : `GET ${host}${path}`
}

function endpointRow(endpoint: EndpointCoverage): string {
  const { state, unread, only, scope, role } = endpoint
  const why = unread ?? only
  return `| \`${nameOf(endpoint)}\` | ${STATES[state]}${why ? `. ${why}` : ''} | ${scope} | ${role} |`
}

const EACH: Readonly<Record<SubjectKind, string>> = {
  account: 'while the account is read',
  enterprise: 'while each enterprise account is read',
  team: 'while each team is read',
  space: 'while each space is read',
  pipeline: 'while each pipeline is read',
  app: 'while each app is read',
  addon: 'while each data service is read',
}

/** How often it is asked: collectors of one account, team, space … share an answer. */
function oftenInWords(readBy: EndpointCoverage['readBy']): string {
  return [...new Set(readBy.map(({ per }) => EACH[per]))].join(' and ')
}

function endpointSection(endpoint: EndpointCoverage): readonly string[] {
  const { readBy, kept, inMemory, dropped, schema, purpose, stability, confidence, instead } = endpoint
  if (readBy.length === 0) return []
  const code = (list: readonly string[]) => list.map((one) => `\`${one}\``).join(', ')
  const all = kept.includes('**')
  const by = readBy.map(({ collector, tier }) =>
    tier === 'core' ? `\`${collector}\`` : `\`${collector}\` (${tier})`,
  )
  const known =
    stability === null ? `form known from ${confidence}` : `${stability}, form known from ${confidence}`
  return [
    `### \`${nameOf(endpoint)}\``,
    '',
    `${purpose}. At Heroku: ${known}.`,
    '',
    `- read by ${by.join(', ')}, ${oftenInWords(readBy)}`,
    ...(instead ? [`- in place of ${code(instead)}`] : []),
    `- kept: ${all ? 'all of it, as it came' : kept.length === 0 ? 'nothing but that it answered' : code(kept)}`,
    ...(inMemory.length === 0 ? [] : [`- in memory: ${code(inMemory)}`]),
    ...dropped.map(({ why, fields }) => `- dropped, ${why}: ${code(fields)}`),
    ...(schema ? [] : ['- no schema is published']),
    '',
  ]
}
