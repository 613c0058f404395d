import type { WorkFacts } from '../checks/check.ts'
import { conclusionsOf } from '../store/conclusions.ts'
import { query, type ReadableDb } from '../store/db.ts'
import { recordsOf } from '../store/records.ts'
import { factsOf, statesOf } from './control-facts.ts'
import { chosenFrameworks, frameworkOf } from './framework-catalog.ts'
import { populationOf } from './populations.ts'
import { repeatSample } from './sample.ts'

function verificationOf(db: ReadableDb): WorkFacts['verification'] {
  const row = query<[], { at: string; detail: string }>(
    db,
    "select at, detail from journal where action = 'locker.verified' order by seq desc limit 1",
  ).get()
  if (!row) return null
  const { intact, firstBroken } = JSON.parse(row.detail) as {
    intact: boolean
    firstBroken: { entry: string; what: string } | null
  }
  return { at: row.at, intact, firstBroken: firstBroken && `${firstBroken.entry} ${firstBroken.what}` }
}

function samplesOf(db: ReadableDb): WorkFacts['samples'] {
  return recordsOf(db, 'sample').map(({ key, content }) => {
    const { same, says } = repeatSample(content, populationOf(db, content.population))
    return { id: key, name: content.name, same, says }
  })
}

/** How far people are with their work over a collection: read anew each time, because work goes on. */
export function workFacts(db: ReadableDb, collectionId: number): WorkFacts {
  const facts = factsOf(db, collectionId)
  const perFramework = chosenFrameworks(db).map((id) => {
    const kinds = new Set(frameworkOf(db, id).requirementKinds)
    const conclusions = conclusionsOf(db, id)
    const concluded = new Set(conclusions.filter(({ text }) => text !== '').map(({ control }) => control))
    const controls = statesOf(db, id, facts)
      .filter(({ control, topics, checks }) => kinds.has(control.kind) && topics.length + checks.length > 0)
      .map(({ control, evidence }) => ({
        framework: id,
        control: control.id,
        evidence,
        concluded: concluded.has(control.id),
      }))
    return { controls, signOffs: conclusions }
  })
  return {
    controls: perFramework.flatMap(({ controls }) => controls),
    signOffs: perFramework.flatMap(({ signOffs }) => signOffs),
    samples: samplesOf(db),
    verification: verificationOf(db),
  }
}
