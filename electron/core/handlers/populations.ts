import { problem } from '../../../shared/errors.ts'
import type { Population } from '../../../shared/model/records/sample.ts'
import { getCollection } from '../store/collections.ts'
import type { ReadableDb } from '../store/db.ts'
import { eventPopulation } from '../store/events-population.ts'
import { evidencePopulation, failurePopulation, type PopulationItem } from '../store/evidence-population.ts'

/** A population of any kind: counted, pinned by a digest, its items found by position from 0. */
export interface AnyPopulation {
  readonly count: number
  readonly digest: string
  at(position: number): PopulationItem
}

/** The population that a sample names, as its collection knew it. Throws `wrong-use` where there is none. */
export function populationOf(db: ReadableDb, population: Population): AnyPopulation {
  if (!getCollection(db, population.collectionId))
    throw problem('wrong-use', {
      what: `there is no collection ${population.collectionId}`,
      remedy: 'choose one of `collection:list`',
    })
  if (population.of === 'events') {
    const { count, digest, at } = eventPopulation(db, population.collectionId, population.filter)
    const told = (position: number): PopulationItem => {
      const event = at(position)
      const who = event.actor ?? 'unknown actor'
      return { key: String(event.seq), title: `${event.at} ${event.type} ${event.action} by ${who}` }
    }
    return { count, digest, at: told }
  }
  const { items, digest } =
    population.of === 'evidence'
      ? evidencePopulation(db, population.collectionId, population.topic)
      : failurePopulation(db, population.collectionId, population.checkId)
  return {
    count: items.length,
    digest,
    at(position) {
      const item = items[position]
      if (!item)
        throw problem('wrong-use', {
          what: `the population has no item ${position}`,
          remedy: items.length === 0 ? 'it is empty' : `choose one from 0 to ${items.length - 1}`,
        })
      return item
    },
  }
}
