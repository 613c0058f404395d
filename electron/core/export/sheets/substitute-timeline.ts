import type { ContentOf, UserRef } from '../../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../../shared/model/evidence.ts'
import type { Instant } from '../../../../shared/model/json.ts'
import type { Sheet } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { instant, number, text } from './column.ts'
import { SHEET } from './names.ts'
import { counted } from './words.ts'

/** Something that happened to an app or a space, and the list of Heroku's that tells it. */
interface Step {
  readonly at: Instant
  readonly told: 'release' | 'build' | 'webhook event' | 'rule set'
  readonly about: string
  readonly what: string
  readonly by: string | null
  readonly id: string
  readonly evidence: number
}

/** Apps and spaces that no audit trail covers, by id: those outside every enterprise account that was seen. */
function uncovered(source: WorkbookSource) {
  const covered = new Set<string>()
  for (const { content } of source.items('sso-identity-provider'))
    if (content.of === 'team' && content.enterprise_account !== null) covered.add(content.name)
  const apps = new Set<string>()
  for (const { content } of source.items('app-inventory'))
    if (content.team === null || !covered.has(content.team.name)) apps.add(content.id)
  const spaces = new Set<string>()
  for (const { content } of source.items('space-isolation'))
    if (content.of === 'space' && !covered.has(content.team.name)) spaces.add(content.id)
  return { apps, spaces }
}

const who = (user: UserRef | null) => user?.email ?? null

const release = ({ id, content }: EvidenceItem<'releases'>): Step => ({
  ...{ at: content.created_at, told: 'release', about: content.app.name, by: who(content.user) },
  ...{ what: `v${content.version} ${content.status}: ${content.description}`, id: content.id, evidence: id },
})

type Build = Extract<ContentOf['builds-slugs'], { of: 'build' }>

const build = (id: number, content: Build): Step => ({
  ...{ at: content.created_at, told: 'build', about: content.app.name, by: who(content.user) },
  ...{
    what: [content.status, content.source_version].filter(Boolean).join(' of '),
    id: content.id,
    evidence: id,
  },
})

type Sent = Extract<ContentOf['app-webhooks'], { of: 'event' }>

const webhookEvent = (id: number, content: Sent): Step => ({
  ...{ at: content.created_at, told: 'webhook event', about: content.app.name, by: who(content.actor) },
  ...{ what: `${content.resource} ${content.action}`, id: content.id, evidence: id },
})

const ruleSet = ({ id, content }: EvidenceItem<'space-trusted-ips'>): Step => ({
  ...{ at: content.created_at, told: 'rule set', about: content.space.name, by: content.created_by },
  ...{ what: content.rules.map(({ action, source }) => `${action} ${source}`).join(', ') || 'no rules' },
  ...{ id: content.id, evidence: id },
})

function* stepsOf(source: WorkbookSource): Iterable<Step> {
  const { apps, spaces } = uncovered(source)
  for (const item of source.items('releases')) if (apps.has(item.content.app.id)) yield release(item)
  for (const { id, content } of source.items('builds-slugs'))
    if (content.of === 'build' && apps.has(content.app.id)) yield build(id, content)
  for (const { id, content } of source.items('app-webhooks'))
    if (content.of === 'event' && apps.has(content.app.id)) yield webhookEvent(id, content)
  for (const item of source.items('space-trusted-ips'))
    if (spaces.has(item.content.space.id)) yield ruleSet(item)
}

/**
 * What can be told of changes where there is no audit trail, in order of time: releases, builds, webhook events and
 * the history of rule sets of apps and spaces outside of enterprise accounts. Null where all are inside of one.
 */
export function substituteTimelineSheet(source: WorkbookSource): Sheet | null {
  const { apps, spaces } = uncovered(source)
  if (apps.size + spaces.size === 0) return null
  return {
    name: SHEET.timeline,
    title: 'Timeline of changes, without an audit trail',
    about: `Changes of ${counted(apps.size, 'app')} and ${counted(spaces.size, 'space')} that no audit trail covers, put together from other lists`,
    notes: [
      'This is no audit trail: Heroku keeps one for enterprise accounts only. It is put together from lists that serve other ends, for apps and spaces outside of them.',
      'It shows releases, builds, webhook events and rule sets. It does not show access granted or taken away, who read what, or anything of an app that was destroyed; webhook events are there only where they were collected.',
    ],
    columns: [
      instant('At'),
      text('Told by', 16),
      text('App or space', 28),
      text('What', 60),
      text('By', 36),
      text('Id at Heroku', 38),
      number('Evidence', 10),
    ],
    *rows() {
      const steps = [...stepsOf(source)].sort(
        (a, b) => Date.parse(a.at) - Date.parse(b.at) || a.evidence - b.evidence,
      )
      for (const { at, told, about, what, by, id, evidence } of steps)
        yield { cells: [at, told, about, what, by, id, evidence] }
    },
  }
}
