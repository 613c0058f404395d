const VARIABLE = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d+)$/i
/** Some paths name an app or a team instead of giving its id. */
const NAMED = /^(\/client\/v11\/apps\/|\/teams\/)(?![0-9a-f]{8}-)[^/]+/

/** A path without its query. */
export function withoutQuery(path: string): string {
  return path.split('?')[0] ?? path
}

/** The kind of a path, such as `/apps/{id}/releases`: ids, numbers and app names are left out. */
export function pathKind(path: string): string {
  return withoutQuery(path)
    .replace(NAMED, '$1{name}')
    .split('/')
    .map((part) => (VARIABLE.test(part) ? '{id}' : part))
    .join('/')
}
