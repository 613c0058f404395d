import { z } from 'zod'
import type { ListDefinition } from './list-definition.ts'
import { CHANGE_LISTS } from './lists/change.ts'
import { DATA_LISTS } from './lists/data.ts'
import { NETWORK_LISTS } from './lists/network.ts'
import { PEOPLE_LISTS } from './lists/people.ts'
import { VENDOR_LISTS } from './lists/vendors.ts'

/** Every kind of list that a person can give. A new one is an entry in one of the files of `lists/`. */
export const LISTS = {
  ...PEOPLE_LISTS,
  ...NETWORK_LISTS,
  ...CHANGE_LISTS,
  ...DATA_LISTS,
  ...VENDOR_LISTS,
} as const satisfies Readonly<Record<string, ListDefinition>>

/** A kind of list, such as `log-hosts`. */
export type ListKind = keyof typeof LISTS

/** A row of a list of a kind. */
export type ListRow<K extends ListKind = ListKind> = z.infer<(typeof LISTS)[K]['row']>

/** The kinds of lists, by group. */
export const LIST_KINDS = Object.keys(LISTS) as readonly ListKind[]

/** Schema of a kind of list. */
export const ListKind = z.enum(LIST_KINDS as [ListKind, ...ListKind[]])

/** The definition of a kind of list, whatever its rows. */
export function listOf(kind: ListKind): ListDefinition {
  return LISTS[kind]
}

/** Rows that a list can have. */
export const MOST_ROWS = 100_000

/** Where the rows of a list come from. */
export const ListSource = z.object({
  how: z.enum(['typed', 'pasted', 'imported', 'proposed']),
  /** Name of the imported file; null where there is none. */
  file: z.string().max(400).nullable().default(null),
  /** Of the imported file; null where there is none. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
})

/** Where the rows of a list come from. */
export type ListSource = z.infer<typeof ListSource>

/** A list as a record holds it, under its kind as key. */
export interface GivenList<K extends ListKind = ListKind> {
  readonly kind: K
  /** The person who vouches for it. */
  readonly suppliedBy: string
  readonly source: ListSource
  readonly rows: readonly ListRow<K>[]
}

/** A list of any kind: `kind` tells which rows it has. */
export type AnyList = { [K in ListKind]: GivenList<K> }[ListKind]

function listSchema(kind: ListKind) {
  return z.object({
    kind: z.literal(kind),
    suppliedBy: z.string().trim().min(1).max(200),
    source: ListSource,
    rows: z.array(listOf(kind).row).max(MOST_ROWS),
  })
}

/** Schema of a list of any kind: `kind` tells the schema of its rows. */
export const List = z.discriminatedUnion(
  'kind',
  LIST_KINDS.map(listSchema) as [ReturnType<typeof listSchema>],
) as unknown as z.ZodType<AnyList>
