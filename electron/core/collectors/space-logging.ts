import type { Collector } from './collector.ts'
import { addressOf, Drain } from './log-drains.ts'

/**
 * Whether the logs of a whole space go to one place. Shares the answer of the space's drain with the collector of
 * log drains; an item says so too where there is none, because that is what a Shield Space must not be without.
 */
export const spaceLogging: Collector<'space-logging', 'space'> = {
  id: 'space-logging',
  topic: 'space-logging',
  title: 'Space logging',
  says: 'which spaces send the logs of all their apps to one place, and which have no such place',
  scope: 'read',
  per: 'space',
  async *collect(heroku, { id, name, shield, generation }) {
    const drain = await heroku.find(`/spaces/${id}/log-drain`, Drain)
    const address = drain && addressOf(drain.url)
    yield {
      subject: name,
      subjectId: id,
      content: {
        space: { id, name },
        shield,
        generation,
        drain: drain &&
          address && {
            id: drain.id,
            scheme: address.scheme,
            host: address.host,
            port: address.port,
            credential_in_address: address.credentialInAddress,
            created_at: drain.created_at,
          },
      },
    }
  },
}
