import { problem } from '../../../shared/errors.ts'
import type { FrameworkId } from '../../../shared/model/engagement.ts'
import type { Translated } from '../../../shared/model/framework.ts'
import type { ReadableDb } from '../store/db.ts'
import { decidedMappings, keepMappings } from '../store/mappings.ts'
import { frameworkOf } from './framework-catalog.ts'
import { type Handlers, who } from './handler.ts'

function rowsBetween(db: ReadableDb, from: FrameworkId, to: FrameworkId): readonly Translated[] {
  const { through } = frameworkOf(db, to)
  if (through?.by !== 'translation' || through.framework !== from)
    throw problem('wrong-use', {
      what: `there is no translation from ${from} to ${to}`,
      remedy: 'csa-ccm-4.0.13 to csa-ccm-4.1.0 is one',
    })
  return through.rows ?? []
}

/** From one version of a framework to the next. */
export const translationHandlers = {
  'framework:translation'({ db }, { from, to }) {
    const rows = rowsBetween(db, from, to)
    const titles = new Map(frameworkOf(db, from).controls.map(({ id, title }) => [id, title]))
    const decided = Map.groupBy(decidedMappings(db, from), ({ control }) => control)
    return rows.map((row) => ({
      ...row,
      title: titles.get(row.from) ?? '',
      look: !/^(same|renumbered|domain code changed)$/.test(row.note),
      decided: (decided.get(row.from) ?? []).filter(({ decision }) => decision !== 'suggested').length,
    }))
  },
  'mapping:carry'(deps, { from, to }) {
    const { db } = deps
    const successor = new Map(rowsBetween(db, from, to).map((row) => [row.from, row.to]))
    const there = new Set(
      decidedMappings(db, to)
        .filter(({ decision }) => decision !== 'suggested')
        .map(({ control, topic, subjectId }) => `${control}\n${topic}\n${subjectId ?? ''}`),
    )
    const carried = decidedMappings(db, from)
      .filter(({ decision }) => decision !== 'suggested')
      .flatMap(({ control, topic, subjectId, decision, rationale, by }) => {
        const next = successor.get(control) ?? null
        if (next === null || there.has(`${next}\n${topic}\n${subjectId ?? ''}`)) return []
        const words = `${rationale} (carried over from ${from} ${control}, decided by ${by})`.trim()
        return [{ framework: to, control: next, topic, subjectId, decision, rationale: words }]
      })
    if (carried.length === 0)
      throw problem('wrong-use', {
        what: `no decision of ${from} is left to carry over to ${to}`,
        remedy: 'decide mappings first, or look at the translation for what has no successor',
      })
    return keepMappings(
      db,
      who(deps),
      `${carried.length} decisions carried over from ${from} to ${to}`,
      carried,
    )
  },
} satisfies Partial<Handlers>
