import { z } from 'zod'
import { FrameworkId } from '../engagement.ts'

/** Where a request to the client stands. */
export const REQUEST_STATES = ['open', 'received', 'accepted', 'returned', 'withdrawn'] as const

/** Where a request to the client stands. */
export type RequestState = (typeof REQUEST_STATES)[number]

/** Schema of something asked of the client (a line of the PBC list), under its number as the key. */
export const ClientRequest = z.object({
  number: z.int().min(1).max(99_999),
  title: z.string().trim().min(1).max(300),
  text: z.string().trim().max(20_000).default(''),
  control: z
    .object({ framework: FrameworkId, control: z.string().min(1).max(60) })
    .nullable()
    .default(null),
  /** Who is asked. */
  owner: z.string().trim().max(200).default(''),
  due: z.iso.date().nullable().default(null),
  state: z.enum(REQUEST_STATES).default('open'),
  /** Documents in the locker that answer it. */
  documents: z.array(z.int().min(1)).max(200).default([]),
  answer: z.string().trim().max(20_000).default(''),
})

/** Something asked of the client. */
export type ClientRequest = z.infer<typeof ClientRequest>
