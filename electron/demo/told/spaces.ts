import type { Organisation } from '../organisation.ts'
import type { Told } from './told.ts'

/** What is told about regions, spaces and the apps in them; of one neighbour in a Shield Space nobody said anything. */
export function toldAboutSpaces(_org: Organisation): Told {
  return {
    tags: { 'claims-intake': ['phi'] },
    lists: {
      regions: [
        { region: 'eu', reason: 'home' },
        { region: 'dublin', reason: 'home' },
        { region: 'frankfurt', reason: 'customers in Germany' },
      ],
    },
    statements: [
      {
        ...{ about: 'keystroke-logging', subject: null, answer: true },
        statement: 'Support confirmed it in ticket 118203; a session of last week was found in the archive.',
      },
    ],
  }
}
