import { z } from 'zod'
import {
  DayText,
  HerokuName,
  Mailbox,
  MaybeDay,
  MaybeHerokuName,
  MaybeMailbox,
  MaybeWords,
  Whole,
  Words,
} from '../cells.ts'
import { column, list, maybe } from '../list-definition.ts'

/** What a person may have approved in advance, beside what has a list of its own. */
export const APPROVAL_KINDS = [
  'public-space',
  'shared-space',
  'deploy-and-manage',
  'combined-duties',
  'global-scope',
  'addon-without-data',
  'other-region',
  'app-access',
  'other',
] as const

/** What a person may explain afterwards. */
export const EXPLANATION_KINDS = [
  'one-off-dyno',
  'rollback',
  'failed-release',
  'rule-change',
  'transfer',
  'drift',
  'silent-member',
  'self-signed',
  'vendor-release',
  'other',
] as const

const reference = column('reference', 'Reference', 'the ticket or change', 'CHG-1042', {
  synonyms: ['ticket', 'change', 'key', 'issue', 'change number', 'id', 'number', 'request'],
})
const app = column('app', 'App', 'its name at Heroku', 'shop-api', { synonyms: ['application', 'service'] })
const approvedBy = maybe('approvedBy', 'Approved by', 'address of who approved it', 'maria@example.com', {
  synonyms: ['approver', 'authorised by', 'authorized by', 'reviewer', 'reviewed by'],
})
const on = column('on', 'Date', 'the day', '2026-06-30', {
  as: 'day',
  synonyms: ['on', 'day', 'created', 'approved on', 'change date', 'deployed'],
})
const reason = column('reason', 'Reason', 'why', 'the new version lost orders', {
  synonyms: ['why', 'explanation', 'justification', 'comment', 'note', 'summary'],
})

/** Lists that tie what happened at Heroku to what was asked for. */
export const CHANGE_LISTS = {
  'change-tickets': list({
    title: 'Change tickets',
    of: 'change tickets',
    says: 'Changes of the audit period as the ticket system has them: by release, by commit, or by day.',
    row: z.object({
      reference: Words,
      app: HerokuName,
      release: Whole.nullable().default(null),
      commit: MaybeWords,
      on: MaybeDay,
      requestedBy: MaybeMailbox,
      approvedBy: MaybeMailbox,
    }),
    columns: [
      reference,
      app,
      maybe('release', 'Release', 'its number, such as 42', '42', {
        as: 'number',
        synonyms: ['version', 'release number', 'release version'],
      }),
      maybe('commit', 'Commit', 'hash of the deployed commit', '4f9d2c1', { synonyms: ['sha', 'revision'] }),
      { ...on, required: false },
      maybe('requestedBy', 'Requested by', 'address of who asked for it', 'ana@example.com', {
        synonyms: ['requester', 'author', 'reporter', 'opened by'],
      }),
      approvedBy,
    ],
    key: ['reference', 'app', 'release', 'commit'],
    checks: ['CHG-04', 'CHG-05'],
    emptyMeans: 'there was no change',
  }),
  'access-requests': list({
    title: 'Access requests',
    of: 'access requests',
    says: 'Who asked for which right, and who granted it.',
    row: z.object({
      reference: Words,
      email: Mailbox,
      app: MaybeHerokuName,
      on: DayText,
      approvedBy: MaybeMailbox,
    }),
    columns: [
      reference,
      column('email', 'E-mail', 'whose right it is', 'tom@example.com', {
        synonyms: ['mail', 'user', 'for', 'person', 'account', 'subject'],
      }),
      maybe('app', 'App', 'the app; any where left out', 'shop-api', { synonyms: ['application'] }),
      on,
      approvedBy,
    ],
    key: ['reference', 'email', 'app'],
    checks: ['ACC-09'],
    emptyMeans: 'nobody asked for a right',
  }),
  'config-reviews': list({
    title: 'Reviews of config changes',
    of: 'reviews of config changes',
    says: 'Who looked at which change of config vars: by the id of the event, or by app and day.',
    row: z.object({
      app: HerokuName,
      on: DayText,
      event: MaybeWords,
      reviewer: Mailbox,
      reference: MaybeWords,
    }),
    columns: [
      app,
      on,
      maybe('event', 'Event', 'id of the audit event; all of that day where left out', '9f2c01d4', {
        synonyms: ['event id'],
      }),
      column('reviewer', 'Reviewer', 'address of who looked at it', 'maria@example.com', {
        synonyms: ['reviewed by', 'approver', 'approved by'],
      }),
      { ...reference, required: false },
    ],
    key: ['app', 'on', 'event', 'reviewer'],
    checks: ['CFG-03'],
    emptyMeans: 'nobody reviewed a config change',
  }),
  'ci-runs': list({
    title: 'Test runs of another CI',
    of: 'test runs of another CI',
    says: 'Results of tests that did not run on Heroku CI, by commit.',
    row: z.object({
      commit: Words,
      passed: z.boolean({ error: 'is neither yes nor no' }),
      finishedOn: MaybeDay,
      reference: MaybeWords,
    }),
    columns: [
      column('commit', 'Commit', 'its hash', '4f9d2c1', { synonyms: ['sha', 'revision', 'head sha'] }),
      column('passed', 'Passed', 'yes or no', 'yes', {
        as: 'yes-no',
        synonyms: ['result', 'status', 'conclusion', 'success'],
      }),
      maybe('finishedOn', 'Finished on', 'the day', '2026-06-30', {
        as: 'day',
        synonyms: ['date', 'finished', 'completed'],
      }),
      { ...reference, required: false, synonyms: [...reference.synonyms, 'run', 'build', 'url'] },
    ],
    key: ['commit', 'reference'],
    checks: ['CHG-03'],
    emptyMeans: 'no test ran elsewhere',
  }),
  approvals: list({
    title: 'Approvals',
    of: 'approvals',
    says: 'Decisions in advance: a space that serves the public, a duty that cannot be split, and such.',
    row: z.object({
      kind: z.enum(APPROVAL_KINDS, { error: `is none of ${APPROVAL_KINDS.join(', ')}` }),
      subject: Words,
      reason: Words,
      approvedBy: Words,
      on: DayText,
      until: MaybeDay,
      reference: MaybeWords,
    }),
    columns: [
      column('kind', 'Kind', APPROVAL_KINDS.join(', '), 'public-space', { synonyms: ['type', 'what'] }),
      column('subject', 'Subject', 'the app, space, person or add-on, as Heroku names it', 'web-eu', {
        synonyms: ['about', 'object', 'name'],
      }),
      reason,
      { ...approvedBy, required: true, says: 'who approved it' },
      { ...on, says: 'the day of the decision' },
      maybe('until', 'Until', 'the last day', '2027-03-31', {
        as: 'day',
        synonyms: ['expires', 'valid until'],
      }),
      { ...reference, required: false },
    ],
    key: ['kind', 'subject'],
    checks: ['NET-01', 'NET-07', 'ACC-04', 'IDN-16', 'TOK-02', 'ADD-03', 'ADD-06'],
    emptyMeans: 'nothing is approved',
  }),
  explanations: list({
    title: 'Explanations',
    of: 'explanations',
    says: 'Why something happened: a one-off dyno, a rollback, a change of rules, a transfer, a difference.',
    row: z.object({
      kind: z.enum(EXPLANATION_KINDS, { error: `is none of ${EXPLANATION_KINDS.join(', ')}` }),
      subject: Words,
      reason: Words,
      reference: MaybeWords,
      person: MaybeWords,
      on: MaybeDay,
    }),
    columns: [
      column('kind', 'Kind', EXPLANATION_KINDS.join(', '), 'rollback', { synonyms: ['type', 'what'] }),
      column('subject', 'Subject', 'such as shop-api v42, or an e-mail address', 'shop-api v42', {
        synonyms: ['about', 'object', 'name'],
      }),
      reason,
      { ...reference, required: false },
      maybe('person', 'Person', 'who explains it', 'Ana Silva', {
        synonyms: ['by', 'explained by', 'author'],
      }),
      { ...on, required: false },
    ],
    key: ['kind', 'subject', 'on'],
    checks: ['CHG-08', 'CHG-07', 'CHG-13', 'ACC-10', 'NET-04', 'IDN-14', 'TLS-03', 'PLT-07', 'PLT-08'],
    emptyMeans: 'nothing is explained',
  }),
} as const
