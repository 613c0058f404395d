import { z } from 'zod'
import type { Day } from '../json.ts'
import { ATTESTATIONS, type AttestationDefinition } from './attestations.ts'

/** What a statement can be about, such as `third-party-oauth-restriction`. */
export type AttestationKind = keyof typeof ATTESTATIONS

/** What a statement can be about. */
export const ATTESTATION_KINDS = Object.keys(ATTESTATIONS) as readonly AttestationKind[]

/** Schema of what a statement can be about. */
export const AttestationKind = z.enum(ATTESTATION_KINDS as [AttestationKind, ...AttestationKind[]], {
  error: 'is no kind of attestation; see `attestation kinds`',
})

/** The definition of a kind of attestation. */
export function attestationOf(kind: AttestationKind): AttestationDefinition {
  return ATTESTATIONS[kind]
}

const Fact = z.union([z.string().trim().max(4000), z.number(), z.array(z.string().trim().max(400)).max(500)])

/** Schema of what a person states. Key: an id of its own. */
export const Attestation = z
  .object({
    about: AttestationKind,
    /** The app, database, team or account that it is about, as Heroku names it; null for the organisation. */
    subject: z.string().trim().min(1).max(200).nullable().default(null),
    /** Yes is the good answer; null where the person states neither. */
    answer: z.boolean().nullable(),
    statement: z.string().trim().min(1, { error: 'an attestation needs a statement' }).max(20_000),
    facts: z.record(z.string().max(60), Fact).default({}),
    /** Who states it. */
    person: z.string().trim().min(1, { error: 'an attestation needs a person' }).max(200),
    role: z.string().trim().max(200).nullable().default(null),
    /** The day as of which it holds. */
    date: z.iso.date(),
    /** Last day on which it holds. */
    until: z.iso.date(),
    /** A document of the locker that shows it. */
    documentId: z.int().min(1).nullable().default(null),
  })
  .refine((said) => said.date <= said.until, {
    error: 'the attestation ends before it begins',
    path: ['until'],
  })

/** What a person states about something that no API tells. */
export type Attestation = z.infer<typeof Attestation>

/** How old a statement is: `due` from 30 days before its last day. */
export type AttestationAge = 'current' | 'due' | 'old' | 'not-yet'

/** Days before its last day from which a statement asks to be renewed. */
export const DUE_DAYS = 30

/** Tells how old a statement is on a day. */
export function attestationAge(said: Pick<Attestation, 'date' | 'until'>, today: Day): AttestationAge {
  if (today < said.date) return 'not-yet'
  if (today > said.until) return 'old'
  const left = (Date.parse(said.until) - Date.parse(today)) / 86_400_000
  return left <= DUE_DAYS ? 'due' : 'current'
}

/** The last day of a statement made on a day, by the usual months of its kind. */
export function usualUntil(kind: AttestationKind, date: Day): Day {
  const end = new Date(`${date}T00:00:00Z`)
  const dayOfMonth = end.getUTCDate()
  end.setUTCMonth(end.getUTCMonth() + attestationOf(kind).months)
  if (end.getUTCDate() !== dayOfMonth) end.setUTCDate(0)
  return end.toISOString().slice(0, 10)
}
