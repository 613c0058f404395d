import { problem } from '../../../shared/errors.ts'
import { FRAMEWORK_IDS, type FrameworkId } from '../../../shared/model/engagement.ts'
import type { Control } from '../../../shared/model/framework.ts'
import { mappingsOf } from '../frameworks/decisions.ts'
import { impliedFor } from '../frameworks/implied.ts'
import { newestComplete } from '../store/collections.ts'
import { conclusionOf } from '../store/conclusions.ts'
import type { ReadableDb } from '../store/db.ts'
import { decidedMappings, decideMappings, undoMappings } from '../store/mappings.ts'
import { standingConclusions } from './conclusion-basis.ts'
import { factsOf, statesOf } from './control-facts.ts'
import { rememberCrosswalk } from './crosswalk.ts'
import { chosenFrameworks, frameworkOf } from './framework-catalog.ts'
import { type Handlers, who } from './handler.ts'

const NO_FACTS = { topics: [], notRead: [], answers: new Map() }

function above(control: Control, all: ReadonlyMap<string, Control>): string[] {
  const parent = control.parent === null ? undefined : all.get(control.parent)
  return parent ? [...above(parent, all), parent.title] : []
}

/** The mappings of a framework with what people decided. */
export function mappings(db: ReadableDb, framework: FrameworkId) {
  return mappingsOf(frameworkOf(db, framework), decidedMappings(db, framework))
}

function checkKeys(db: ReadableDb, keys: readonly { framework: FrameworkId; control: string }[]): void {
  const known = new Map<FrameworkId, Set<string>>()
  for (const { framework, control } of keys) {
    const controls = known.get(framework) ?? new Set(frameworkOf(db, framework).controls.map(({ id }) => id))
    known.set(framework, controls)
    if (!controls.has(control))
      throw problem('wrong-use', {
        what: `${framework} has no control ${control}`,
        remedy: 'choose one of its controls',
      })
  }
}

/** What people decided in every other framework of the locker. */
function decidedElsewhere(db: ReadableDb, framework: FrameworkId) {
  return [...new Set([...FRAMEWORK_IDS, ...chosenFrameworks(db)])]
    .filter((id) => id !== framework)
    .map((id) => ({ framework: id, decided: decidedMappings(db, id) }))
}

function standingOf(db: ReadableDb, framework: FrameworkId, control: string) {
  const found = conclusionOf(db, framework, control)
  return found ? (standingConclusions(db, framework, [found])[0] ?? null) : null
}

/** Controls one by one, and what people decide about what speaks to them. */
export const mappingHandlers = {
  'control:get'({ db }, { framework, control, collectionId }) {
    checkKeys(db, [{ framework, control }])
    const facts = collectionId === null && newestComplete(db) === null ? NO_FACTS : factsOf(db, collectionId)
    const state = statesOf(db, framework, facts).find((one) => one.control.id === control)
    if (!state) throw new Error(`no state for ${control}`)
    const whole = frameworkOf(db, framework)
    const all = new Map(whole.controls.map((one) => [one.id, one]))
    return {
      state,
      path: above(state.control, all),
      mappings: mappings(db, framework).filter((one) => one.control === control),
      implied: impliedFor(whole, control, decidedElsewhere(db, framework)),
      conclusion: standingOf(db, framework, control),
    }
  },
  'mapping:list': ({ db }, { framework }) => mappings(db, framework),
  'mapping:decide'(deps, { keys, decision, rationale }) {
    checkKeys(deps.db, keys)
    rememberCrosswalk(deps)
    return decideMappings(deps.db, { ...who(deps), keys, decision, rationale })
  },
  'mapping:undo': (deps, { act }) => undoMappings(deps.db, act, who(deps)),
} satisfies Partial<Handlers>
