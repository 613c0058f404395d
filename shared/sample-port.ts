import type { Question } from './contract.ts'

/**
 * Everything that the compliance lead of the sample asks when telling a locker; the shell passes no other question
 * of the sample's process on.
 */
export const ASKED_WHEN_TELLING = [
  'attestation:add',
  'document:attach',
  'event:get',
  'event:page',
  'evidence:page',
  'list:set',
  'locker:info',
  'policy:set',
  'register:review',
  'tag:list',
  'tag:set',
] as const satisfies readonly Question[]

/** A question that telling asks. */
export type ToldQuestion = (typeof ASKED_WHEN_TELLING)[number]

/** From the shell to the sample's process. */
export type ToSample =
  | { readonly kind: 'tell'; readonly collectionId: number }
  | { readonly kind: 'answer'; readonly id: number; readonly output: unknown }
  /** The question was not answered: telling ends. */
  | { readonly kind: 'refused'; readonly id: number }

/** From the sample's process to the shell. */
export type FromSample =
  | { readonly kind: 'served'; readonly apiUrl: string; readonly dataUrl: string; readonly token: string }
  | { readonly kind: 'ask'; readonly id: number; readonly question: ToldQuestion; readonly input: unknown }
  /** Telling has ended, with everything told or not. */
  | { readonly kind: 'told'; readonly whole: boolean }
