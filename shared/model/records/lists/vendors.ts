import { z } from 'zod'
import { DayText, HerokuName, MaybeDay, MaybeWords, Words } from '../cells.ts'
import { DATA_CLASSES, DataClass } from '../data-class.ts'
import { column, list, maybe } from '../list-definition.ts'

const service = column('service', 'Service', 'as Heroku names it, such as papertrail', 'papertrail', {
  synonyms: ['add-on', 'addon', 'add-on service', 'addon service', 'slug', 'product'],
})
const vendor = maybe('vendor', 'Vendor', 'the company behind it', 'SolarWinds', {
  synonyms: ['provider', 'supplier', 'company'],
})

/** Lists about vendors: which add-ons are approved, what assures them, and what went wrong. */
export const VENDOR_LISTS = {
  'addon-services': list({
    title: 'Approved add-on services',
    of: 'approved add-on services',
    says: 'Add-on services that may be used, and the classes of data that they may get.',
    row: z.object({
      service: HerokuName,
      vendor: MaybeWords,
      dataClasses: z.array(DataClass).max(DATA_CLASSES.length).default([]),
      reason: MaybeWords,
      approvedBy: MaybeWords,
    }),
    columns: [
      service,
      vendor,
      maybe('dataClasses', 'Data classes', `what it may get: ${DATA_CLASSES.join('; ')}`, 'personal', {
        as: 'many',
        synonyms: ['data class', 'data', 'classification', 'allowed data'],
      }),
      maybe('reason', 'Reason', 'why', 'searchable logs for 30 days', {
        synonyms: ['why', 'purpose', 'comment', 'note'],
      }),
      maybe('approvedBy', 'Approved by', 'who approved it', 'Maria Lopez', {
        synonyms: ['approver', 'authorised by', 'authorized by'],
      }),
    ],
    key: ['service'],
    checks: ['ADD-09', 'ADD-03'],
    emptyMeans: 'no add-on service is approved',
  }),
  'vendor-assurance': list({
    title: 'Assurance of add-on vendors',
    of: 'assurance documents of add-on vendors',
    says: 'Which document of the locker assures which add-on service, and until when.',
    row: z.object({
      service: HerokuName,
      vendor: MaybeWords,
      document: Words,
      validUntil: MaybeDay,
      reviewedBy: MaybeWords,
      reviewedOn: MaybeDay,
    }),
    columns: [
      service,
      vendor,
      column('document', 'Document', 'title or file name of a document of this locker', 'SOC 2 report 2026', {
        synonyms: ['report', 'certificate', 'title', 'file', 'assurance'],
      }),
      maybe('validUntil', 'Valid until', 'the last day; as the document says where left out', '2027-03-31', {
        as: 'day',
        synonyms: ['expires', 'valid to', 'expiry', 'end date'],
      }),
      maybe('reviewedBy', 'Reviewed by', 'who read it', 'Ana Silva', { synonyms: ['reviewer', 'read by'] }),
      maybe('reviewedOn', 'Reviewed on', 'the day', '2026-09-01', { as: 'day', synonyms: ['review date'] }),
    ],
    key: ['service', 'document'],
    checks: ['ADD-04'],
    emptyMeans: 'no vendor is assured',
  }),
  incidents: list({
    title: 'Incidents of the platform',
    of: 'incidents of the platform',
    says: 'Incidents that status.heroku.com told of in the audit period, each with a note on what it meant here.',
    row: z.object({
      incident: Words,
      on: DayText,
      title: Words,
      affected: MaybeWords,
      note: MaybeWords,
      notedBy: MaybeWords,
    }),
    columns: [
      column('incident', 'Incident', 'its number', '2843', { synonyms: ['id', 'number', 'reference'] }),
      column('on', 'Date', 'the day it began', '2026-06-10', {
        as: 'day',
        synonyms: ['started', 'created', 'opened', 'began', 'day'],
      }),
      column('title', 'Title', 'what the status page called it', 'Issues with the dashboard', {
        synonyms: ['summary', 'name'],
      }),
      maybe('affected', 'Affected', 'apps and data services of yours', 'shop-api', {
        synonyms: ['impact', 'apps'],
      }),
      maybe('note', 'Note', 'what it meant here, and what was done', 'two failed deployments, repeated', {
        synonyms: ['assessment', 'comment', 'response'],
      }),
      maybe('notedBy', 'Noted by', 'who says so', 'Ana Silva', { synonyms: ['assessed by', 'by', 'person'] }),
    ],
    key: ['incident'],
    checks: ['VEN-16'],
    emptyMeans: 'the status page told of no incident',
  }),
} as const
