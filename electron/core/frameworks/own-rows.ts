import { FrameworkId } from '../../../shared/model/engagement.ts'
import type { Framework } from '../../../shared/model/framework.ts'
import { column, maybe } from '../../../shared/model/records/list-definition.ts'
import { OwnControl } from '../../../shared/model/records/own-framework.ts'
import type { TableFault } from '../../../shared/model/table.ts'

/** The columns of a table of controls, as an import finds them. */
export const CONTROL_COLUMNS = [
  column('id', 'Id', 'the id of the control', 'AC-1', {
    synonyms: ['control id', 'reference', 'number', 'control'],
  }),
  maybe('parent', 'Parent', 'the id of the control or group above it', 'AC', {
    synonyms: ['group', 'domain', 'section'],
  }),
  column('title', 'Title', 'what it is called', 'Second factor for everybody', {
    synonyms: ['name', 'control title', 'short title'],
  }),
  maybe('says', 'Says', 'what it asks', 'Every member logs in with two factors.', {
    synonyms: ['description', 'requirement', 'text'],
  }),
  maybe(
    'through',
    'Same as',
    'controls of shipped frameworks that ask the same',
    'soc2-2017:CC6.1; iso27001-2022:A.8.5',
    { synonyms: ['maps to', 'mapping', 'mapped to', 'equivalent'] },
  ),
] as const

/** One row of a table of controls, by the plain names of its columns; null where a cell is empty. */
export interface ControlRow {
  readonly row: number
  readonly id: string | null
  readonly parent: string | null
  readonly title: string | null
  readonly says: string | null
  /** Such as `soc2-2017:CC6.1; iso27001-2022:A.5.15`. */
  readonly through: string | null
}

/**
 * Controls from the rows of a table, or everything that is wrong with it: a missing id or title, an id that
 * comes twice, a parent that is not there, a ring of parents, a shipped control that does not exist.
 */
export function controlsOfRows(
  rows: readonly ControlRow[],
  shipped: readonly Framework[],
): { readonly controls: readonly OwnControl[]; readonly faults: readonly TableFault[] } {
  const faults: TableFault[] = []
  const known = new Map(shipped.map((one) => [one.id as string, new Set(one.controls.map(({ id }) => id))]))
  const first = new Map<string, number>()
  const controls: OwnControl[] = []
  for (const { row, id, parent, title, says, through } of rows) {
    const fault = (column: string, what: string) => faults.push({ row, column, what })
    if (id === null) fault('Id', 'is missing')
    else if (id.length > 60) fault('Id', 'is longer than 60 characters')
    else if (first.has(id)) fault('Id', `${id} is already in row ${first.get(id)}`)
    else first.set(id, row)
    if (title === null) fault('Title', 'is missing')
    else if (title.length > 300) fault('Title', 'is longer than 300 characters')
    const others = (through ?? '').split(/[;\n]/).flatMap((text) => {
      const name = text.trim()
      if (name === '') return []
      const [framework = '', ...rest] = name.split(':')
      const parsed = FrameworkId.safeParse(framework.trim())
      const control = rest.join(':').trim()
      if (!known.get(framework.trim())?.has(control) || !parsed.success) {
        fault('Same as', `${name} is no control of a framework that ships with the app`)
        return []
      }
      return [{ framework: parsed.data, control }]
    })
    const made = OwnControl.safeParse({ id, parent, title, says: says ?? '', through: others })
    if (made.success) controls.push(made.data)
  }
  return { controls, faults: [...faults, ...familyFaults(rows, first)] }
}

function familyFaults(rows: readonly ControlRow[], first: ReadonlyMap<string, number>): TableFault[] {
  const parents = new Map(rows.map(({ id, parent }) => [id, parent]))
  return rows.flatMap(({ row, id, parent }): TableFault[] => {
    if (id === null || parent === null) return []
    if (!first.has(parent)) return [{ row, column: 'Parent', what: `${parent} is not in the table` }]
    const seen = new Set([id])
    for (let at: string | null = parent; at !== null; at = parents.get(at) ?? null) {
      if (at === id) return [{ row, column: 'Parent', what: `${id} is above itself` }]
      if (seen.has(at)) return []
      seen.add(at)
    }
    return []
  })
}
