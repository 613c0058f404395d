import { coverage, frameworks } from '../frameworks/index.ts'
import { lockerInfo } from '../store/locker.ts'
import { factsOf, frameworkOf, statesOf } from './control-facts.ts'
import type { Handlers } from './handler.ts'

/** Questions about frameworks: which there are, and where their controls stand in a collection. */
export const frameworkHandlers = {
  'framework:list': () =>
    frameworks().map(({ controls: _, topics: _topics, checks: _checks, ...about }) => about),
  'framework:controls': ({ db }, { framework, collectionId }) =>
    statesOf(db, framework, factsOf(db, collectionId)),
  'framework:coverage': ({ db }, input) => {
    const facts = factsOf(db, input.collectionId)
    return lockerInfo(db).engagement.frameworks.map((id) =>
      coverage(frameworkOf(id), statesOf(db, id, facts)),
    )
  },
} satisfies Pick<Handlers, 'framework:list' | 'framework:controls' | 'framework:coverage'>
