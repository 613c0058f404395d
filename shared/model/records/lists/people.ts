import { z } from 'zod'
import {
  DayText,
  HerokuName,
  Mailbox,
  MailDomain,
  MaybeDay,
  MaybeHerokuName,
  MaybeWords,
  Words,
} from '../cells.ts'
import { column, list, maybe } from '../list-definition.ts'

const MAIL = ['mail', 'email', 'e-mail address', 'user', 'account', 'login', 'person', 'member']
const APPROVER = ['approver', 'approved by', 'authorised by', 'authorized by', 'signed off by']
const email = (says: string, example = 'ana@example.com') =>
  column('email', 'E-mail', says, example, { synonyms: MAIL })
const approvedBy = maybe('approvedBy', 'Approved by', 'who approved it', 'Maria Lopez', {
  synonyms: APPROVER,
})
const reason = maybe('reason', 'Reason', 'why', 'runs the nightly deployment', {
  synonyms: ['why', 'purpose', 'justification', 'comment', 'note'],
})

/** Lists of people: who may be there, and who may no longer. */
export const PEOPLE_LISTS = {
  'service-accounts': list({
    title: 'Service accounts',
    of: 'service accounts',
    says: 'Accounts that belong to a machine, each with a person who answers for it.',
    row: z.object({ email: Mailbox, owner: Words, reason: MaybeWords }),
    columns: [
      email('the account', 'deploy-bot@example.com'),
      column('owner', 'Owner', 'the person who answers for it', 'Ana Silva', {
        synonyms: ['responsible', 'owned by', 'custodian'],
      }),
      reason,
    ],
    key: ['email'],
    checks: ['IDN-09'],
    emptyMeans: 'no account belongs to a machine',
  }),
  'break-glass': list({
    title: 'Break-glass accounts',
    of: 'break-glass accounts',
    says: 'Accounts that keep a password of their own for the day on which single sign-on fails.',
    row: z.object({ email: Mailbox, owner: Words, reason: MaybeWords, testedOn: MaybeDay }),
    columns: [
      email('the account', 'emergency@example.com'),
      column('owner', 'Owner', 'the person who answers for it', 'Ana Silva', { synonyms: ['responsible'] }),
      reason,
      maybe('testedOn', 'Tested on', 'when its use was last tried', '2026-09-01', {
        as: 'day',
        synonyms: ['last test', 'tested'],
      }),
    ],
    key: ['email'],
    checks: ['IDN-04'],
    emptyMeans: 'nobody keeps a local password',
  }),
  leavers: list({
    title: 'Leavers',
    of: 'leavers',
    says: 'People who left the organisation or changed jobs in the audit period, with their last day.',
    row: z.object({ email: Mailbox, name: MaybeWords, leftOn: DayText }),
    columns: [
      email('the address they used', 'tom@example.com'),
      maybe('name', 'Name', 'the person', 'Tom Berg', { synonyms: ['full name', 'employee'] }),
      column('leftOn', 'Left on', 'the last day', '2026-06-30', {
        as: 'day',
        synonyms: ['last day', 'leaving date', 'termination date', 'end date', 'left', 'date'],
      }),
    ],
    key: ['email'],
    checks: ['IDN-12', 'IDN-13'],
    emptyMeans: 'nobody left',
  }),
  'email-domains': list({
    title: 'Mail domains',
    of: 'approved mail domains',
    says: 'Mail domains whose addresses may be members; a single address may stand here as an exception.',
    row: z.object({
      domain: z.union([Mailbox, MailDomain], { error: 'is no mail domain' }),
      reason: MaybeWords,
    }),
    columns: [
      column('domain', 'Domain', 'such as example.com, or one address as an exception', 'example.com', {
        synonyms: ['mail domain', 'email domain', 'allowed domain'],
      }),
      reason,
    ],
    key: ['domain'],
    checks: ['IDN-10'],
    emptyMeans: 'no mail domain is approved',
  }),
  'external-collaborators': list({
    title: 'External collaborators',
    of: 'approved external collaborators',
    says: 'People from outside who may work on apps until a day.',
    row: z.object({
      email: Mailbox,
      app: MaybeHerokuName,
      company: MaybeWords,
      until: DayText,
      approvedBy: MaybeWords,
    }),
    columns: [
      email('the person', 'sam@agency.example'),
      maybe('app', 'App', 'the app; every app where left out', 'shop-web'),
      maybe('company', 'Company', 'where they work', 'Agency Ltd', { synonyms: ['organisation', 'firm'] }),
      column('until', 'Until', 'the last day', '2027-03-31', {
        as: 'day',
        synonyms: ['end date', 'expires', 'valid until'],
      }),
      approvedBy,
    ],
    key: ['email', 'app'],
    checks: ['ACC-05'],
    emptyMeans: 'nobody from outside is approved',
  }),
  'enterprise-managers': list({
    title: 'Enterprise managers',
    of: 'approved holders of enterprise manage',
    says: 'Who may hold the manage permission of the enterprise account.',
    row: z.object({ email: Mailbox, enterprise: MaybeHerokuName, approvedBy: MaybeWords }),
    columns: [
      email('the person'),
      maybe('enterprise', 'Enterprise account', 'its name; every one where left out', 'acme', {
        synonyms: ['enterprise'],
      }),
      approvedBy,
    ],
    key: ['email', 'enterprise'],
    checks: ['IDN-15'],
    emptyMeans: 'nobody may manage the enterprise account',
  }),
  deployers: list({
    title: 'Deployers to production',
    of: 'people who may deploy to production',
    says: 'Who may deploy to which production app.',
    row: z.object({ email: Mailbox, app: MaybeHerokuName, approvedBy: MaybeWords }),
    columns: [
      email('the person'),
      maybe('app', 'App', 'the app; every production app where left out', 'shop-api'),
      approvedBy,
    ],
    key: ['email', 'app'],
    checks: ['ACC-03'],
    emptyMeans: 'nobody may deploy to production',
  }),
  'space-members': list({
    title: 'Space members',
    of: 'approved members of spaces',
    says: 'Who may be a member of which Private or Shield Space.',
    row: z.object({ email: Mailbox, space: MaybeHerokuName, approvedBy: MaybeWords }),
    columns: [
      email('the person'),
      maybe('space', 'Space', 'its name; every space where left out', 'payments'),
      approvedBy,
    ],
    key: ['email', 'space'],
    checks: ['ACC-11'],
    emptyMeans: 'nobody may be a member of a space',
  }),
  'retention-admins': list({
    title: 'Administrators of the retention store',
    of: 'approved administrators of the retention app',
    says: 'Who may work on the app and database that Privacy Center or Connect replicates to.',
    row: z.object({ email: Mailbox, app: HerokuName, approvedBy: MaybeWords }),
    columns: [
      email('the person'),
      column('app', 'App', 'the retention app', 'privacy-retention'),
      approvedBy,
    ],
    key: ['email', 'app'],
    checks: ['CON-05'],
    emptyMeans: 'nobody may work on the retention app',
  }),
  'oauth-clients': list({
    title: 'OAuth clients',
    of: 'approved OAuth clients',
    says: 'Third-party applications that may act for people at Heroku.',
    row: z.object({ client: Words, reason: MaybeWords, approvedBy: MaybeWords }),
    columns: [
      column('client', 'Client', 'the name or the id that Heroku shows', 'Heroku Dashboard', {
        synonyms: ['oauth client', 'name', 'application', 'client name', 'client id', 'id'],
      }),
      reason,
      approvedBy,
    ],
    key: ['client'],
    checks: ['TOK-04', 'TOK-05'],
    emptyMeans: 'no third-party client is approved',
  }),
  'session-owners': list({
    title: 'Recognised sessions',
    of: 'recognised sessions',
    says: 'Sessions and authorizations of the connected account that its owner recognises as the own ones.',
    row: z.object({ authorization: Words, owner: Words, on: DayText, reason: MaybeWords }),
    columns: [
      column('authorization', 'Authorization', 'its id at Heroku', '01234567-89ab-cdef-0123-456789abcdef', {
        synonyms: ['authorization id', 'session', 'id'],
      }),
      column('owner', 'Owner', 'who recognises it', 'Ana Silva'),
      column('on', 'On', 'the day of the signature', '2026-11-20', {
        as: 'day',
        synonyms: ['date', 'signed on'],
      }),
      reason,
    ],
    key: ['authorization'],
    checks: ['TOK-11'],
    emptyMeans: 'no session is recognised',
  }),
} as const
