import { existsSync, readFileSync } from 'node:fs'

const FOLDER = new URL('../../../shared/heroku/', import.meta.url)

/** Whether Heroku’s published schemas are at hand: they are not part of this project. */
export const haveSchemas = existsSync(new URL('platform-schema.json', FOLDER))

type Tree = { readonly [key: string]: unknown }
const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const read = (file: string): Tree => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))

/** The innermost fields of an answer as Heroku’s own schema names them, dotted; null where there is no schema. */
export type SchemaFields = (host: string, path: string) => ReadonlySet<string> | null

/** Reads the schemas of both APIs. The older public variant of the Platform API fills what the newer one lacks. */
export function schemaFields(): SchemaFields {
  const platform = new Map([...platformOf('platform-schema-v3.json'), ...platformOf('platform-schema.json')])
  const data = dataOf()
  return (host, path) => {
    const key = shapeOf(path)
    return (
      (host.startsWith('api.data') ? data : host === 'api.heroku.com' ? platform : EMPTY).get(key) ?? null
    )
  }
}

const EMPTY: ReadonlyMap<string, ReadonlySet<string>> = new Map()

/** A path with every parameter as `{}`. */
function shapeOf(path: string): string {
  return path
    .replaceAll(/\{\(.*?\)\}|\{\w+\}|:\w+/g, '{}')
    .replace(/\?.*$/, '')
    .replace(/\/$/, '')
}

function platformOf(file: string): ReadonlyMap<string, ReadonlySet<string>> {
  const schema = read(file)
  const links = Object.entries(schema.definitions as Tree).flatMap(([name, definition]) =>
    (isTree(definition) && Array.isArray(definition.links) ? definition.links : []).map(
      (link: Tree) => [name, link] as const,
    ),
  )
  const gets = links.filter(([, link]) => String(link.method).toUpperCase() === 'GET')
  return new Map(
    gets.map(([name, link]) => {
      const target = isTree(link.targetSchema) ? link.targetSchema : {}
      const own = { $ref: `#/definitions/${name}` }
      const known = ['$ref', 'items', 'properties', 'patternProperties'].some((key) => key in target)
      return [shapeOf(decodeURIComponent(String(link.href))), fieldsOf(schema, known ? target : own)]
    }),
  )
}

function dataOf(): ReadonlyMap<string, ReadonlySet<string>> {
  const schema = read('data-api-schemas.json')
  const routes = Object.entries(schema).filter(([route]) => route.startsWith('GET '))
  return new Map(
    routes.flatMap(([route, facts]) => {
      const answers = isTree(facts) && isTree(facts.responses) ? facts.responses : {}
      const good = answers['200']
      return isTree(good) ? [[shapeOf(route.slice(4)), fieldsOf(schema, good)] as const] : []
    }),
  )
}

const DEEPEST = 7

function fieldsOf(schema: Tree, target: Tree): ReadonlySet<string> {
  const fields = new Set<string>()
  const walk = (node: unknown, at: string, depth: number, refs: readonly string[]): void => {
    if (!isTree(node) || depth > DEEPEST) return
    if (typeof node.$ref === 'string') {
      if (!refs.includes(node.$ref)) walk(resolved(schema, node.$ref), at, depth, [...refs, node.$ref])
      return
    }
    const before = fields.size
    for (const branch of ['anyOf', 'oneOf', 'allOf'])
      for (const one of Array.isArray(node[branch]) ? node[branch] : []) walk(one, at, depth, refs)
    if (isTree(node.items)) walk(node.items, at, depth + 1, refs)
    for (const [name, inner] of Object.entries(isTree(node.properties) ? node.properties : {}))
      walk(inner, at === '' ? name : `${at}.${name}`, depth + 1, refs)
    for (const inner of Object.values(isTree(node.patternProperties) ? node.patternProperties : {}))
      walk(inner, at === '' ? '*' : `${at}.*`, depth + 1, refs)
    if (fields.size === before && at !== '') fields.add(at)
  }
  walk(target, '', 0, [])
  return fields
}

function resolved(schema: Tree, ref: string): unknown {
  return ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((at, part) => (isTree(at) ? at[decodeURIComponent(part)] : undefined), schema)
}
