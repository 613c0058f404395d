import type { TaggedApp } from '../../../shared/contract-scope.ts'
import type { EvidenceView } from '../checks/check.ts'
import { type App, appsOf, isInScope } from '../checks/facts/apps.ts'
import { grouped } from '../checks/facts/grouped.ts'
import { couplings } from '../checks/facts/production.ts'

/** The apps that the engagement can be about: archived ones are over. */
export function livingApps(view: EvidenceView): readonly App[] {
  return appsOf(view).filter(({ content }) => !content?.archived_at)
}

/** Every app of a collection with what people said of it, by name; then tags of apps that are gone. */
export function taggedApps(view: EvidenceView): readonly TaggedApp[] {
  const tags = new Map(view.records('app-tag').map((tag) => [tag.key, tag]))
  const stages = grouped(couplings(view), ({ content }) => content.app.id)
  const inScope = isInScope(view)
  const apps = livingApps(view)
  const saidOf = (id: string) => {
    const record = tags.get(id)
    if (!record) return { tag: null, said: null }
    const { app: _, name: __, ...tag } = record.content
    return { tag, said: { by: record.by, at: record.at, act: record.act } }
  }
  const seen = apps.map(
    (app): TaggedApp => ({
      id: app.subjectId,
      name: app.subject,
      team: app.team,
      space: app.content?.space?.name ?? null,
      shield: app.content?.space?.shield ?? false,
      region: app.content?.region ?? null,
      stages: [...new Set((stages.get(app.subjectId) ?? []).map(({ content }) => content.stage))],
      inScope: inScope(app),
      seen: true,
      ...saidOf(app.subjectId),
    }),
  )
  const here = new Set(apps.map(({ subjectId }) => subjectId))
  const gone = [...tags.values()]
    .filter(({ key }) => !here.has(key))
    .map(
      ({ key, content }): TaggedApp => ({
        ...{ id: key, name: content.name, team: null, space: null, shield: false, region: null },
        ...{ stages: [], inScope: false, seen: false },
        ...saidOf(key),
      }),
    )
  const byName = (a: TaggedApp, b: TaggedApp) =>
    a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1
  return [...seen.toSorted(byName), ...gone.toSorted(byName)]
}

/** True where a check would miss a class of data, an environment or an owner. */
export function isIncomplete({ tag }: Pick<TaggedApp, 'tag'>): boolean {
  return !tag || tag.dataClasses === null || tag.environment === null || tag.owner === null
}
