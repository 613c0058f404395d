import type { Population, Sample, SampleResult } from '../../../../../shared/model/records/sample.ts'
import type { RecordItem } from '../../../../../shared/model/records.ts'
import type { Row, Sheet, Tone } from '../../sheet.ts'
import type { WorkbookSource } from '../../workbook-source.ts'
import { instant, jump, number, prose, state, tally, text } from '../column.ts'
import { frameworkSheetName, SHEET } from '../names.ts'
import { topicTitle } from '../topics/topics.ts'
import { counted } from '../words.ts'

/** What a sample was drawn from, in words. */
function populationWords(population: Population): string {
  const of = ` of collection ${population.collectionId}`
  if (population.of === 'evidence') return `${topicTitle(population.topic)}${of}`
  if (population.of === 'failures') return `failures of ${population.checkId}${of}`
  const filters = Object.entries(population.filter).map(([name, value]) => `${name} ${value}`)
  return `audit events${filters.length === 0 ? '' : ` with ${filters.join(', ')}`}, as of collection ${population.collectionId}`
}

/** A control in a cell, such as `SOC 2 CC8.1`. */
export const controlWords = (control: Sample['control']): string | null =>
  control && `${frameworkSheetName(control.framework)} ${control.control}`

/** Results by sample and position. */
function resultsOf(source: WorkbookSource): ReadonlyMap<string, RecordItem<'sample-result'>> {
  return new Map(source.records('sample-result').map((result) => [result.key, result]))
}

const failed = ({ results }: SampleResult) => Object.values(results).includes('not-met')

/** Samples with all that is needed to draw them again; null where none was drawn. */
export function samplesSheet(source: WorkbookSource): Sheet | null {
  const all = source.records('sample')
  if (all.length === 0) return null
  const results = resultsOf(source)
  const firstItem = new Map<string, number>()
  let row = 1
  for (const { key, content } of all) {
    firstItem.set(key, row)
    row += content.picks.length
  }
  return {
    name: SHEET.samples,
    title: 'Samples',
    about: `${counted(all.length, 'sample')} with population, method and seed`,
    notes: [
      `By the seed and the rule in ${SHEET.legend} anybody draws the same items from the same population.`,
    ],
    columns: [
      jump('Sample', 9),
      prose('Name', 28),
      text('Control', 18, { wrap: true }),
      prose('Population', 36),
      tally('Items in it', 11),
      text('Method', 12),
      text('Seed', 18),
      tally('Size', 8),
      prose('Reason', 36),
      prose('Tested for', 36),
      tally('Tested', 8),
      tally('Exceptions', 10),
      prose('Drawn by', 18),
      instant('Drawn'),
      prose('SHA-256 of the population', 34),
    ],
    *rows(): Iterable<Row> {
      for (const { key, content: one, at } of all) {
        const found = one.picks.flatMap(({ position }) => results.get(`${key}:${position}`)?.content ?? [])
        const link = { text: key, sheet: SHEET.sampleItems, row: firstItem.get(key) ?? 1 }
        const about = [link, one.name, controlWords(one.control), populationWords(one.population), one.count]
        const how = [one.method, one.seed, one.size, one.reason || null]
        const asked = one.attributes.map(({ id, text: words }) => `${id}: ${words}`).join('\n') || null
        const told = [found.length, found.filter(failed).length, one.drawnBy, at, one.digest]
        yield { cells: [...about, ...how, asked, ...told] }
      }
    },
  }
}

const RESULT = { met: 'met', 'not-met': 'NOT met', 'not-applicable': 'not applicable' } as const

function verdict(result: SampleResult | undefined): readonly [word: string, tone: Tone] {
  if (!result) return ['Not tested', 'unknown']
  return failed(result) ? ['Exception', 'bad'] : ['Tested', 'good']
}

/** Every item of every sample with what was found; null where no sample was drawn. */
export function sampleItemsSheet(source: WorkbookSource): Sheet | null {
  const all = source.records('sample')
  if (all.length === 0) return null
  const items = all.reduce((sum, { content }) => sum + content.picks.length, 0)
  return {
    name: SHEET.sampleItems,
    title: 'Items of the samples',
    about: `${counted(items, 'item')} with results and tickmarks`,
    notes: [
      `What the letters stand for is told in ${SHEET.samples}, what the marks mean in ${SHEET.legend}.`,
    ],
    columns: [
      text('Sample', 9),
      number('Position', 10),
      state('State', 12),
      prose('Item', 48),
      prose('Key', 36),
      prose('Results', 24),
      text('Mark', 7),
      prose('What was seen', 44),
      prose('Tested by', 18),
      instant('Tested'),
    ],
    *rows(): Iterable<Row> {
      const results = resultsOf(source)
      for (const { key: sample, content } of all)
        for (const { position, key, title } of content.picks) {
          const result = results.get(`${sample}:${position}`)
          const [word, tone] = verdict(result?.content)
          const said = Object.entries(result?.content.results ?? {}).map(
            ([id, one]) => `${id}: ${RESULT[one]}`,
          )
          const { mark = '', text: seen = '', testedBy = null } = result?.content ?? {}
          const found = [said.join('\n') || null, mark || null, seen || null, testedBy, result?.at ?? null]
          yield { tone, cells: [sample, position, word, title, key, ...found] }
        }
    },
  }
}
