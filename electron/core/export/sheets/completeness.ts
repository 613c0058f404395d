import type { Row, Sheet } from '../sheet.ts'
import { FILL_IN } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { asOf } from './as-of.ts'
import { text } from './column.ts'
import { accuracy } from './completeness-accuracy.ts'
import { whatWasRead } from './completeness-read.ts'
import { SHEET } from './names.ts'
import { comparisons } from './reconcile.ts'
import { heading, say } from './statement.ts'
import { count, moment } from './words.ts'

/** What a token may do, as far as its scopes tell. Source: Heroku Dev Center, OAuth scopes. */
function canWrite(scopes: readonly string[] | null): string {
  if (scopes === null) return 'Heroku did not tell the scopes. Only GET requests were sent.'
  const writing = scopes.filter((scope) => scope === 'global' || scope.startsWith('write'))
  return writing.length === 0
    ? 'No: the token can only read.'
    : `Yes (${writing.join(', ')}): the token could write, but only GET requests were sent.`
}

function* sourceAndCollector(source: WorkbookSource): Iterable<Row> {
  const { collection, locker } = source
  const { period, preparer } = locker.engagement
  const teams = new Set([...source.items('sso-identity-provider')].map(({ content }) => content))
  const named = (of: string) =>
    [...teams].flatMap((content) => (content.of === of ? [content.name] : [])).join(', ') || 'none seen'
  const offset = collection.clockOffsetMs
  yield heading('Source and collector')
  yield say('System', 'Heroku: its Platform API and Data API')
  yield say('Address', collection.apiUrl)
  yield say('Account', collection.account)
  yield say('Enterprise accounts', named('enterprise-account'))
  yield say('Teams', named('team'))
  yield say(
    'Collected by',
    `${collection.collector}, for ${preparer}, over connection ${collection.connection.label}`,
  )
  yield say('Scope of the token', collection.scopes?.join(', ') ?? 'not told by Heroku')
  yield say('Could the token write?', canWrite(collection.scopes))
  yield say(
    'Token expires',
    collection.tokenExpiresAt === null ? 'not told, or never' : moment(collection.tokenExpiresAt),
  )
  yield say('Tool', `Evidence Locker ${collection.appVersion} (collected), ${source.appVersion} (exported)`)
  yield say('Role of the account', roles(source))
  yield say('Chosen to be read', chosen(source))
  yield say('Reserve', leaning(source))
  yield heading('Time')
  yield say('Audit period', `${period.start} to ${period.end}`)
  yield say(
    'As of',
    `${moment(collection.startedAt)}: settings and lists are as they stood then; releases, builds, backups and audit events reach back`,
  )
  yield say('Begun', moment(collection.startedAt))
  yield say('Ended', `${moment(collection.finishedAt)} (${collection.state})`)
  yield say(
    'Clock',
    offset === null
      ? 'Heroku sent no date to compare with'
      : `the local clock was ${count(Math.abs(Math.round(offset)))} ms ${offset < 0 ? 'behind' : 'ahead of'} Heroku’s`,
  )
}

/** What the program held against each other when the collection ended, as it stands in the evidence. */
function* reconciled(source: WorkbookSource): Iterable<Row> {
  for (const { content } of source.items('evidence-package-integrity')) {
    if (content.of !== 'reconciliation') continue
    const { what, first, second, only_first, only_second, agrees, note } = content
    const sources = `${first.source}: ${count(first.count)}. ${second.source}: ${count(second.count)}`
    const sides = [
      ['first', only_first],
      ['second', only_second],
    ] as const
    const told = sides.flatMap(([side, only]) =>
      only.count === 0
        ? []
        : [`only in the ${side}: ${count(only.count)} (${only.names.slice(0, 10).join(', ')})`],
    )
    yield say(what, `${[sources, ...told].join('; ')}; ${agrees ? 'they agree' : `they differ. ${note}`}`)
  }
}

/** How hard the collection could lean on the account, and what was chosen to be read. */
function chosen({ conditions }: WorkbookSource): string {
  const told = conditions()
  if (told === null) return 'not recorded by the version that collected'
  const topics = told.asked === null ? '' : `, and these topics by name: ${told.asked.join(', ')}`
  return `${told.tiers.join(', ')}${topics}`
}

/** Requests that were left to others, and over how long those of the collection were spread. */
function leaning({ conditions }: WorkbookSource): string {
  const told = conditions()
  if (told === null) return 'not recorded by the version that collected'
  const spread = told.spreadHours > 0 ? `spread over ${told.spreadHours} h` : 'as fast as the rest allowed'
  return `${told.reservePercent} % of the account’s requests were left to others; ${spread}`
}

/** Roles of the account in its teams and enterprise accounts, as their members' lists tell. */
function roles(source: WorkbookSource): string {
  const { account } = source.collection
  const found: string[] = []
  for (const { content } of source.items('team-members-roles'))
    if (content.email === account) found.push(`${content.role ?? 'no role'} of ${content.team}`)
  for (const { content } of source.items('enterprise-account-permissions'))
    if (content.user.email === account)
      found.push(`${content.permissions.join(', ')} in ${content.enterprise_account}`)
  return found.join('; ') || 'not told by the lists that were read'
}

function* secondSources(source: WorkbookSource): Iterable<Row> {
  yield heading('Counts from a second source')
  const kept = [...reconciled(source)]
  yield* kept
  for (const { what, first, firstCount, second, secondCount, note } of comparisons(source, kept.length > 0)) {
    const difference = firstCount - secondCount
    const told = difference === 0 ? 'no difference' : `difference ${count(difference)}. ${note}`
    yield say(what, `${first}: ${count(firstCount)}. ${second}: ${count(secondCount)}; ${told}`)
  }
}

/** The statement of completeness and accuracy: what an auditor has to know of information produced by an entity. */
export function completenessSheet(source: WorkbookSource): Sheet {
  const { preparer, reviewer } = source.locker.engagement
  return {
    name: SHEET.completeness,
    title: 'Completeness and accuracy of the information (IPE)',
    notes: [`${asOf(source)} How the evidence was produced, what it covers and what it does not.`],
    layout: 'page',
    columns: [text('', 28, { wrap: true }), text('', 100, { wrap: true })],
    *rows() {
      yield* sourceAndCollector(source)
      yield* whatWasRead(source)
      yield* secondSources(source)
      yield* accuracy(source)
      yield heading('Sign-off')
      yield say('Prepared by', preparer)
      yield say('Date prepared', FILL_IN)
      yield say('Reviewed by', reviewer ?? FILL_IN)
      yield say('Date reviewed', FILL_IN)
    },
  }
}
