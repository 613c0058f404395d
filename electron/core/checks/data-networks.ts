import type { Verdict } from '../../../shared/model/check.ts'
import type { MutualTlsContent, PrivateLinkContent } from '../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Policy } from '../../../shared/model/policy.ts'
import type { ListRow } from '../../../shared/model/records/lists.ts'
import type { Check } from './check.ts'
import { type Addon, eachAddon } from './facts/addons.ts'
import { grouped } from './facts/grouped.ts'
import { type GivenRows, givenList, noList } from './facts/lists.ts'
import { ofAddons, ofService, tierOf } from './facts/services.ts'
import { fail, type Grounds, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { day, listed } from './facts/words.ts'

const IN_SPACES = new Set(['private', 'shield'])
const livesInSpace = (addon: Addon) => IN_SPACES.has(tierOf(addon.content.plan.name))

const isData = ofService('heroku-postgresql', 'heroku-redis', 'heroku-kafka')

/** NET-12. */
export const privateLinksApproved: Check = {
  id: 'NET-12',
  title: 'PrivateLink accounts are approved',
  severity: 'medium',
  needs: ['addon-inventory', 'privatelink'],
  needsLists: ['aws-accounts'],
  why: 'An AWS account that may connect reaches the data service past the app and past the trusted addresses of the space.',
  fix: 'Take an account away with `heroku data:privatelink:access:remove DATABASE --aws-account-id ID`, or approve it in the list of AWS accounts.',
  limits:
    'Sees which accounts may connect, not who works in them. Where the collection could not read it, the list of PrivateLink endpoints stands in.',
  *judge(view) {
    const links = ofAddons(view, 'privatelink')
    const accounts = givenList(view, 'aws-accounts')
    const shown = givenList(view, 'privatelinks')?.rows ?? []
    const told = new Map(shown.map((row) => [row.database, row]))
    yield* eachAddon(
      view,
      function* (addon) {
        const [item] = links.of(addon.content.id)
        const row = told.get(addon.content.name)
        if (!livesInSpace(addon))
          yield notApplicable(
            addon,
            `Private and Shield plans have PrivateLink; it is on ${addon.content.plan.name}.`,
            [addon],
          )
        else if (item) yield judgeLink(addon, allowedBy(item.content), item.content.enabled, accounts, [item])
        else if (row) yield judgeLink(addon, row.accounts, true, accounts, [addon])
        else
          yield notEvaluated(addon, links.gap(addon.content.id) ?? 'Heroku told nothing about it.', [addon])
      },
      isData,
      'data service',
    )
  },
}

/** Numbers of accounts that may connect or are connected; a principal without a number is kept as it is. */
function allowedBy({ allowed_accounts, connections }: PrivateLinkContent): readonly string[] {
  const arns = [
    ...allowed_accounts.map(({ arn }) => arn),
    ...connections.flatMap(({ owner_arn }) => (owner_arn === null ? [] : [owner_arn])),
  ]
  return [...new Set(arns.map((arn) => /(?:^|:)(\d{12})(?::|$)/.exec(arn)?.[1] ?? arn))]
}

function judgeLink(
  addon: Addon,
  allowed: readonly string[],
  enabled: boolean,
  accounts: GivenRows<'aws-accounts'> | null,
  grounds: Grounds,
): Verdict {
  if (!enabled) return notApplicable(addon, 'PrivateLink is off.', grounds)
  if (allowed.length === 0) return pass(addon, 'PrivateLink is on, and no account may connect.', grounds)
  const known = `${listed(allowed)} may connect.`
  if (!accounts) return notEvaluated(addon, `${known} ${noList('aws-accounts')}`, grounds)
  const approved = new Set(accounts.rows.map(({ account }) => account))
  const others = allowed.filter((account) => !approved.has(account))
  return others.length === 0
    ? pass(addon, `${known} All of them are on ${accounts.called}.`, grounds)
    : fail(
        addon,
        `${listed(others)} may connect, and ${others.length === 1 ? 'is' : 'are'} not on ${accounts.called}.`,
        grounds,
      )
}

/** NET-13. */
export const externalClientsUseMutualTls: Check = {
  id: 'NET-13',
  title: 'External database and Kafka clients use mutual TLS',
  severity: 'medium',
  needs: ['addon-inventory', 'mtls'],
  needsLists: ['mtls-certificates'],
  why: 'A client outside Heroku that needs a password alone is as safe as the last place that password was written to.',
  fix: 'Move the database into a space and turn mutual TLS on: `heroku data:mtls:create DATABASE`, allow the client’s addresses, and give it a certificate. Renew certificates before they end.',
  limits:
    'Databases outside of spaces can be reached from anywhere with a password; whether anything does so, a person says in the list of mutual TLS settings. Kafka asks every client for a certificate, whose dates Heroku does not tell.',
  *judge(view, policy) {
    const found = ofAddons(view, 'mtls', /\/tls-endpoint/)
    const given = givenList(view, 'mtls-certificates')
    const told = grouped(given?.rows ?? [], ({ database }) => database)
    yield* eachAddon(
      view,
      function* (addon) {
        const items = found.of(addon.content.id)
        const rows = told.get(addon.content.name) ?? []
        const endpoint = items.find(isOf('endpoint'))
        if (endpoint) yield judgeEndpoint(addon, endpoint, items, policy, view.asOf)
        else if (rows.length > 0) yield judgeRows(addon, rows, view.asOf)
        else if (given) yield notApplicable(addon, `No client outside Heroku, by ${given.called}.`, [addon])
        else if (livesInSpace(addon) && addon.content.addon_service.name === 'heroku-postgresql')
          yield notEvaluated(addon, found.gap(addon.content.id) ?? 'Heroku told nothing about it.', [addon])
        else
          yield notEvaluated(
            addon,
            `Whether a client outside Heroku connects is not known. ${noList('mtls-certificates')}`,
            [addon],
          )
      },
      ofService('heroku-postgresql', 'heroku-kafka'),
      'database or Kafka cluster',
    )
  },
}

type Of<K extends MutualTlsContent['of']> = EvidenceItem<'mtls'> & {
  readonly content: Extract<MutualTlsContent, { of: K }>
}
const isOf =
  <K extends MutualTlsContent['of']>(of: K) =>
  (item: EvidenceItem<'mtls'>): item is Of<K> =>
    item.content.of === of

const DAY_MS = 86_400_000

function judgeEndpoint(
  addon: Addon,
  endpoint: Of<'endpoint'>,
  items: readonly EvidenceItem<'mtls'>[],
  policy: Policy,
  asOf: Date,
): Verdict {
  if (!endpoint.content.enabled)
    return notApplicable(addon, 'Mutual TLS is off, and nothing outside its space can reach it.', [endpoint])
  const certificates = items.filter(isOf('certificate'))
  const rules = items.filter(isOf('ip-rule'))
  const grounds = [endpoint, ...certificates, ...rules]
  if (certificates.length === 0)
    return rules.length === 0
      ? pass(addon, 'Mutual TLS is on, with no certificate and no address that may connect.', grounds)
      : notEvaluated(addon, 'Mutual TLS is on; Heroku told no certificate of it.', grounds)
  const ended = certificates.filter(({ content }) => endsBy(content.expires_at, asOf))
  if (ended.length > 0)
    return fail(
      addon,
      `Its certificate ${listed(ended.map(({ content }) => content.name))} has ended.`,
      ended,
    )
  const unknown = certificates.filter(({ content }) => content.expires_at === null)
  if (unknown.length > 0)
    return notEvaluated(addon, 'Heroku did not tell until when its certificates are valid.', grounds)
  const soon = certificates.filter(({ content }) =>
    endsBy(content.expires_at, new Date(asOf.getTime() + policy.certificateDays * DAY_MS)),
  )
  const note =
    soon.length === 0
      ? ''
      : ` ${listed(soon.map(({ content }) => `${content.name} ends on ${day(content.expires_at ?? asOf)}`))}.`
  return pass(addon, `Mutual TLS is on, and every certificate is valid.${note}`, grounds)
}

const endsBy = (until: string | null, at: Date) => until !== null && Date.parse(until) <= at.getTime()

function judgeRows(addon: Addon, rows: readonly ListRow<'mtls-certificates'>[], asOf: Date): Verdict {
  const external = rows.filter((row) => row.externalClient)
  if (external.length === 0)
    return notApplicable(addon, 'No client outside Heroku, as the list of mutual TLS settings says.', [addon])
  const open = external.some((row) => !row.enabled) && addon.content.addon_service.name !== 'heroku-kafka'
  if (open)
    return fail(addon, 'A client outside Heroku connects without mutual TLS, as the list says.', [addon])
  const ended = external.filter(({ expiresOn }) => expiresOn !== null && expiresOn < day(asOf))
  if (ended.length > 0)
    return fail(
      addon,
      `Its certificate ${listed(ended.map(({ certificate }) => certificate ?? 'without a name'))} has ended.`,
      [addon],
    )
  if (external.some(({ expiresOn }) => expiresOn === null))
    return notEvaluated(addon, 'The list does not say until when its certificates are valid.', [addon])
  return pass(addon, 'Clients outside Heroku use mutual TLS with valid certificates, as the list says.', [
    addon,
  ])
}
