import { z } from 'zod'

const HOST = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/** Schema of a text that has to be there. */
export const Words = z
  .string({ error: 'is missing' })
  .trim()
  .min(1, { error: 'is missing' })
  .max(2000, { error: 'is longer than 2,000 characters' })

/** Schema of a text that may be left out: null where it is. */
export const MaybeWords = z
  .string({ error: 'is no text' })
  .trim()
  .max(2000, { error: 'is longer than 2,000 characters' })
  .nullable()
  .default(null)
  .transform((text) => (text === '' ? null : text))

/** Schema of an e-mail address, kept in lower case, because that is how lists are joined. */
export const Mailbox = z
  .string({ error: 'is missing' })
  .trim()
  .toLowerCase()
  .pipe(z.email({ error: 'is no e-mail address' }).max(320, { error: 'is no e-mail address' }))

/** Schema of an e-mail address that may be left out. */
export const MaybeMailbox = Mailbox.nullable().default(null)

/** Schema of a day, such as `2026-11-21`. */
export const DayText = z.iso.date({ error: 'is no day; write it as 2026-11-21' })

/** Schema of a day that may be left out. */
export const MaybeDay = DayText.nullable().default(null)

/** Schema of a host name alone; `*.example.com` stands for every host below it. */
export const HostName = z
  .string({ error: 'is missing' })
  .trim()
  .toLowerCase()
  .regex(HOST, { error: 'is no host name; write it without protocol, port and path' })
  .max(253, { error: 'is longer than a host name can be' })

/** Schema of a mail domain, such as `example.com`; a leading `@` is dropped. */
export const MailDomain = z
  .string({ error: 'is missing' })
  .trim()
  .toLowerCase()
  .transform((text) => text.replace(/^@/, ''))
  .pipe(z.string().regex(HOST, { error: 'is no mail domain; write it as example.com' }))

/** Schema of an address range, such as `192.0.2.0/24`, or a single address. */
export const AddressRangeText = z
  .string({ error: 'is missing' })
  .trim()
  .toLowerCase()
  .pipe(
    z.union([z.cidrv4(), z.cidrv6(), z.ipv4(), z.ipv6()], {
      error: 'is no address range; write it as 192.0.2.0/24',
    }),
  )

/** Schema of an AWS account number: twelve digits; dashes and spaces between them are dropped. */
export const AwsAccount = z
  .string({ error: 'is missing' })
  .transform((text) => text.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{12}$/, { error: 'is no AWS account: twelve digits' }))

/** Schema of a list of words; empty where nothing is said. */
export const Several = z.array(Words).max(200, { error: 'names more than 200 things' }).default([])

/** Schema of a name that has to match what Heroku calls a thing: kept in lower case. */
export const HerokuName = z
  .string({ error: 'is missing' })
  .trim()
  .toLowerCase()
  .min(1, { error: 'is missing' })
  .max(200, { error: 'is longer than 200 characters' })

/** Schema of such a name that may be left out. */
export const MaybeHerokuName = HerokuName.nullable().default(null)

/** Schema of a whole number from 0. */
export const Whole = z.int({ error: 'is no whole number' }).min(0, { error: 'is below 0' })
