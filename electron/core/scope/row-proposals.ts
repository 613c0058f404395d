import type { RowProposal } from '../../../shared/contract-scope.ts'
import { Policy } from '../../../shared/model/policy.ts'
import type { ListKind } from '../../../shared/model/records/lists.ts'
import type { EvidenceView } from '../checks/check.ts'
import { addonsOf } from '../checks/facts/addons.ts'
import { collaboratorsByApp, may } from '../checks/facts/collaborators.ts'
import { grouped } from '../checks/facts/grouped.ts'
import { environments } from '../checks/facts/production.ts'
import { spacesOf } from '../checks/facts/spaces.ts'
import { isTeamMailbox } from '../checks/facts/teams.ts'
import { count } from '../checks/facts/words.ts'

interface Seen {
  readonly id: number
  readonly row: Readonly<Record<string, string>>
}

type Look = (view: EvidenceView) => Iterable<Seen>

/** What the evidence shows for each kind of list that it can speak to. */
const LOOKS: {
  readonly [K in ListKind]?: { readonly look: Look; readonly seen: string; readonly many?: string }
} = {
  'email-domains': {
    seen: 'member',
    *look(view) {
      for (const { id, content } of view.items('team-members-roles'))
        if (!isTeamMailbox(content.email)) yield { id, row: { domain: content.email.split('@')[1] ?? '' } }
    },
  },
  'enterprise-managers': {
    seen: 'permission',
    *look(view) {
      for (const { id, content } of view.items('enterprise-account-permissions'))
        if (content.permissions.includes('manage'))
          yield { id, row: { email: content.user.email, enterprise: content.enterprise_account } }
    },
  },
  deployers: {
    seen: 'permission',
    *look(view) {
      const environmentOf = environments(view, Policy.parse({}))
      for (const [app, people] of collaboratorsByApp(view))
        for (const person of environmentOf(app).kind === 'production' ? people : [])
          if (may(person, 'deploy'))
            yield { id: person.id, row: { email: person.content.user.email, app: person.content.app.name } }
    },
  },
  'space-members': {
    seen: 'membership',
    *look(view) {
      for (const { id, content } of view.items('app-collaborators-permissions'))
        if (content.of === 'space-member')
          yield { id, row: { email: content.user.email, space: content.space.name } }
    },
  },
  'oauth-clients': {
    seen: 'authorization',
    *look(view) {
      for (const { id, content } of view.items('oauth-authorizations'))
        if (content.of !== 'client' && content.client) yield { id, row: { client: content.client.name } }
    },
  },
  'log-hosts': {
    seen: 'drain',
    *look(view) {
      for (const { id, content } of view.items('log-drains')) yield { id, row: { host: content.host } }
    },
  },
  'ip-ranges': {
    seen: 'rule',
    *look(view) {
      for (const { id, content } of view.items('space-trusted-ips'))
        for (const rule of content.current ? content.rules : [])
          if (rule.action === 'allow') yield { id, row: { range: rule.source, space: content.space.name } }
    },
  },
  regions: {
    seen: 'space or app',
    many: 'spaces and apps',
    *look(view) {
      for (const { id, content } of spacesOf(view)) yield { id, row: { region: content.region } }
      for (const { id, content } of view.items('app-inventory')) yield { id, row: { region: content.region } }
    },
  },
  'addon-services': {
    seen: 'add-on',
    *look(view) {
      for (const { id, content } of addonsOf(view)) yield { id, row: { service: content.addon_service.name } }
    },
  },
}

/** Kinds of lists that the evidence can suggest rows for. */
export const SUGGESTED = Object.keys(LOOKS) as readonly ListKind[]

const nameOf = (row: Readonly<Record<string, string>>) =>
  JSON.stringify(Object.values(row).map((v) => v.toLowerCase()))

/**
 * Rows that the evidence suggests and a list does not have yet: what is there, not what is right. A person
 * takes over what is approved, and adds what only people know.
 */
export function* rowProposals(
  view: EvidenceView,
  kind: ListKind,
  there: readonly Readonly<Record<string, unknown>>[],
): Iterable<RowProposal> {
  const looked = LOOKS[kind]
  if (!looked) return
  const seen = grouped(
    [...looked.look(view)].filter(({ row }) => Object.values(row).every((value) => value !== '')),
    ({ row }) => nameOf(row),
  )
  const fields = Object.keys([...seen.values()][0]?.[0]?.row ?? {})
  const known = new Set(
    there.map((row) => JSON.stringify(fields.map((field) => String(row[field] ?? '').toLowerCase()))),
  )
  for (const [name, all] of [...seen].toSorted((a, b) => b[1].length - a[1].length)) {
    const first = all[0]
    if (!first || known.has(name)) continue
    const evidence = [...new Set(all.map(({ id }) => id))]
    yield {
      row: first.row,
      why: `Seen in ${count(evidence.length, looked.seen, looked.many)}.`,
      evidence: evidence.slice(0, 200),
    }
  }
}
