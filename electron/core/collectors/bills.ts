import { z } from 'zod'
import type { Collector } from './collector.ts'
import { secondSource } from './evidence-package-integrity.ts'
import { orNull } from './fields.ts'

const Invoice = z.object({
  id: z.string(),
  number: z.int(),
  period_start: z.string(),
  period_end: z.string(),
  payment_status: orNull(z.string()),
  total: z.number(),
})

const License = z.object({
  name: z.string(),
  code: z.string(),
  qty: z.number(),
  consumed: orNull(z.number()),
  start_date: z.string(),
  end_date: orNull(z.string()),
})

/** Invoices of a team: one request for each, to those who may see them. */
export const teamInvoices: Collector<'evidence-package-integrity', 'team'> = {
  ...secondSource,
  id: 'evidence-package-integrity.invoices',
  tier: 'optional',
  per: 'team',
  async *collect(heroku, team) {
    for await (const invoice of heroku.list(`/teams/${team.id}/invoices`, Invoice))
      yield {
        subject: `${team.name} invoice ${invoice.number}`,
        subjectId: `invoice/${invoice.id}`,
        content: { of: 'invoice', team: { id: team.id, name: team.name }, ...invoice },
      }
  },
}

/** Licences of a team of an enterprise account: one request for each. */
export const teamLicenses: Collector<'evidence-package-integrity', 'team'> = {
  ...secondSource,
  id: 'evidence-package-integrity.licenses',
  tier: 'optional',
  per: 'team',
  async *collect(heroku, team) {
    for await (const { name, code, qty, consumed, start_date, end_date } of heroku.list(
      `/teams/${team.id}/licenses`,
      License,
    ))
      yield {
        subject: `${team.name} ${name} from ${start_date}`,
        subjectId: `license/${team.id}/${name}/${code}/${start_date}`,
        content: {
          of: 'license',
          team: { id: team.id, name: team.name },
          name,
          code,
          quantity: qty,
          consumed,
          start_date,
          end_date,
        },
      }
  },
}
