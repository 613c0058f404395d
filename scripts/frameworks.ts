/**
 * Makes `assets/frameworks/*.json` from the project's own tables in `../shared/compliance`. Run after a table
 * or the list of checks has changed: `npx node scripts/frameworks.ts`. With `--check` it writes nothing and
 * fails where a file differs.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { CHECKS } from '../electron/core/checks/index.ts'
import type { CheckMapping, Control, Framework, TopicMapping } from '../shared/model/framework.ts'
import { Topic } from '../shared/model/topic.ts'
import { type FrameworkSource, SOURCES } from './frameworks-sources.ts'

const TABLES = new URL('../../shared/compliance/', import.meta.url)
const ASSETS = new URL('../assets/frameworks/', import.meta.url)

/** Rows of a tab-separated table without its header. */
function rowsOf(file: string): readonly (readonly string[])[] {
  return readFileSync(new URL(file, TABLES), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
}

function controlsOf(source: FrameworkSource): readonly Control[] {
  return rowsOf(`ids/${source.catalog}`).map(([id = '', parent = '', title = '', kind = '']) => ({
    id,
    parent: parent === '' ? null : parent,
    title,
    kind,
  }))
}

function topicsOf(source: FrameworkSource): readonly TopicMapping[] {
  return rowsOf('crosswalk.tsv')
    .filter(([, framework]) => framework === source.crosswalk)
    .map(([topic, , control = '', rationale = '']) => ({ topic: Topic.parse(topic), control, rationale }))
}

/** Mappings of the checks that exist; those of later checks come with them. */
function checksOf(source: FrameworkSource): readonly CheckMapping[] {
  const shipped = new Set(CHECKS.map((check) => check.id))
  return rowsOf('checks.tsv')
    .filter(([id = '']) => shipped.has(id))
    .flatMap(([check = '', , , , , , controls = '']) =>
      controls
        .split(';')
        .filter((entry) => entry.startsWith(`${source.prefix}:`))
        .map((entry) => ({ check, control: entry.slice(source.prefix.length + 1) })),
    )
}

function frameworkOf(source: FrameworkSource): Framework {
  const { id, title, version, requirementKinds, published } = source
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
  }
}

/** One line per control and mapping, so that a change shows as a change of lines. */
function textOf({ controls, topics, checks, ...head }: Framework): string {
  const lines = (rows: readonly unknown[]) => rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')
  const start = JSON.stringify(head, null, 2).replace(/\n\}$/, '')
  const lists = Object.entries({ controls, topics, checks }).map(
    ([name, rows]) => `  "${name}": [\n${lines(rows)}\n  ]`,
  )
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
