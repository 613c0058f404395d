import { z } from 'zod'
import {
  AddressRangeText,
  AwsAccount,
  HerokuName,
  HostName,
  MaybeDay,
  MaybeHerokuName,
  MaybeWords,
  Words,
} from '../cells.ts'
import { column, list, maybe } from '../list-definition.ts'

const reason = maybe('reason', 'Reason', 'why', 'office in Lisbon', {
  synonyms: ['why', 'purpose', 'justification', 'description', 'comment', 'note'],
})
const owner = column('owner', 'Owner', 'the person who answers for it', 'Ana Silva', {
  synonyms: ['responsible', 'owned by', 'contact'],
})
const host = column(
  'host',
  'Host',
  'the host alone; *.example.com stands for all below',
  'logs.example.com',
  {
    synonyms: ['host name', 'hostname', 'drain host', 'endpoint', 'domain'],
  },
)
const database = column('database', 'Database', 'name of the add-on', 'postgresql-curly-12345', {
  synonyms: ['add-on', 'addon', 'data service'],
})

/** Lists of places: where traffic may come from and data may go. */
export const NETWORK_LISTS = {
  'ip-ranges': list({
    title: 'Address ranges',
    of: 'approved address ranges',
    says: 'Ranges that may reach a space, each with an owner and a reason.',
    row: z.object({
      range: AddressRangeText,
      space: MaybeHerokuName,
      owner: Words,
      reason: Words,
      until: MaybeDay,
    }),
    columns: [
      column('range', 'Range', 'as 192.0.2.0/24, or one address', '192.0.2.0/24', {
        synonyms: ['ip range', 'cidr', 'source', 'address', 'ip'],
      }),
      maybe('space', 'Space', 'its name; every space where left out', 'payments'),
      owner,
      { ...reason, required: true },
      maybe('until', 'Until', 'the last day', '2027-03-31', {
        as: 'day',
        synonyms: ['expires', 'valid until'],
      }),
    ],
    key: ['range', 'space'],
    checks: ['NET-03'],
    emptyMeans: 'no range is approved',
  }),
  'aws-accounts': list({
    title: 'AWS accounts',
    of: 'approved AWS accounts',
    says: 'AWS accounts that may be peered or connected by PrivateLink.',
    row: z.object({ account: AwsAccount, owner: Words, reason: MaybeWords }),
    columns: [
      column('account', 'AWS account', 'twelve digits', '123456789012', {
        synonyms: ['account', 'account id', 'aws account id', 'account number'],
      }),
      owner,
      reason,
    ],
    key: ['account'],
    checks: ['NET-10', 'NET-12'],
    emptyMeans: 'no AWS account is approved',
  }),
  'log-hosts': list({
    title: 'Log hosts',
    of: 'approved log hosts',
    says: 'Hosts that logs and telemetry may be sent to.',
    row: z.object({ host: HostName, owner: MaybeWords, reason: MaybeWords }),
    columns: [host, { ...owner, required: false }, reason],
    key: ['host'],
    checks: ['LOG-04', 'LOG-13'],
    emptyMeans: 'no log host is approved',
  }),
  'webhook-hosts': list({
    title: 'Webhook hosts',
    of: 'approved webhook hosts',
    says: 'Hosts that app webhooks may call.',
    row: z.object({ host: HostName, owner: MaybeWords, reason: MaybeWords }),
    columns: [host, { ...owner, required: false }, reason],
    key: ['host'],
    checks: ['LOG-15'],
    emptyMeans: 'no webhook host is approved',
  }),
  regions: list({
    title: 'Regions',
    of: 'approved regions',
    says: 'Regions in which apps, spaces and data may be.',
    row: z.object({ region: HerokuName, reason: MaybeWords }),
    columns: [
      column('region', 'Region', 'as Heroku names it', 'frankfurt', { synonyms: ['location', 'place'] }),
      reason,
    ],
    key: ['region'],
    checks: ['NET-14', 'DAT-17'],
    emptyMeans: 'no region is approved',
  }),
  privatelinks: list({
    title: 'PrivateLink endpoints',
    of: 'PrivateLink endpoints',
    says: 'What `heroku data:privatelink` shows, where the collection could not read it.',
    row: z.object({
      database: HerokuName,
      endpoint: MaybeWords,
      accounts: z.array(AwsAccount).max(200),
      status: MaybeWords,
    }),
    columns: [
      database,
      maybe('endpoint', 'Endpoint service', 'its name at AWS', 'com.amazonaws.vpce.eu-central-1.vpce-svc-1'),
      column('accounts', 'AWS accounts', 'who may connect, with semicolons between', '123456789012', {
        as: 'many',
        synonyms: ['account', 'aws account', 'allowlist', 'allowed accounts'],
      }),
      maybe('status', 'Status', 'as the command shows it', 'Operational', { synonyms: ['state'] }),
    ],
    key: ['database'],
    checks: ['NET-12'],
    emptyMeans: 'there is no PrivateLink endpoint',
  }),
  'mtls-certificates': list({
    title: 'Mutual TLS',
    of: 'mutual TLS settings',
    says: 'What `heroku data:mtls` shows, where the collection could not read it.',
    row: z.object({
      database: HerokuName,
      enabled: z.boolean({ error: 'is neither yes nor no' }),
      certificate: MaybeWords,
      expiresOn: MaybeDay,
      externalClient: z.boolean({ error: 'is neither yes nor no' }).default(true),
    }),
    columns: [
      database,
      column('enabled', 'Enabled', 'yes or no', 'yes', { as: 'yes-no', synonyms: ['on', 'status', 'mtls'] }),
      maybe('certificate', 'Certificate', 'its name', 'reporting-client', { synonyms: ['name', 'cert'] }),
      maybe('expiresOn', 'Expires on', 'its last day', '2027-03-31', {
        as: 'day',
        synonyms: ['expires', 'expiry', 'valid until'],
      }),
      maybe('externalClient', 'External client', 'something outside Heroku connects: yes or no', 'yes', {
        as: 'yes-no',
        synonyms: ['external', 'external access'],
      }),
    ],
    key: ['database', 'certificate'],
    checks: ['NET-13'],
    emptyMeans: 'no database is reached from outside',
  }),
} as const
