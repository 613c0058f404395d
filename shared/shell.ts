import { z } from 'zod'
import { ask, changesOf, type InputOfLine, type OutputOfLine } from './contract-line.ts'
import { type Connection, ConnectionLabel, type Probe } from './model/connection.ts'
import { Engagement } from './model/engagement.ts'
import type { Instant } from './model/json.ts'
import type { LockerInfo } from './model/locker.ts'
import { Settings } from './model/settings.ts'

/** A locker that was open before, as the start screen lists it. */
export interface RecentLocker {
  /** Identity of the file. */
  readonly id: string
  /** File name without its folder. */
  readonly name: string
  /** Folder, for people; the window never sends it back. */
  readonly folder: string
  readonly organisation: string
  readonly openedAt: Instant
  readonly present: boolean
}

/** Long work, as every screen can see it. Survives a reload of the window. */
export interface Job {
  readonly id: number
  /** The question of the contract that is being worked on. */
  readonly question: string
  readonly startedAt: Instant
  readonly state: 'running' | 'done' | 'failed' | 'cancelled'
  /** The question's own progress, newest only. */
  readonly progress: unknown
  /** The answer, once done. */
  readonly output: unknown
  readonly problem: ProblemShape | null
}

/** An error as it travels to the window. */
export interface ProblemShape {
  readonly kind: string
  readonly what: string
  readonly remedy: string
}

/** Everything that the window has to know about the shell around it. */
export interface ShellState {
  readonly version: string
  readonly platform: string
  readonly locker: LockerInfo | null
  /** A locker is chosen but shut, after idling or suspend: the key has to be asked again. */
  readonly locked: {
    readonly id: string
    readonly name: string
    readonly why: 'idle' | 'suspend' | 'asked'
  } | null
  /** A locker that came with the start and did not open at once; told to the window once. */
  readonly handedOver: ChosenPlace | null
  /** True while the core restarts after a crash. */
  readonly coreDown: boolean
  readonly recent: readonly RecentLocker[]
  readonly jobs: readonly Job[]
  readonly settings: Settings
  /** Where a keychain does not answer: why. Null when all is well. */
  readonly keychainProblem: ProblemShape | null
}

/** A place that a person chose in a dialog: good for one use, and no path. */
export interface ChosenPlace {
  readonly token: string
  /** File name, for people. */
  readonly name: string
}

const Nothing = z.object({})
const Token = z.string().min(1).max(100)
const Id = z.string().min(1).max(100)

/** Questions that the shell answers itself: dialogs, lockers, connections, settings. Same shape as the contract. */
export const shellContract = {
  'shell:state': ask(Nothing)<ShellState>(),
  'shell:pick-locker': ask(Nothing)<ChosenPlace | null>(),
  'shell:pick-new-locker': ask(z.object({ suggestedName: z.string().max(120) }))<ChosenPlace | null>(),
  'shell:pick-destination': ask(z.object({ suggestedName: z.string().max(120) }))<ChosenPlace | null>(),
  'shell:pick-document': ask(Nothing)<ChosenPlace | null>(),
  'shell:pick-document-copy': ask(z.object({ suggestedName: z.string().max(255) }))<ChosenPlace | null>(),
  'shell:pick-table': ask(z.object({ suggestedName: z.string().max(120) }))<ChosenPlace | null>(),
  /** Shows the newest export in its folder. */
  'shell:reveal-export': ask(z.object({ file: z.string().max(4096) }))<null>(),
  'shell:open-link': ask(z.object({ url: z.url() }))<null>(),
  'shell:cancel-job': ask(z.object({ id: z.int() }))<null>(),
  'shell:dismiss-job': ask(z.object({ id: z.int() }))<null>(),
  'shell:copy': ask(z.object({ text: z.string().max(10_000_000) }))<null>(),
  'locker:create': ask(z.object({ place: Token, engagement: Engagement }))<{
    readonly info: LockerInfo
    readonly recoveryKey: string
  }>(),
  'locker:create-sample': ask(Nothing)<LockerInfo>(),
  'locker:open': ask(
    z.object({
      /** A place chosen in a dialog, or dropped on the window; null with `recent` set. */
      place: Token.nullable().default(null),
      recent: Id.nullable().default(null),
      recoveryKey: z.string().max(200).nullable().default(null),
    }),
  )<LockerInfo>(),
  'locker:close': ask(Nothing)<null>(),
  'locker:lock': ask(Nothing)<null>(),
  'locker:unlock': ask(z.object({ recoveryKey: z.string().max(200).nullable().default(null) }))<LockerInfo>(),
  'locker:forget-recent': ask(z.object({ id: Id }))<null>(),
  'connection:list': ask(Nothing)<readonly Connection[]>(),
  /** Tries a token before it is kept; the token goes in and never comes out. */
  'connection:probe': ask(z.object({ token: z.string().trim().min(1).max(400) }))<Probe>(),
  'connection:add': ask(z.object({ label: ConnectionLabel, token: z.string().trim().min(1).max(400) }))<{
    readonly connection: Connection
    readonly probe: Probe
  }>(),
  'connection:test': ask(z.object({ id: Id }))<Probe>(),
  'connection:rename': ask(z.object({ id: Id, label: ConnectionLabel }))<Connection>(),
  'connection:remove': ask(z.object({ id: Id }))<null>(),
  'settings:set': ask(changesOf(Settings))<Settings>(),
} as const

/** All lines of the shell's contract, as a type. */
export type ShellContract = typeof shellContract

/** The name of a question to the shell. */
export type ShellQuestion = keyof ShellContract

/** What the window passes to the shell; defaults may be left out. */
export type ShellInputOf<Q extends ShellQuestion> = Partial<InputOfLine<ShellContract[Q]>>

/** What the shell answers. */
export type ShellOutputOf<Q extends ShellQuestion> = OutputOfLine<ShellContract[Q]>

/** Questions of the core that take long: they run as jobs, which every screen can see, cancel and come back to. */
export const LONG_QUESTIONS: readonly string[] = [
  'collection:run',
  'check:run',
  'locker:verify',
  'export:workbook',
  'event:export',
  'document:attach',
]

/** Id of the sample organisation's connection: it is there while the sample is served, and nobody can change it. */
export const SAMPLE_CONNECTION = 'sample'

/** How an answer travels to the window: Electron would flatten an error to its message. */
export type Reply =
  | { readonly ok: true; readonly output: unknown }
  | { readonly ok: false; readonly problem: ProblemShape }

/** The one channel on which the shell tells the window something. */
export const ANNOUNCEMENT_CHANNEL = 'announcement'
