import { App } from './app-inventory.ts'
import type { Collector } from './collector.ts'

/** Which apps answer inside their space only; read from the list of apps, without a request of its own. */
export const internalRouting: Collector<'internal-routing', 'account'> = {
  id: 'internal-routing',
  topic: 'internal-routing',
  title: 'Internal routing',
  says: 'which apps can be reached from the internet, and which from their space only',
  scope: 'read',
  per: 'account',
  async *collect(heroku) {
    for await (const { id, name, space, generation, internal_routing } of heroku.list('/apps', App))
      yield {
        subject: name,
        subjectId: id,
        content: {
          app: { id, name },
          space: space && { id: space.id, name: space.name },
          generation,
          internal_routing,
        },
      }
  },
}
