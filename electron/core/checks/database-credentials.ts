import type { Verdict } from '../../../shared/model/check.ts'
import type { PostgresCredentialContent } from '../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Check, EvidenceView } from './check.ts'
import { type Addon, type Attachment, attachmentsByAddon, eachAddon } from './facts/addons.ts'
import { grouped } from './facts/grouped.ts'
import { readsOf } from './facts/reads.ts'
import { releasesByApp } from './facts/releases.ts'
import { ofAddons, ofService, SHARED_POSTGRES, tierOf } from './facts/services.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { count, day, listed } from './facts/words.ts'

const DAY_MS = 86_400_000

/**
 * What an attachment hands out: the default credential, which owns the database; a named one; or, where the
 * namespace reads otherwise, nobody knows. Source of the form: Heroku's CLI, `addons:attach --credential`.
 */
function handsOut({ content }: Attachment): { readonly named: string } | 'default' | 'unknown' {
  if (content.namespace === null) return 'default'
  const name = /^credential:(.+)$/.exec(content.namespace)?.[1]
  if (name === undefined) return 'unknown'
  return name === 'default' ? 'default' : { named: name }
}

/** DAT-07. */
export const namedCredentials: Check = {
  id: 'DAT-07',
  title: 'Apps use named credentials instead of the default one',
  severity: 'medium',
  needs: ['addon-inventory', 'postgres-credentials'],
  why: 'The default credential owns every table. An app that logs in with it can read, change and drop all of them.',
  fix: 'Make a credential with the rights the app needs (`heroku pg:credentials:create DATABASE --name NAME`), grant it, and attach it: `heroku addons:attach DATABASE --credential NAME -a APP`; then detach the default one.',
  limits: 'Sees which credential is attached, not which rights it was granted inside the database.',
  *judge(view) {
    const attachments = attachmentsByAddon(view)
    yield* eachAddon(
      view,
      function* (addon) {
        yield judgeAttachments(addon, attachments.get(addon.content.id) ?? [])
      },
      ofService('heroku-postgresql'),
      'Heroku Postgres database',
    )
  },
}

function judgeAttachments(addon: Addon, uses: readonly Attachment[]): Verdict {
  const plan = addon.content.plan.name
  if (SHARED_POSTGRES.has(tierOf(plan)))
    return notApplicable(addon, `Plan ${plan} has one credential only.`, [addon])
  if (uses.length === 0) return notApplicable(addon, 'It is attached to no app.', [addon])
  const byApp = grouped(uses, ({ content }) => content.app.name)
  const owners = [...byApp].filter(([, own]) => own.every((use) => handsOut(use) === 'default'))
  if (owners.length > 0)
    return fail(
      addon,
      `${listed(owners.map(([app]) => app))} ${owners.length === 1 ? 'uses' : 'use'} the default credential, which owns the database.`,
      owners.flatMap(([, own]) => own),
    )
  const handed = uses.map(handsOut)
  const odd = [...byApp].filter(([, own]) => !own.some((use) => typeof handsOut(use) === 'object'))
  if (odd.length > 0)
    return notEvaluated(
      addon,
      `What is attached to ${listed(odd.map(([app]) => app))} is not known: ${listed(odd.flatMap(([, own]) => own.map(({ content }) => `namespace ${content.namespace ?? 'none'}`)))}.`,
      odd.flatMap(([, own]) => own),
    )
  const names = handed.flatMap((one) => (typeof one === 'object' ? [one.named] : []))
  return pass(addon, `Every app uses a credential of its own: ${listed([...new Set(names)])}.`, uses)
}

/** DAT-08. */
export const credentialsRotated: Check = {
  id: 'DAT-08',
  title: 'Database credentials were rotated within the window',
  severity: 'medium',
  needs: ['addon-inventory', 'postgres-credentials', 'releases'],
  why: 'A password that was copied once works until it is changed. Rotation ends what nobody knows about.',
  fix: 'Rotate with `heroku pg:credentials:rotate DATABASE --name NAME` (or `--all`); apps get the new one by a release.',
  limits:
    'Heroku dates credentials of Postgres Advanced only. Elsewhere the release that a rotation makes in attached apps tells it; a move of the database to another server makes the same release. Passwords are never kept.',
  *judge(view, policy) {
    const credentials = ofAddons(view, 'postgres-credentials')
    const changes = addressChanges(view)
    const from = view.asOf.getTime() - policy.secretRotationDays * DAY_MS
    const window = count(policy.secretRotationDays, 'day')
    yield* eachAddon(
      view,
      function* (addon) {
        const items = credentials.of(addon.content.id)
        const made = items.filter(isCredential)
        const gap = items.length === 0 ? credentials.gap(addon.content.id) : null
        if (gap) yield notEvaluated(addon, gap, [addon])
        else if (Date.parse(addon.content.created_at) >= from)
          yield pass(addon, `The database was made on ${day(addon.content.created_at)}, within ${window}.`, [
            addon,
          ])
        else yield judgeDates(addon, made, changes(addon), from, window)
      },
      ofService('heroku-postgresql'),
      'Heroku Postgres database',
    )
  },
}

type Credential = EvidenceItem<'postgres-credentials'> & {
  readonly content: Extract<PostgresCredentialContent, { of: 'credential' }>
}

function isCredential(item: EvidenceItem<'postgres-credentials'>): item is Credential {
  return item.content.of === 'credential'
}

interface Changes {
  readonly latest: EvidenceItem<'releases'> | null
  /** Why releases tell nothing, as a sentence; null where they were read. */
  readonly gap: string | null
}

/** The newest release that gave an attached app a new address of a database. */
function addressChanges(view: EvidenceView): (addon: Addon) => Changes {
  const releases = releasesByApp(view)
  const attachments = attachmentsByAddon(view)
  const reads = readsOf(view, 'releases')
  return (addon) => {
    const uses = attachments.get(addon.content.id) ?? []
    if (uses.length === 0)
      return { latest: null, gap: 'It is attached to no app, so no release tells of it.' }
    let latest: EvidenceItem<'releases'> | null = null
    for (const { content } of uses) {
      const gap = reads.gap('app', content.app.id)
      if (gap && !releases.has(content.app.id))
        return { latest: null, gap: `App ${content.app.name}: ${gap}` }
      const change = releases
        .get(content.app.id)
        ?.findLast(({ content: release }) => tellsChange(release.description, content.name))
      if (change && (!latest || change.content.created_at > latest.content.created_at)) latest = change
    }
    return { latest, gap: null }
  }
}

/** Whether a release says that it brought a new address, such as `Update DATABASE by heroku-postgresql`. */
function tellsChange(description: string, attachment: string): boolean {
  const words = description.split(/[^A-Za-z0-9_]+/)
  return /^(update|rotate|set)\b/i.test(description) && words.includes(attachment)
}

function judgeDates(
  addon: Addon,
  credentials: readonly Credential[],
  { latest, gap }: Changes,
  from: number,
  window: string,
): Verdict {
  const dated = credentials.filter(({ content }) => content.created_at !== null)
  if (dated.length > 0 && dated.length === credentials.length) {
    const old = dated.filter(({ content }) => Date.parse(content.created_at ?? '') < from)
    return old.length === 0
      ? pass(addon, `Every credential was made within ${window}.`, dated)
      : fail(
          addon,
          `${listed(old.map(({ content }) => content.name))} ${old.length === 1 ? 'is' : 'are'} older than ${window}.`,
          old,
        )
  }
  if (latest && Date.parse(latest.content.created_at) >= from) {
    const { version, app, created_at } = latest.content
    const what = `Release v${version} of ${app.name} brought a new address on ${day(created_at)}`
    return pass(addon, `${what}, within ${window}.`, [latest])
  }
  if (gap) return notEvaluated(addon, `No date is available. ${gap}`, [addon, ...credentials])
  const since = latest ? `since ${day(latest.content.created_at)}` : 'since the database was made'
  return fail(addon, `No rotation within ${window}: no release brought a new address ${since}.`, [
    addon,
    ...(latest ? [latest] : []),
  ])
}
