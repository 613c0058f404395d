import { problem } from '../../../shared/errors.ts'
import type { FrameworkId } from '../../../shared/model/engagement.ts'
import { mappingsOf } from '../frameworks/decisions.ts'
import { resolveCollection } from '../store/collections.ts'
import type { ReadableDb } from '../store/db.ts'
import { type Among, evidenceDetail, evidencePage, itemsOf, topicCounts } from '../store/evidence.ts'
import { evidenceChanges } from '../store/evidence-history.ts'
import { decidedMappings } from '../store/mappings.ts'
import { evidenceUses } from './evidence-uses.ts'
import { frameworkOf } from './framework-catalog.ts'
import type { Handlers } from './handler.ts'

/** What speaks to a control or to one below it, as people decided. Throws `wrong-use` for an unknown control. */
export function speaksTo(db: ReadableDb, framework: FrameworkId, control: string): Among {
  const told = frameworkOf(db, framework)
  if (!told.controls.some(({ id }) => id === control))
    throw problem('wrong-use', {
      what: `${framework} has no control ${control}`,
      remedy: 'choose one of its controls',
    })
  const within = new Set([control])
  // Controls stand after the one above them.
  for (const one of told.controls) if (one.parent !== null && within.has(one.parent)) within.add(one.id)
  const mappings = mappingsOf(told, decidedMappings(db, framework)).filter((one) => within.has(one.control))
  const speak = mappings.filter(({ decision }) => decision !== 'rejected')
  const named = (list: typeof mappings) =>
    list.flatMap(({ topic, subjectId }) => (subjectId === null ? [] : [{ topic, subjectId }]))
  return {
    topics: [...new Set(speak.filter(({ subjectId }) => subjectId === null).map(({ topic }) => topic))],
    subjects: named(speak),
    without: within.size > 1 ? [] : named(mappings.filter(({ decision }) => decision === 'rejected')),
  }
}

/** Questions about evidence, item by item. */
export const evidenceHandlers = {
  'evidence:page': ({ db }, { control, ...input }) =>
    evidencePage(db, {
      ...input,
      collectionId: resolveCollection(db, input.collectionId).id,
      among: control && speaksTo(db, control.framework, control.control),
    }),
  'evidence:get': ({ db }, { id }) => evidenceDetail(db, id),
  'evidence:changes': ({ db }, { id }) => evidenceChanges(db, id),
  'evidence:uses': ({ db }, { id }) => {
    const { item, sightings } = evidenceDetail(db, id)
    return evidenceUses(db, item, sightings[0]?.collectionId ?? 0)
  },
  'evidence:topics': ({ db }, { collectionId }) => topicCounts(db, resolveCollection(db, collectionId).id),
  'evidence:apps': ({ db }, { collectionId }) =>
    itemsOf(db, resolveCollection(db, collectionId).id, 'app-inventory')
      .map(({ content: { id, name, team } }) => ({ id, name, team: team?.name ?? null }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en')),
} satisfies Pick<
  Handlers,
  | 'evidence:page'
  | 'evidence:get'
  | 'evidence:changes'
  | 'evidence:uses'
  | 'evidence:topics'
  | 'evidence:apps'
>
