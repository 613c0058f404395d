import type { CollectorOf, SubjectOf } from '../../electron/core/collectors/collector.ts'
import { performTask } from '../../electron/core/collectors/task.ts'
import { isKnownRead } from '../../electron/core/heroku/known-reads.ts'
import type { TaskToStore } from '../../electron/core/store/tasks.ts'
import type { SubjectKind } from '../../shared/model/collection.ts'
import { type Reply, startHostile } from './hostile-heroku.ts'
import { clientOf } from './hostile-heroku-client.ts'
import { json } from './hostile-heroku-replies.ts'

/** How Heroku answers where the token may not read. */
export const forbidden = json(403, { id: 'forbidden', message: 'You do not have access to this.' })

/** A UUID that a test can recognise. */
export function uuid(n: number): string {
  return `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`
}

/** Subjects for tests of collectors. */
export const SUBJECT = {
  account: { kind: 'account', id: '~', name: 'ana@example.com', email: 'ana@example.com' },
  enterprise: {
    kind: 'enterprise',
    id: uuid(1),
    name: 'acme',
    identityProvider: { id: uuid(9), name: 'acme-sso' },
    asOf: '2026-11-21',
  },
  team: {
    kind: 'team',
    id: uuid(2),
    name: 'acme-shop',
    enterprise: { id: uuid(1), name: 'acme' },
    identityProvider: { id: uuid(9), name: 'acme-sso' },
    asOf: '2026-11-21',
  },
  space: {
    kind: 'space',
    id: uuid(3),
    name: 'shop-space',
    team: 'acme-shop',
    shield: false,
    generation: 'cedar',
  },
  pipeline: { kind: 'pipeline', id: uuid(4), name: 'shop' },
  app: {
    kind: 'app',
    id: uuid(5),
    name: 'shop-api',
    team: 'acme-shop',
    generation: 'cedar',
    space: null,
    hasPostgres: true,
    hasData: true,
  },
  addon: {
    kind: 'addon',
    id: uuid(6),
    name: 'postgresql-round-1',
    service: 'heroku-postgresql',
    plan: 'heroku-postgresql:standard-0',
    app: { id: uuid(5), name: 'shop-api' },
  },
} as const satisfies { readonly [K in SubjectKind]: SubjectOf[K] }

/** What a collector brought, and what it asked for. */
export interface Brought {
  readonly task: TaskToStore
  readonly contents: readonly unknown[]
  readonly asked: readonly string[]
}

/**
 * Runs one collector with the real client against a server that answers by path: with a body, or with a `Reply`.
 * Paths that are not given answer 404.
 */
export async function collect<K extends SubjectKind>(
  collector: CollectorOf<K>,
  subject: SubjectOf[K],
  answers: Readonly<Record<string, unknown>>,
): Promise<Brought> {
  const script = Object.entries(answers).map(
    ([path, answer]) => [path, typeof answer === 'function' ? (answer as Reply) : json(200, answer)] as const,
  )
  const server = await startHostile(Object.fromEntries(script))
  const client = clientOf(server.url, { mayRead: isKnownRead })
  try {
    const setting = { client, collectionId: 1, now: () => new Date(0), signal: new AbortController().signal }
    const task = await performTask(setting, client.subject(), collector, subject)
    return {
      task,
      contents: task.items.map((item) => item.content),
      asked: server.seen.map((one) => one.path),
    }
  } finally {
    await client.close()
    await server.close()
  }
}
