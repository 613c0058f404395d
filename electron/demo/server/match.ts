import type { Route } from './route.ts'

interface Node {
  readonly fixed: Map<string, Node>
  any: Node | null
  route: Route | null
}

const node = (): Node => ({ fixed: new Map(), any: null, route: null })

/** Finds the route of a path; fixed segments win over parameters. */
export type Matcher = (path: string) => { readonly route: Route; readonly params: readonly string[] } | null

/** Builds a matcher. Two routes with the same path are a mistake and throw. */
export function matcher(routes: readonly Route[]): Matcher {
  const root = node()
  for (const route of routes) {
    let at = root
    for (const part of segments(route.path)) at = child(at, part)
    if (at.route) throw new RangeError(`two routes for ${route.path}`)
    at.route = route
  }
  return (path) => walk(root, segments(path), 0, [])
}

const segments = (path: string) => path.split('/').filter((part) => part !== '')

function child(at: Node, part: string): Node {
  if (part.startsWith(':')) {
    at.any ??= node()
    return at.any
  }
  const next = at.fixed.get(part) ?? node()
  at.fixed.set(part, next)
  return next
}

function walk(
  at: Node,
  parts: readonly string[],
  depth: number,
  params: readonly string[],
): ReturnType<Matcher> {
  const part = parts[depth]
  if (part === undefined) return at.route ? { route: at.route, params } : null
  const fixed = at.fixed.get(part)
  const hit = fixed && walk(fixed, parts, depth + 1, params)
  if (hit) return hit
  return at.any ? walk(at.any, parts, depth + 1, [...params, decode(part)]) : null
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
