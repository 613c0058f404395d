import type { EvidenceItem } from '../../../../shared/model/evidence.ts'
import type { EvidenceView } from '../check.ts'
import { grouped } from './grouped.ts'
import { remembered } from './remembered.ts'

/** A release of an app. */
export type Release = EvidenceItem<'releases'>

/** Releases by app id, oldest first. */
export function releasesByApp(view: EvidenceView): ReadonlyMap<string, readonly Release[]> {
  return byApp(view.items('releases'))
}

const byApp = remembered((releases: readonly Release[]) => {
  const groups = grouped(releases, (item) => item.content.app.id)
  return new Map(
    [...groups].map(([app, items]) => [app, items.toSorted((a, b) => a.content.version - b.content.version)]),
  )
})

/** What a release runs: the slug, or on Fir the image; null where Heroku told neither. */
export function builtFrom({ content }: Release): string | null {
  return content.slug ?? content.oci_image
}

/** A release that brings older code back; the code was judged when it was first released. */
export function isRollback({ content }: Release): boolean {
  return /^rollback\b/i.test(content.description)
}

/** Whether a release says of itself that its code came from another stage. Texts are Heroku's own. */
export function saysPromotion({ content }: Release): boolean {
  return /^promote\b/i.test(content.description) && !/\bto database\b/i.test(content.description)
}

const BRINGS_CODE = /^(deploy|build|push|release of|docker|container)\b/i

/**
 * Code releases among the releases of an app (oldest first): those that run something else than the release
 * before. Where neither slug nor image was told, the description decides, and `readable` is false. Releases
 * that failed or still wait never ran.
 */
export function* codeReleases(
  releases: readonly Release[],
): Iterable<{ readonly release: Release; readonly readable: boolean }> {
  let before: string | null = null
  for (const release of releases) {
    const { status, description } = release.content
    if (status === 'failed' || status === 'pending') continue
    const runs = builtFrom(release)
    const changed = runs !== null && runs !== before
    if (runs !== null) before = runs
    if (isRollback(release)) continue
    if (changed) yield { release, readable: true }
    else if (runs === null && (BRINGS_CODE.test(description) || saysPromotion(release)))
      yield { release, readable: false }
  }
}
