import type { ClientRequest } from '../../../shared/model/records/client-request.ts'
import type { Sheet } from './sheet.ts'

/** The requests to the client as a sheet that the client fills in; its headers are those that an import finds. */
export function requestListSheet(requests: readonly ClientRequest[], organisation: string): Sheet {
  return {
    name: 'Requests',
    title: `Requests to ${organisation}`,
    about: 'What the client is asked for, and how far it is',
    notes: ['Fill in State (received) and Answer, and send the file back. Keep the numbers as they are.'],
    columns: [
      { title: 'Number', kind: 'number', width: 9 },
      { title: 'Title', kind: 'text', width: 40, wrap: true },
      { title: 'Text', kind: 'text', width: 50, wrap: true },
      { title: 'Framework', kind: 'text', width: 16 },
      { title: 'Control', kind: 'text', width: 14 },
      { title: 'Owner', kind: 'text', width: 22 },
      { title: 'Due', kind: 'day', width: 12 },
      { title: 'State', kind: 'text', width: 12 },
      { title: 'Answer', kind: 'text', width: 50, wrap: true },
    ],
    *rows() {
      for (const { number, title, text, control, owner, due, state, answer } of requests)
        yield {
          cells: [
            number,
            title,
            text,
            control?.framework ?? null,
            control?.control ?? null,
            owner,
            due,
            state,
            answer,
          ],
        }
    },
  }
}
