import { z } from 'zod'

/** Things that carry a tickmark of their own, outside of samples. */
export const MARKED = ['event', 'evidence', 'change', 'result'] as const

/** Schema of a mark's meaning, under the mark itself as its key. */
export const TickmarkMeaning = z.object({ meaning: z.string().trim().min(1).max(400) })

/** Schema of a tickmark on one thing, under the key `<kind>:<id>`. */
export const Tickmark = z.object({
  about: z.object({ kind: z.enum(MARKED), id: z.string().min(1).max(400), title: z.string().max(400) }),
  mark: z.string().trim().min(1).max(8),
  text: z.string().trim().max(20_000).default(''),
  by: z.string().trim().min(1).max(200),
})

/** A tickmark on one thing. */
export type Tickmark = z.infer<typeof Tickmark>

/** What a mark means in this engagement. */
export type TickmarkMeaning = z.infer<typeof TickmarkMeaning>

/** The legend that an engagement begins with; each mark can be given another meaning. */
export const USUAL_LEGEND: Readonly<Record<string, string>> = {
  '✓': 'Examined, nothing to remark',
  '✗': 'Examined, an exception was found',
  '≡': 'Agreed to a second source',
  '§': 'Seen the approval',
  '?': 'Asked the client',
}
