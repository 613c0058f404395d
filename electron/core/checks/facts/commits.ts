import type { BuildContent } from '../../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../../shared/model/evidence.ts'
import type { EvidenceView } from '../check.ts'
import { builtFrom, type Release } from './releases.ts'
import { remembered } from './remembered.ts'

type Built = EvidenceItem<'builds-slugs'>

/** Which commit a release runs, and the evidence that tells. */
export interface Commit {
  readonly sha: string
  readonly from: Built
}

const SHA = /^[0-9a-f]{7,64}$/i

/**
 * Tells the commit of a release from the slug or image that it runs: by the build that made it, on whichever app,
 * since a promotion carries the slug along, or by the slug or image itself. Null where nobody named a commit.
 */
export function commitsOf(view: EvidenceView): (release: Release) => Commit | null {
  return commitsIn(view.items('builds-slugs'))
}

const commitsIn = remembered((builds: readonly Built[]) => {
  const known = new Map<string, Commit>()
  const byRelease = new Map<string, Commit>()
  for (const from of builds) {
    const sha = commitIn(from.content)
    if (sha === null) continue
    const commit = { sha, from }
    if (from.content.of === 'build') {
      if (from.content.slug) known.set(from.content.slug, commit)
      if (from.content.release) byRelease.set(from.content.release, commit)
    } else if (from.content.of !== 'buildpack') known.set(from.content.id, commit)
  }
  return (release: Release) =>
    known.get(builtFrom(release) ?? '') ?? byRelease.get(release.content.id) ?? null
})

function commitIn(content: BuildContent): string | null {
  if (content.of === 'buildpack') return null
  const text = content.of === 'build' ? content.source_version : content.commit
  return text !== null && SHA.test(text) ? text.toLowerCase() : null
}

/** True where two hashes name the same commit, one of them perhaps shortened; seven digits are the least. */
export function sameCommit(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= 7 && long.toLowerCase().startsWith(short.toLowerCase())
}
