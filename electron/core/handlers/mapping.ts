import { problem } from '../../../shared/errors.ts'
import type { FrameworkId } from '../../../shared/model/engagement.ts'
import type { Control } from '../../../shared/model/framework.ts'
import { mappingsOf } from '../frameworks/decisions.ts'
import { newestComplete } from '../store/collections.ts'
import { conclusionOf } from '../store/conclusions.ts'
import type { ReadableDb } from '../store/db.ts'
import { decidedMappings, decideMappings, undoMappings } from '../store/mappings.ts'
import { factsOf, frameworkOf, statesOf } from './control-facts.ts'
import type { Deps, Handlers } from './handler.ts'

const NO_FACTS = { topics: [], notRead: [], answers: new Map() }

const who = ({ host, now }: Deps) => ({ at: now().toISOString(), actor: host.actor })

function above(control: Control, all: ReadonlyMap<string, Control>): string[] {
  const parent = control.parent === null ? undefined : all.get(control.parent)
  return parent ? [...above(parent, all), parent.title] : []
}

function mappings(db: ReadableDb, framework: FrameworkId) {
  return mappingsOf(frameworkOf(framework), decidedMappings(db, framework))
}

function checkKeys(keys: readonly { framework: FrameworkId; control: string }[]): void {
  const known = new Map<FrameworkId, Set<string>>()
  for (const { framework, control } of keys) {
    const controls = known.get(framework) ?? new Set(frameworkOf(framework).controls.map(({ id }) => id))
    known.set(framework, controls)
    if (!controls.has(control))
      throw problem('wrong-use', {
        what: `${framework} has no control ${control}`,
        remedy: 'choose one of its controls',
      })
  }
}

/** Controls one by one, and what people decide about what speaks to them. */
export const mappingHandlers = {
  'control:get'({ db }, { framework, control, collectionId }) {
    checkKeys([{ framework, control }])
    const facts = collectionId === null && newestComplete(db) === null ? NO_FACTS : factsOf(db, collectionId)
    const state = statesOf(db, framework, facts).find((one) => one.control.id === control)
    if (!state) throw new Error(`no state for ${control}`)
    const all = new Map(frameworkOf(framework).controls.map((one) => [one.id, one]))
    return {
      state,
      path: above(state.control, all),
      mappings: mappings(db, framework).filter((one) => one.control === control),
      conclusion: conclusionOf(db, framework, control),
    }
  },
  'mapping:list': ({ db }, { framework }) => mappings(db, framework),
  'mapping:decide'(deps, { keys, decision, rationale }) {
    checkKeys(keys)
    return decideMappings(deps.db, { ...who(deps), keys, decision, rationale })
  },
  'mapping:undo': (deps, { act }) => undoMappings(deps.db, act, who(deps)),
} satisfies Partial<Handlers>
