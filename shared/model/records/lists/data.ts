import { z } from 'zod'
import { DayText, HerokuName, MaybeDay, MaybeHerokuName, MaybeWords, Several, Words } from '../cells.ts'
import { column, list, maybe } from '../list-definition.ts'

/** How one database can be tied to another. */
export const DATA_LINK_KINDS = ['link', 'follower', 'fork', 'attachment'] as const

const database = column('database', 'Database', 'name of the add-on', 'postgresql-curly-12345', {
  synonyms: ['add-on', 'addon', 'data service', 'db'],
})
const approvedBy = maybe('approvedBy', 'Approved by', 'who approved it', 'Maria Lopez', {
  synonyms: ['approver', 'authorised by', 'authorized by'],
})
const reason = maybe('reason', 'Reason', 'why', 'reports of the finance team', {
  synonyms: ['why', 'purpose', 'justification', 'comment', 'note'],
})
const access = column('access', 'Access', 'read or read-write', 'read', {
  synonyms: ['mode', 'access mode', 'direction'],
})
const Access = z.enum(['read', 'read-write'], { error: 'is neither read nor read-write' })

/** Lists about data: keys, ties between databases, what Connect carries, restores and ends. */
export const DATA_LISTS = {
  'encryption-keys': list({
    title: 'Encryption keys',
    of: 'approved encryption keys',
    says: 'Keys of your own that data services are encrypted with.',
    row: z.object({ key: Words, database: MaybeHerokuName, owner: Words }),
    columns: [
      column('key', 'Key', 'its ARN or id', 'arn:aws:kms:eu-central-1:123456789012:key/1b2c', {
        synonyms: ['key id', 'arn', 'key arn', 'kms key', 'encryption key'],
      }),
      { ...database, required: false, says: 'name of the add-on; any where left out' },
      column('owner', 'Owner', 'the person who answers for it', 'Ana Silva', {
        synonyms: ['responsible', 'custodian'],
      }),
    ],
    key: ['key', 'database'],
    checks: ['DAT-14'],
    emptyMeans: 'no key is approved',
  }),
  'data-links': list({
    title: 'Ties between databases',
    of: 'approved ties between databases',
    says: 'Links, followers, forks and attachments that may carry data from one database to another place.',
    row: z.object({
      kind: z.enum(DATA_LINK_KINDS, { error: `is none of ${DATA_LINK_KINDS.join(', ')}` }),
      database: HerokuName,
      to: HerokuName,
      reason: MaybeWords,
      approvedBy: MaybeWords,
    }),
    columns: [
      column('kind', 'Kind', DATA_LINK_KINDS.join(', '), 'follower', { synonyms: ['type'] }),
      database,
      column('to', 'To', 'the other database or app', 'postgresql-flat-54321', {
        synonyms: ['target', 'linked to', 'remote', 'destination'],
      }),
      reason,
      approvedBy,
    ],
    key: ['kind', 'database', 'to'],
    checks: ['DAT-15', 'DAT-16'],
    emptyMeans: 'no tie is approved',
  }),
  dataclips: list({
    title: 'Dataclips',
    of: 'dataclips',
    says: 'Dataclips as https://data.heroku.com/dataclips shows them: no API lists them.',
    row: z.object({
      clip: Words,
      database: MaybeHerokuName,
      owner: MaybeWords,
      sharedWith: Several,
      approvedBy: MaybeWords,
    }),
    columns: [
      column('clip', 'Dataclip', 'its title or address', 'orders per day', {
        synonyms: ['clip', 'title', 'name', 'url'],
      }),
      { ...database, required: false },
      maybe('owner', 'Owner', 'who made it', 'ana@example.com', { synonyms: ['created by', 'creator'] }),
      maybe('sharedWith', 'Shared with', 'people, teams, or `link`, with semicolons between', 'finance', {
        as: 'many',
        synonyms: ['shares', 'visible to', 'sharing'],
      }),
      approvedBy,
    ],
    key: ['clip', 'database'],
    checks: ['DAT-15'],
    emptyMeans: 'there is no dataclip',
  }),
  'connect-objects': list({
    title: 'Approved objects of Heroku Connect',
    of: 'approved objects of Heroku Connect',
    says: 'Salesforce objects that may be mapped, and whether they may be written.',
    row: z.object({ object: Words, access: Access, fields: Several, approvedBy: MaybeWords }),
    columns: [
      column('object', 'Object', 'API name in Salesforce', 'Contact', {
        synonyms: ['salesforce object', 'table', 'sobject', 'object name'],
      }),
      access,
      maybe('fields', 'Fields', 'with semicolons between; every one where left out', 'Id; Email', {
        as: 'many',
        synonyms: ['columns'],
      }),
      approvedBy,
    ],
    key: ['object'],
    checks: ['CON-02', 'CON-03'],
    emptyMeans: 'no object is approved',
  }),
  'connect-mappings': list({
    title: 'Mappings of Heroku Connect',
    of: 'mappings of Heroku Connect',
    says: 'What `heroku connect:export` shows: each mapped object of each connection.',
    row: z.object({
      app: HerokuName,
      connection: MaybeWords,
      object: Words,
      access: Access,
      fields: Several,
    }),
    columns: [
      column('app', 'App', 'its name at Heroku', 'crm-sync', { synonyms: ['application'] }),
      maybe('connection', 'Connection', 'its name', 'salesforce', { synonyms: ['connection name'] }),
      column('object', 'Object', 'API name in Salesforce', 'Contact', {
        synonyms: ['salesforce object', 'object_name', 'sobject'],
      }),
      access,
      maybe('fields', 'Fields', 'with semicolons between', 'Id; Email', {
        as: 'many',
        synonyms: ['columns'],
      }),
    ],
    key: ['app', 'connection', 'object'],
    checks: ['CON-02', 'CON-03'],
    emptyMeans: 'nothing is mapped',
  }),
  'restore-tests': list({
    title: 'Restore tests',
    of: 'restore tests',
    says: 'Backups that were restored and looked at, where Heroku does not show it.',
    row: z.object({
      database: HerokuName,
      on: DayText,
      source: Words,
      passed: z.boolean({ error: 'is neither yes nor no' }),
      checkedBy: Words,
      reference: MaybeWords,
    }),
    columns: [
      database,
      column('on', 'Date', 'the day', '2026-09-12', {
        as: 'day',
        synonyms: ['tested on', 'day', 'restored on'],
      }),
      column('source', 'Source', 'what was restored', 'backup a124', { synonyms: ['backup', 'from'] }),
      column('passed', 'Passed', 'the content was as expected: yes or no', 'yes', {
        as: 'yes-no',
        synonyms: ['result', 'success', 'ok'],
      }),
      column('checkedBy', 'Checked by', 'who looked at the content', 'Ana Silva', {
        synonyms: ['tester', 'tested by', 'person'],
      }),
      maybe('reference', 'Reference', 'the record of it', 'OPS-311', { synonyms: ['ticket', 'document'] }),
    ],
    key: ['database', 'on', 'source'],
    checks: ['DAT-06'],
    emptyMeans: 'no restore was tested',
  }),
  'destroyed-data': list({
    title: 'Destroyed data services',
    of: 'destroyed data services',
    says: 'Data services that were destroyed on purpose, and until when the vendor keeps copies.',
    row: z.object({
      addon: HerokuName,
      on: DayText,
      gone: MaybeDay,
      recordedBy: Words,
      reference: MaybeWords,
    }),
    columns: [
      column('addon', 'Add-on', 'its name', 'postgresql-flat-54321', {
        synonyms: ['database', 'data service', 'name'],
      }),
      column('on', 'Destroyed on', 'the day', '2026-05-04', { as: 'day', synonyms: ['date', 'deleted on'] }),
      maybe('gone', 'Copies gone on', 'when the retention of the vendor ends', '2026-06-03', {
        as: 'day',
        synonyms: ['retention ends', 'copies until', 'deleted by'],
      }),
      column('recordedBy', 'Recorded by', 'who answers for it', 'Ana Silva', { synonyms: ['by', 'person'] }),
      maybe('reference', 'Reference', 'the record of it', 'OPS-298', { synonyms: ['ticket'] }),
    ],
    key: ['addon'],
    checks: ['DAT-18'],
    emptyMeans: 'nothing was destroyed on purpose',
  }),
} as const
