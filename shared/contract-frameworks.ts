import { z } from 'zod'
import { ask } from './contract-line.ts'
import { type Imported, LONGEST_PASTE } from './contract-scope.ts'
import { FrameworkId, OwnFrameworkId } from './model/engagement.ts'
import type { Framework } from './model/framework.ts'
import type { Act, CrosswalkChange } from './model/work.ts'

/** A framework in a list: what it is, and whether the engagement works with it. */
export interface FrameworkInfo extends Omit<Framework, 'controls' | 'topics' | 'checks' | 'through'> {
  readonly chosen: boolean
  readonly counts: {
    /** Entries of the catalog, headings included. */
    readonly entries: number
    readonly requirements: number
    readonly topics: number
    readonly checks: number
  }
}

/** What becomes of a control in another version of its framework, and how much was decided about it. */
export interface TranslationRow {
  readonly from: string
  readonly to: string | null
  readonly title: string
  readonly note: string
  /** A person has to look: the control was renamed, moved in meaning, or has no successor. */
  readonly look: boolean
  /** Mappings of the control that a person decided. */
  readonly decided: number
}

const Pair = z.object({ from: FrameworkId, to: FrameworkId })

/** Which frameworks an engagement works with, its own ones, and how versions and updates carry over. */
export const frameworkLines = {
  'framework:list': ask(z.object({}))<readonly FrameworkInfo[]>(),
  'framework:choose': ask(z.object({ frameworks: z.array(FrameworkId).min(1).max(40) }))<Act>(),
  /** A table of controls: a file (a path on the command line, a one-use token in the window) or pasted text. */
  'framework:import': ask(
    z.object({
      destination: z.string().min(1).max(4096).optional(),
      text: z.string().max(LONGEST_PASTE).optional(),
      id: OwnFrameworkId,
      title: z.string().trim().min(1).max(200),
      version: z.string().trim().min(1).max(60).default('1'),
      /** Only looks: tells what is wrong and what would change. */
      dryRun: z.boolean().default(false),
    }),
  )<Imported>(),
  'framework:remove': ask(z.object({ id: OwnFrameworkId }))<Act>(),
  'framework:translation': ask(Pair)<readonly TranslationRow[]>(),
  /** Carries a person's decisions from one version to the next: one act, to be taken back as one. */
  'mapping:carry': ask(Pair)<Act>(),
  'mapping:updates': ask(z.object({}))<readonly CrosswalkChange[]>(),
  'mapping:updates-seen': ask(z.object({}))<Act>(),
} as const
