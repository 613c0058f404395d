import { z } from 'zod'

/** What a note can be about. */
export const NOTE_ABOUT = [
  'control',
  'check',
  'evidence',
  'event',
  'topic',
  'document',
  'sample',
  'request',
  'finding',
  'collection',
] as const

/** Where a note stands: an open review note keeps a reviewer from signing off. */
export const NOTE_STATES = ['open', 'answered', 'closed'] as const

/** Schema of a note that a person leaves on anything; a review note wants an answer. */
export const Note = z.object({
  about: z.object({ kind: z.enum(NOTE_ABOUT), id: z.string().min(1).max(400), title: z.string().max(400) }),
  review: z.boolean().default(false),
  text: z.string().trim().min(1).max(20_000),
  writtenBy: z.string().trim().min(1).max(200),
  state: z.enum(NOTE_STATES).default('open'),
  answers: z
    .array(
      z.object({
        by: z.string().trim().min(1).max(200),
        at: z.iso.datetime({ offset: true }),
        text: z.string().trim().min(1).max(20_000),
      }),
    )
    .max(200)
    .default([]),
})

/** A note that a person leaves on anything. */
export type Note = z.infer<typeof Note>
