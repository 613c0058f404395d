import type { FrameworkInfo } from '../../../shared/contract-frameworks.ts'
import { problem } from '../../../shared/errors.ts'
import type { FrameworkId } from '../../../shared/model/engagement.ts'
import type { Framework } from '../../../shared/model/framework.ts'
import { CHOSEN } from '../../../shared/model/records/engagement-frameworks.ts'
import { coverage, frameworks } from '../frameworks/index.ts'
import { keepRecords, recordOf } from '../store/records.ts'
import { factsOf, statesOf } from './control-facts.ts'
import { chosenFrameworks, frameworkOf, ownFrameworks } from './framework-catalog.ts'
import { type Deps, type Handlers, who } from './handler.ts'

/** A framework as lists tell it. */
export function infoOf(framework: Framework, chosen: boolean): FrameworkInfo {
  const { controls, topics, checks, through: _, ...about } = framework
  const kinds = new Set(framework.requirementKinds)
  const requirements = controls.filter(({ kind }) => kinds.has(kind)).length
  const counts = { entries: controls.length, requirements, topics: topics.length, checks: checks.length }
  return { ...about, chosen, counts }
}

function choose(deps: Deps, ids: readonly FrameworkId[]) {
  const unique = [...new Set(ids)]
  for (const id of unique) frameworkOf(deps.db, id)
  return keepRecords(deps.db, who(deps), `works with ${unique.join(', ')}`, [
    { kind: 'engagement-frameworks', key: CHOSEN, content: { frameworks: unique } },
  ])
}

/** Questions about frameworks: which there are, which are worked with, where their controls stand. */
export const frameworkHandlers = {
  'framework:list'({ db }) {
    const chosen = new Set(chosenFrameworks(db))
    return [...frameworks(), ...ownFrameworks(db)].map((one) => infoOf(one, chosen.has(one.id)))
  },
  'framework:choose': (deps, input) => choose(deps, input.frameworks),
  'framework:remove'(deps, { id }) {
    const there = recordOf(deps.db, 'own-framework', id)
    if (!there)
      throw problem('wrong-use', { what: `there is no framework ${id}`, remedy: 'choose one of the list' })
    return keepRecords(deps.db, who(deps), `framework ${there.content.title} removed`, [
      { kind: 'own-framework', key: id, content: null },
    ])
  },
  'framework:controls': ({ db }, { framework, collectionId }) =>
    statesOf(db, framework, factsOf(db, collectionId)),
  'framework:coverage': ({ db }, input) => {
    const facts = factsOf(db, input.collectionId)
    return chosenFrameworks(db).map((id) => coverage(frameworkOf(db, id), statesOf(db, id, facts)))
  },
} satisfies Partial<Handlers>
