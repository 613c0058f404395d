import { z } from 'zod'
import { ask } from './contract-line.ts'
import type { Day, Instant, Json } from './model/json.ts'
import type { Page } from './model/page.ts'
import { Attestation, type AttestationAge, AttestationKind } from './model/records/attestation.ts'
import type { AttestationDefinition } from './model/records/attestations.ts'
import type { ListDefinition } from './model/records/list-definition.ts'
import { ListKind, type ListSource, MOST_ROWS } from './model/records/lists.ts'
import { AppTag, type AppTagFields, Scope } from './model/records/scope.ts'
import type { TableFault } from './model/table.ts'
import type { Act } from './model/work.ts'

const WhichCollection = z.int().min(1).nullable().default(null)
const Limit = z.int().min(1).max(1000).default(100)
const Search = z.string().max(200).default('')
const Person = z.string().trim().min(1, { error: 'say who gives it' }).max(200)

/** Longest text that can be pasted as a table. */
export const LONGEST_PASTE = 32 * 1024 * 1024

/** A team or space that can be in scope, and how many apps it has. */
export interface ScopeChoice {
  readonly id: string
  readonly name: string
  readonly apps: number
  readonly inScope: boolean
}

/** What an engagement looks at, who said so, and what there is to choose from in a collection. */
export interface ScopeState {
  readonly scope: Scope
  /** Null while nobody said anything: everything is in scope. */
  readonly said: { readonly by: string; readonly at: Instant; readonly act: number } | null
  readonly teams: readonly ScopeChoice[]
  readonly spaces: readonly ScopeChoice[]
  readonly apps: { readonly seen: number; readonly inScope: number; readonly tagged: number }
}

/** An app with what Heroku tells of it, and what people said. */
export interface TaggedApp {
  readonly id: string
  readonly name: string
  readonly team: string | null
  readonly space: string | null
  readonly shield: boolean
  readonly region: string | null
  /** Stages of pipelines that it is coupled at. */
  readonly stages: readonly string[]
  readonly inScope: boolean
  /** False for a tag of an app that the collection no longer sees. */
  readonly seen: boolean
  readonly tag: AppTagFields | null
  readonly said: { readonly by: string; readonly at: Instant; readonly act: number } | null
}

/** What the app suggests for a field of a tag, for a person to confirm. */
export interface TagProposal {
  readonly app: string
  readonly name: string
  readonly field: keyof AppTagFields
  /** Null where there is only a hint, and a person has to say. */
  readonly value: Json
  /** Why, as a sentence. */
  readonly why: string
  /** Evidence that it rests on. */
  readonly evidence: readonly number[]
}

/** What a table held when it was read as a list. */
export interface TableReading {
  /** Rows that are right. */
  readonly rows: number
  readonly columns: readonly { readonly field: string; readonly header: string }[]
  /** The first faults, in the order of the rows; `faultsTotal` counts all. Nothing is taken over while there is one. */
  readonly faults: readonly TableFault[]
  readonly faultsTotal: number
  /** What was noticed on the way, as sentences. */
  readonly notes: readonly string[]
  /** The first rows as they would be kept. */
  readonly sample: readonly Readonly<Record<string, Json>>[]
}

/** What became of an import: `act` is null where something is wrong, or nothing was to be kept. */
export interface Imported {
  readonly act: Act | null
  readonly reading: TableReading
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly kept: number
}

/** A kind of list, and what was given of it. */
export interface ListInfo extends Omit<ListDefinition, 'row'> {
  readonly kind: ListKind
  /** Null while nobody gave it. */
  readonly given: {
    readonly rows: number
    readonly suppliedBy: string
    readonly source: ListSource
    readonly by: string
    readonly at: Instant
    readonly act: number
  } | null
}

/** Rows of a list by position, as they stand. */
export interface ListWindow {
  readonly info: ListInfo
  readonly total: number
  readonly start: number
  /** `n` is the position of the row in the whole list, for `list:edit`. */
  readonly rows: readonly { readonly n: number; readonly row: Readonly<Record<string, Json>> }[]
}

/** A row that the evidence suggests for a list: what it lacks a person has to add. */
export interface RowProposal {
  readonly row: Readonly<Record<string, Json>>
  readonly why: string
  readonly evidence: readonly number[]
}

/** A statement as a list shows it. */
export interface AttestationRow {
  readonly id: string
  readonly attestation: Attestation
  readonly age: AttestationAge
  readonly by: string
  readonly at: Instant
  readonly act: number
}

/** A kind of attestation, and how it stands. */
export interface AttestationInfo extends AttestationDefinition {
  readonly kind: AttestationKind
  /** How old the newest statement is; null while there is none. */
  readonly age: AttestationAge | null
  /** Last day of the newest statement. */
  readonly until: Day | null
}

const Table = {
  /** A file: a path on the command line, a one-use token in the window. Or `text`, as it was pasted. */
  destination: z.string().min(1).max(4096).optional(),
  text: z.string().max(LONGEST_PASTE).optional(),
  /** Only reads: nothing is kept. */
  dryRun: z.boolean().default(false),
}

const Rows = z.array(z.record(z.string().max(60), z.unknown())).max(MOST_ROWS)

/** What people say of the scope, of apps, in lists, and where no API tells. Every change is an act and can be taken back. */
export const scopeLines = {
  'scope:get': ask(z.object({ collectionId: WhichCollection }))<ScopeState>(),
  'scope:set': ask(Scope)<Act>(),
  'scope:proposals': ask(z.object({ collectionId: WhichCollection }))<readonly TagProposal[]>(),
  'tag:list': ask(
    z.object({
      collectionId: WhichCollection,
      search: Search,
      /** Only apps that lack a class of data, an environment or an owner. */
      incomplete: z.boolean().default(false),
      after: z.string().max(400).nullable().default(null),
      limit: Limit,
    }),
  )<Page<TaggedApp>>(),
  /** Sets fields of apps, one act for all of them; a field that is left out stays as it is, null clears it. */
  'tag:set': ask(
    z.object({
      tags: z
        .array(
          z.object({
            app: z.string().min(1).max(200),
            set: z.object({
              dataClasses: AppTag.shape.dataClasses.unwrap().optional(),
              environment: AppTag.shape.environment.unwrap().optional(),
              owner: AppTag.shape.owner.unwrap().optional(),
              criticality: AppTag.shape.criticality.unwrap().optional(),
              internal: AppTag.shape.internal.unwrap().optional(),
            }),
          }),
        )
        .min(1)
        .max(10_000),
    }),
  )<Act>(),
  'tag:clear': ask(z.object({ apps: z.array(z.string().min(1).max(200)).min(1).max(10_000) }))<Act>(),
  'tag:import': ask(z.object(Table))<Imported>(),
  'list:kinds': ask(z.object({}))<readonly ListInfo[]>(),
  'list:window': ask(
    z.object({ kind: ListKind, search: Search, start: z.int().min(0).default(0), limit: Limit }),
  )<ListWindow>(),
  /** Rows that the evidence suggests and the list does not have. */
  'list:proposals': ask(z.object({ kind: ListKind, collectionId: WhichCollection }))<
    readonly RowProposal[]
  >(),
  /** Gives a whole list; no rows say that there is none. */
  'list:set': ask(z.object({ kind: ListKind, suppliedBy: Person, rows: Rows }))<Act>(),
  /** Adds rows and removes others by position, as one act. */
  'list:edit': ask(
    z.object({
      kind: ListKind,
      suppliedBy: Person,
      add: Rows.default([]),
      remove: z.array(z.int().min(0)).max(MOST_ROWS).default([]),
    }),
  )<Act>(),
  'list:import': ask(
    z.object({
      ...Table,
      kind: ListKind,
      suppliedBy: Person,
      /** `add` keeps the rows that are there. */
      mode: z.enum(['replace', 'add']).default('replace'),
    }),
  )<Imported>(),
  'list:remove': ask(z.object({ kind: ListKind }))<Act>(),
  'attestation:kinds': ask(z.object({}))<readonly AttestationInfo[]>(),
  'attestation:list': ask(z.object({ about: AttestationKind.nullable().default(null) }))<
    readonly AttestationRow[]
  >(),
  'attestation:add': ask(z.object({ attestation: Attestation }))<{
    readonly id: string
    readonly act: Act
  }>(),
  'attestation:withdraw': ask(z.object({ id: z.string().min(1).max(100) }))<Act>(),
  /** Takes back an act about scope, tags, lists or attestations, or any other record. */
  'record:undo': ask(z.object({ act: z.int().min(1) }))<Act>(),
} as const
