import type { EvidenceItem } from '../../../../shared/model/evidence.ts'
import type { ListRow } from '../../../../shared/model/records/lists.ts'
import type { EvidenceView } from '../check.ts'
import { isInPeriod } from './ages.ts'
import { type Release, releasesByApp } from './releases.ts'
import { remembered } from './remembered.ts'
import { day } from './words.ts'

/** A change as the ticket system has it. */
export type Ticket = ListRow<'change-tickets'>

/** Who makes releases that are nobody's change: Heroku itself, and providers of add-ons. */
const VENDORS = /@(addons\.heroku\.com|heroku\.com|herokumanager\.com)$/i

/** True for releases that Heroku or a provider of an add-on made, such as a rotated password. */
export function isVendorRelease({ content }: Release): boolean {
  return VENDORS.test(content.user.email)
}

/** Releases of an app within the audit period, oldest first: those that people made, and the others. */
export function periodReleases(
  view: EvidenceView,
): (appId: string) => { readonly own: readonly Release[]; readonly vendors: readonly Release[] } {
  const releases = releasesByApp(view)
  return (appId) => {
    const all = (releases.get(appId) ?? []).filter(({ content }) =>
      isInPeriod(view.period, content.created_at),
    )
    return { own: all.filter((one) => !isVendorRelease(one)), vendors: all.filter(isVendorRelease) }
  }
}

/** Commits of releases as their builds tell them, by the id of the release. */
export function commitsOf(view: EvidenceView): ReadonlyMap<string, string> {
  return commitsIn(view.items('builds-slugs'))
}

const commitsIn = remembered((builds: readonly EvidenceItem<'builds-slugs'>[]) => {
  const commits = new Map<string, string>()
  for (const { content } of builds)
    if (content.of === 'build' && content.release !== null && content.source_version !== null)
      commits.set(content.release, content.source_version.toLowerCase())
  return commits
})

/** The shortest abbreviation of a commit that still tells one. */
const LEAST_HEX = 7

/**
 * Tells whether a ticket belongs to a release of its app: by the number of the release, by the commit (from
 * the build or the description), by its reference in the description, or, where it names neither release nor
 * commit, by the day in UTC.
 */
export function belongs(ticket: Ticket, { content }: Release, commit: string | undefined): boolean {
  if (ticket.release !== null) return ticket.release === content.version
  const description = content.description.toLowerCase()
  if (ticket.commit !== null) {
    const wanted = ticket.commit.toLowerCase()
    if (wanted.length < LEAST_HEX) return false
    const short = wanted.slice(0, LEAST_HEX)
    return commit === undefined
      ? description.includes(short)
      : commit.startsWith(wanted) || wanted.startsWith(commit)
  }
  if (new RegExp(`(^|[^a-z0-9])${escaped(ticket.reference)}($|[^a-z0-9])`, 'i').test(description)) return true
  return ticket.on !== null && ticket.on === day(content.created_at)
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
