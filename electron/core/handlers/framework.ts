import type { FrameworkId } from '../../../shared/model/engagement.ts'
import type { Framework } from '../../../shared/model/framework.ts'
import {
  type CollectionFacts,
  controlStates,
  countAnswers,
  coverage,
  frameworks,
} from '../frameworks/index.ts'
import { resolveCollection } from '../store/collections.ts'
import type { ReadableDb } from '../store/db.ts'
import { topicCounts } from '../store/evidence.ts'
import { lockerInfo } from '../store/locker.ts'
import { notRead } from '../store/readings.ts'
import { eachResult } from '../store/results.ts'
import type { Handlers } from './handler.ts'

/** Questions about frameworks: which there are, and where their controls stand in a collection. */
export const frameworkHandlers = {
  'framework:list': () =>
    frameworks().map(({ controls: _, topics: _topics, checks: _checks, ...about }) => about),
  'framework:controls': ({ db }, input) =>
    controlStates(frameworkOf(input.framework), factsOf(db, input.collectionId)),
  'framework:coverage': ({ db }, input) => {
    const facts = factsOf(db, input.collectionId)
    return lockerInfo(db)
      .engagement.frameworks.map(frameworkOf)
      .map((framework) => coverage(framework, controlStates(framework, facts)))
  },
} satisfies Pick<Handlers, 'framework:list' | 'framework:controls' | 'framework:coverage'>

function frameworkOf(id: FrameworkId): Framework {
  const framework = frameworks().find((one) => one.id === id)
  if (!framework) throw new Error(`no file for framework ${id}`)
  return framework
}

function factsOf(db: ReadableDb, collectionId: number | null): CollectionFacts {
  const { id } = resolveCollection(db, collectionId)
  return {
    topics: topicCounts(db, id),
    notRead: notRead(db, id),
    answers: countAnswers(eachResult(db, id)),
  }
}
