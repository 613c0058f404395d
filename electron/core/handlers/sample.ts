import { randomBytes } from 'node:crypto'
import type { ParsedInputOf } from '../../../shared/contract.ts'
import type { SampleDetail, SampleRepeat, SampleSummary } from '../../../shared/contract-testing.ts'
import { problem } from '../../../shared/errors.ts'
import { MOST_PICKS, type Sample } from '../../../shared/model/records/sample.ts'
import type { RecordItem } from '../../../shared/model/records.ts'
import type { ReadableDb } from '../store/db.ts'
import { keepRecords, nextKey, recordOf, recordsOf } from '../store/records.ts'
import { randomPositions, SELECTION_RULE, systematicPositions } from '../testing/selection.ts'
import { type Deps, type Handlers, who } from './handler.ts'
import { type AnyPopulation, populationOf } from './populations.ts'

function positionsOf(
  method: Sample['method'],
  count: number,
  size: number,
  seed: string | null,
  named: readonly number[],
): readonly number[] {
  switch (method) {
    case 'all':
      return Array.from({ length: count }, (_, position) => position)
    case 'judgemental':
      return [...new Set(named)].sort((a, b) => a - b)
    case 'random':
      return randomPositions(seed ?? '', count, size)
    case 'systematic':
      return systematicPositions(seed ?? '', count, size)
  }
}

/** What keeps a sample from being drawn, in one sentence; null where nothing does. */
function refusal({ method, size, positions }: ParsedInputOf<'sample:draw'>, count: number): string | null {
  if (count === 0) return 'the population is empty'
  if (method === 'all')
    return count > MOST_PICKS ? `${count} items are more than ${MOST_PICKS} to test all` : null
  if (method === 'judgemental') {
    if (positions.length === 0) return 'a judgemental sample names its items'
    const past = positions.find((position) => position >= count)
    return past === undefined ? null : `item ${past} is not in a population of ${count}`
  }
  if (size === null) return `a ${method} sample needs a size`
  if (size > count) return `a sample of ${size} does not fit into a population of ${count}`
  return size > MOST_PICKS ? `a sample holds at most ${MOST_PICKS} items` : null
}

function resultsOf(db: ReadableDb, id: string): readonly RecordItem<'sample-result'>[] {
  return recordsOf(db, 'sample-result').filter(({ key }) => key.startsWith(`${id}:`))
}

const positionOf = (key: string) => Number(key.slice(key.lastIndexOf(':') + 1))

function sampleOf(db: ReadableDb, id: string): RecordItem<'sample'> {
  const found = recordOf(db, 'sample', id)
  if (!found)
    throw problem('wrong-use', { what: `there is no sample ${id}`, remedy: 'choose one of the list' })
  return found
}

function detailOf(db: ReadableDb, id: string): SampleDetail {
  const { content, by, at } = sampleOf(db, id)
  const results = resultsOf(db, id).map((result) => ({
    position: positionOf(result.key),
    result: result.content,
    at: result.at,
  }))
  return { id, sample: content, by, at, results: results.toSorted((a, b) => a.position - b.position) }
}

function draw(deps: Deps, input: ParsedInputOf<'sample:draw'>): SampleDetail {
  const { positions: named, seed: given, size: asked, ...facts } = input
  const population = populationOf(deps.db, facts.population)
  const refused = refusal(input, population.count)
  if (refused)
    throw problem('wrong-use', { what: refused, remedy: 'choose another method, size or population' })
  const byChance = facts.method === 'random' || facts.method === 'systematic'
  const seed = byChance ? (given ?? randomBytes(8).toString('hex')) : null
  const positions = positionsOf(facts.method, population.count, asked ?? 0, seed, named)
  const content: Sample = {
    ...facts,
    count: population.count,
    digest: population.digest,
    seed,
    size: positions.length,
    picks: positions.map((position) => ({ position, ...population.at(position) })),
  }
  const id = nextKey(deps.db, 'sample', 'S')
  const says = `${id}: ${positions.length} of ${population.count} drawn (${facts.method})`
  keepRecords(deps.db, who(deps), says, [{ kind: 'sample', key: id, content }])
  return detailOf(deps.db, id)
}

/** Draws a sample again from its own facts and compares it with what is stored. */
export function repeatSample(sample: Sample, population: AnyPopulation): SampleRepeat {
  const told = (same: boolean, says: string): SampleRepeat => ({ same, says, rule: SELECTION_RULE })
  if (population.count !== sample.count || population.digest !== sample.digest)
    return told(false, `the population has ${population.count} items now and another digest than at the draw`)
  const named = sample.picks.map(({ position }) => position)
  const positions = positionsOf(sample.method, sample.count, sample.size, sample.seed, named)
  const again = positions.map((position) => population.at(position).key)
  const same =
    again.length === sample.picks.length &&
    sample.picks.every(({ position, key }, n) => positions[n] === position && again[n] === key)
  return same
    ? told(true, `the same ${again.length} items of ${sample.count} come out`)
    : told(false, 'other items come out than those that are stored')
}

function summaryOf(
  { key, content, by, at }: RecordItem<'sample'>,
  results: readonly RecordItem<'sample-result'>[],
): SampleSummary {
  const { picks: _, ...facts } = content
  const of = results.filter((result) => result.key.startsWith(`${key}:`))
  const exceptions = of.filter((result) => Object.values(result.content.results).includes('not-met')).length
  return { ...facts, id: key, by, at, tested: of.length, exceptions }
}

/** Populations and samples: drawn by a stated rule, repeatable by anyone, tested item by item. */
export const sampleHandlers = {
  'population:facts'({ db }, { population }) {
    const { count, digest } = populationOf(db, population)
    return { count, digest }
  },
  'sample:draw': draw,
  'sample:list'({ db }) {
    const results = recordsOf(db, 'sample-result')
    return recordsOf(db, 'sample').map((sample) => summaryOf(sample, results))
  },
  'sample:get': ({ db }, { id }) => detailOf(db, id),
  'sample:repeat'({ db }, { id }) {
    const { content } = sampleOf(db, id)
    return repeatSample(content, populationOf(db, content.population))
  },
  'sample:test'(deps, { id, items }) {
    const { content } = sampleOf(deps.db, id)
    const known = new Set(content.picks.map(({ position }) => position))
    const attributes = new Set(content.attributes.map((attribute) => attribute.id))
    for (const { position, results } of items) {
      const strange = Object.keys(results).find((attribute) => !attributes.has(attribute))
      if (!known.has(position) || strange !== undefined)
        throw problem('wrong-use', {
          what:
            strange === undefined ? `item ${position} is not in ${id}` : `${id} has no attribute ${strange}`,
          remedy: 'choose one of the sample',
        })
    }
    const changes = items.map(({ position, ...result }) => ({
      kind: 'sample-result' as const,
      key: `${id}:${position}`,
      content: result,
    }))
    return keepRecords(deps.db, who(deps), `${id}: ${changes.length} tested`, changes)
  },
  'sample:remove'(deps, { id }) {
    sampleOf(deps.db, id)
    const results = resultsOf(deps.db, id).map(({ key }) => ({
      kind: 'sample-result' as const,
      key,
      content: null,
    }))
    return keepRecords(deps.db, who(deps), `${id} removed`, [
      { kind: 'sample', key: id, content: null },
      ...results,
    ])
  },
} satisfies Partial<Handlers>
