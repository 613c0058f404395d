/**
 * Makes `assets/frameworks/*.json` from the project's own tables in `../shared/compliance`. Run after a table
 * or the list of checks has changed: `npx node scripts/frameworks.ts`. With `--check` it writes nothing and
 * fails where a file differs.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { CHECKS } from '../electron/core/checks/index.ts'
import type { CheckMapping, Control, Framework, Through, TopicMapping } from '../shared/model/framework.ts'
import { Topic } from '../shared/model/topic.ts'
import { type FrameworkSource, SOURCES } from './frameworks-sources.ts'

const TABLES = new URL('../../shared/compliance/', import.meta.url)
const ASSETS = new URL('../assets/frameworks/', import.meta.url)

/** Rows of a tab-separated table without its header. */
function rowsOf(file: string): readonly (readonly string[])[] {
  return linesOf(new URL(file, TABLES)).slice(1)
}

function linesOf(file: URL): readonly (readonly string[])[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
}

/** Our own sentence on each control that evidence can speak to: `assets/frameworks/words/<id>.tsv`. */
function wordsOf(source: FrameworkSource): ReadonlyMap<string, string> {
  const file = new URL(`words/${source.id}.tsv`, ASSETS)
  return new Map(existsSync(file) ? linesOf(file).map(([id = '', says = '']) => [id, says]) : [])
}

function controlsOf(source: FrameworkSource): readonly Control[] {
  const words = wordsOf(source)
  return rowsOf(`ids/${source.catalog}`).map(([id = '', parent = '', title = '', kind = '']) => {
    const says = words.get(id)
    return { id, parent: parent === '' ? null : parent, title, kind, ...(says ? { says } : {}) }
  })
}

function topicsOf(source: FrameworkSource): readonly TopicMapping[] {
  const shared = rowsOf('crosswalk.tsv')
    .filter(([, framework]) => framework === source.crosswalk)
    .map(([topic, , control = '', rationale = '']) => ({ topic: Topic.parse(topic), control, rationale }))
  const own = linesOf(new URL('own-crosswalk.tsv', ASSETS))
    .filter(([framework]) => framework === source.id)
    .map(([, topic, control = '', rationale = '']) => ({ topic: Topic.parse(topic), control, rationale }))
  return [...shared, ...own]
}

function throughOf({ through }: FrameworkSource): Through | undefined {
  if (!through) return undefined
  const { framework, translation } = through
  if (!translation) return { framework, by: 'parent' }
  const rows = rowsOf(`ids/${translation}`).map(([from = '', to = '', note = '']) => ({
    from,
    to: to === '' ? null : to,
    note,
  }))
  return { framework, by: 'translation', rows }
}

/** Mappings of the checks that exist; those of later checks come with them. */
function checksOf({ prefix }: FrameworkSource): readonly CheckMapping[] {
  if (!prefix) return []
  const shipped = new Set(CHECKS.map((check) => check.id))
  return rowsOf('checks.tsv')
    .filter(([id = '']) => shipped.has(id))
    .flatMap(([check = '', , , , , , controls = '']) =>
      controls
        .split(';')
        .filter((entry) => entry.startsWith(`${prefix}:`))
        .map((entry) => ({ check, control: entry.slice(prefix.length + 1) })),
    )
}

function frameworkOf(source: FrameworkSource): Framework {
  const { id, title, version, requirementKinds, published } = source
  const through = throughOf(source)
  return {
    id,
    title,
    version,
    source: source.source,
    requirementKinds,
    published,
    controls: controlsOf(source),
    topics: topicsOf(source),
    checks: checksOf(source),
    ...(through ? { through } : {}),
  }
}

/** One line per control and mapping, so that a change shows as a change of lines. */
function textOf({ controls, topics, checks, through, ...head }: Framework): string {
  const lines = (rows: readonly unknown[]) => rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')
  const start = JSON.stringify(head, null, 2).replace(/\n\}$/, '')
  const lists = Object.entries({ controls, topics, checks }).map(
    ([name, rows]) => `  "${name}": [\n${lines(rows)}\n  ]`,
  )
  const { rows = null, ...how } = through ?? {}
  if (through) {
    const text = JSON.stringify(how).slice(1, -1)
    lists.push(rows ? `  "through": {${text},"rows":[\n${lines(rows)}\n  ]}` : `  "through": {${text}}`)
  }
  return `${start},\n${lists.join(',\n')}\n}\n`
}

const only = process.argv.includes('--check')
mkdirSync(ASSETS, { recursive: true })
for (const source of SOURCES) {
  const file = new URL(`${source.id}.json`, ASSETS)
  const framework = frameworkOf(source)
  const text = textOf(framework)
  if (only && readFileSync(file, 'utf8') !== text) {
    console.error(`${file.pathname} differs from the tables: run scripts/frameworks.ts`)
    process.exitCode = 1
  }
  if (!only) writeFileSync(file, text)
  const { controls, topics, checks } = framework
  console.log(
    `${source.id}: ${controls.length} ids, ${topics.length} topic and ${checks.length} check mappings`,
  )
}
