import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'

/** Heroku's published schemas; tests that need them skip where the folder is absent. */
export const SCHEMAS = join(import.meta.dirname, '../../../shared/heroku')
export const haveSchemas = existsSync(join(SCHEMAS, 'platform-schema.json'))

type Tree = { [key: string]: unknown }
const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A GET of the Platform schema: address with its parameters, and a check of the answer's body. */
export interface PlatformLink {
  readonly template: string
  /** Definition behind each `{}` of the template, such as `app` or `pipeline-coupling/stage`. */
  readonly params: readonly string[]
  readonly check: ValidateFunction
  /** Fields that the schema knows at the top of the (first) item. */
  readonly fields: ReadonlySet<string>
}

function ajv(): Ajv {
  const checker = new Ajv({
    strict: false,
    allErrors: true,
    logger: false,
    validateSchema: false,
    unicodeRegExp: false,
  })
  addFormats.default(checker)
  // Heroku's schema calls a bare host name a URI.
  checker.addFormat('uri', true)
  return checker
}

const read = (file: string): Tree => JSON.parse(readFileSync(join(SCHEMAS, file), 'utf8'))

/** Every GET link of the Platform schema. */
export function platformLinks(): readonly PlatformLink[] {
  const schema = read('platform-schema.json')
  const checker = ajv()
  checker.addSchema({ $id: 'heroku', definitions: strip(schema.definitions) })
  return Object.entries(schema.definitions as Tree).flatMap(([name, definition]) => {
    const links = isTree(definition) && Array.isArray(definition.links) ? definition.links : []
    return links
      .filter((link) => String(link.method).toUpperCase() === 'GET')
      .map((link) => platformLink(checker, schema, name, link))
  })
}

function platformLink(checker: Ajv, schema: Tree, name: string, link: Tree): PlatformLink {
  const href = decodeURIComponent(String(link.href))
  const params = [...href.matchAll(/\{\(#\/definitions\/([^)]*?)\)\}/g)].map((match) =>
    (match[1] ?? '').replace('/definitions/', '/'),
  )
  const own = { $ref: `#/definitions/${name}` }
  const list = link.rel === 'instances' || /\blist\b/i.test(String(link.title))
  const target =
    isTree(link.targetSchema) && usable(link.targetSchema)
      ? link.targetSchema
      : list
        ? { type: 'array', items: own }
        : own
  return {
    template: href.replaceAll(/\{[^}]*\}/g, '{}'),
    params,
    check: checker.compile(absolute(strip(target))),
    fields: fieldsOf(schema, target),
  }
}

const usable = (target: Tree) => '$ref' in target || 'items' in target || 'properties' in target

function fieldsOf(schema: Tree, target: Tree): ReadonlySet<string> {
  const items = isTree(target.items) ? target.items : target
  const path = String(items.$ref ?? '')
    .split('/')
    .slice(1)
  const found = path.reduce<unknown>((at, part) => (isTree(at) ? at[part] : undefined), schema)
  const properties = isTree(found) ? found.properties : items.properties
  return new Set(Object.keys(isTree(properties) ? properties : {}))
}

/** Draft 4 leftovers that Ajv trips over: `id` and `$schema` of a schema, and links, which are no constraint. */
function strip(node: unknown): Tree {
  const walk = (value: unknown, inProperties: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, false))
    if (!isTree(value)) return value
    const kept = Object.entries(value).filter(
      ([key]) =>
        inProperties ||
        (key !== '$schema' &&
          key !== 'links' &&
          key !== 'example' &&
          !(key === 'id' && typeof value.id === 'string')),
    )
    return Object.fromEntries(
      kept.map(([key, child]) => [key, walk(child, key === 'properties' || key === 'definitions')]),
    )
  }
  return walk(node, true) as Tree
}

function absolute(node: unknown): Tree {
  return JSON.parse(JSON.stringify(node).replaceAll('"$ref":"#/', '"$ref":"heroku#/'))
}

/** A GET of the Data API: address with `:name` or `{name}` parameters, and a check of the body of a 200. */
export interface DataLink {
  readonly template: string
  readonly check: ValidateFunction
}

/** Every GET of the Data API that has a schema. A type of `null` only says that the fixture held null: it allows all. */
export function dataLinks(): readonly DataLink[] {
  const checker = ajv()
  return Object.entries(read('data-api-schemas.json')).flatMap(([route, facts]) => {
    const [method, template = ''] = route.split(' ')
    const responses = isTree(facts) && isTree(facts.responses) ? facts.responses : {}
    const schema = responses['200']
    if (method !== 'GET' || !isTree(schema)) return []
    return [
      {
        template: template.replaceAll(/:[a-z_]+|\{[a-z_]+\}/g, '{}'),
        check: checker.compile(loosen(schema)),
      },
    ]
  })
}

function loosen(node: Tree): Tree {
  const text = JSON.stringify(node, (_, value) => {
    if (!isTree(value)) return value
    if (value.type === 'null') return {}
    return Object.fromEntries(Object.entries(value).filter(([, child]) => child !== null))
  })
  return JSON.parse(text)
}

/** Paths of the endpoints that are worth collecting, with `{name}` parameters. */
export function endpointPaths(): readonly string[] {
  const endpoints: readonly { readonly path: string }[] = JSON.parse(
    readFileSync(join(SCHEMAS, 'endpoints.json'), 'utf8'),
  )
  return endpoints.map((endpoint) => endpoint.path)
}
