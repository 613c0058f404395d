import { asking } from '../asking.ts'
import { wrap } from '../screen-text.ts'

/** What is inherited from the vendor, and what stays with the customer. */
export const inheritedList = asking({
  name: 'inherited list',
  summary: 'what Heroku operates for its customers, where it is said, and what is left to do',
  examples: ['inherited list --locker acme.locker', 'inherited list --locker acme.locker --json'],
  question: 'inherited:list',
  input: () => ({}),
  lines: (statements, width) =>
    statements.flatMap(({ id, title, says, cites, duty, documents }) => [
      `${title} (${id}, inherited)`,
      ...indented(says, width),
      ...indented(`Cited: ${cites.map((one) => `${one.document}, ${one.section}`).join('; ')}`, width),
      ...indented(
        documents.length === 0
          ? 'On file: nothing yet'
          : `On file: ${documents.map((one) => `${one.title} (${one.date || 'no date'})`).join('; ')}`,
        width,
      ),
      ...indented(`Left to do: ${duty}`, width),
      '',
    ]),
})

const indented = (text: string, width: number | null) =>
  wrap(text, (width ?? 100) - 2).map((line) => `  ${line}`)
