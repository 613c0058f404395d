import type { Topic } from '../topic.ts'

/** A fact that belongs to a statement, beside its yes or no. */
export interface AttestedFact {
  readonly name: string
  readonly says: string
  readonly as: 'text' | 'number' | 'day' | 'many'
}

/** Something that no API tells and a person states: the question, how to find out, and how long it holds. */
export interface AttestationDefinition {
  readonly topic: Topic
  readonly title: string
  /** Answered by yes or no; yes is the good answer. */
  readonly question: string
  /** Where a person sees it. */
  readonly how: string
  /** About the whole organisation, or about one subject of this kind each. */
  readonly about: 'organisation' | 'app' | 'database' | 'enterprise-account' | 'team'
  readonly facts: readonly AttestedFact[]
  /** Months until it should be looked at again. */
  readonly months: number
  readonly checks: readonly string[]
}

const text = (name: string, says: string): AttestedFact => ({ name, says, as: 'text' })
const day = (name: string, says: string): AttestedFact => ({ name, says, as: 'day' })
const many = (name: string, says: string): AttestedFact => ({ name, says, as: 'many' })
const hours = (name: string, says: string): AttestedFact => ({ name, says, as: 'number' })

/** Writes a definition: about the organisation, without facts, to be renewed after a year, unless it says otherwise. */
function attest(
  topic: Topic,
  title: string,
  question: string,
  how: string,
  more: Partial<Pick<AttestationDefinition, 'about' | 'facts' | 'months' | 'checks'>> = {},
): AttestationDefinition {
  return { topic, title, question, how, about: 'organisation', facts: [], months: 12, checks: [], ...more }
}

/** What a person can state. Which rows of Heroku's security documents they answer is told in `coverage.tsv`. */
export const ATTESTATIONS = {
  'third-party-oauth-restriction': attest(
    'third-party-oauth-restriction',
    'Restriction of third-party OAuth',
    'Is the access of third-party OAuth applications to apps limited for this enterprise account or team?',
    'Dashboard, enterprise account or team, Settings, Third-party OAuth access; attach a screenshot.',
    { about: 'enterprise-account', checks: ['TOK-06'] },
  ),
  'keystroke-logging': attest(
    'keystroke-logging',
    'Recording of sessions in Shield Spaces',
    'Does Heroku record what is typed in one-off dynos of the Shield Spaces, and does the drain keep it?',
    'Ask Heroku support for the state, or show a recorded session in the log archive.',
    { checks: ['LOG-06'] },
  ),
  'session-length': attest(
    'session-length',
    'Length of sessions',
    'Are the lengths of sessions at Heroku known and accepted?',
    'Heroku ends Dashboard sessions by its own rule; the identity provider may end them earlier.',
    {
      facts: [hours('hours', 'hours until a person has to sign in again'), text('set by', 'what ends it')],
      checks: ['TOK-10'],
    },
  ),
  'account-sessions': attest(
    'api-sessions',
    'Sessions of the collecting account',
    'Does the owner recognise every session and authorization of the collecting account?',
    'Dashboard, Account settings, Applications; compare with the sheet of authorizations.',
    { months: 3, checks: ['TOK-11'] },
  ),
  'cipher-review': attest(
    'tls-version-ciphers',
    'Review of protocols and ciphers',
    'Were the protocols and ciphers in use reviewed, and are they all still strong?',
    'Heroku’s pages on TLS, and a scan of the own domains.',
    {
      facts: [many('protocols', 'protocols in use'), many('ciphers', 'cipher suites in use')],
      checks: ['TLS-05', 'TLS-06'],
    },
  ),
  'keyed-hashing-of-cards': attest(
    'postgres-encryption-at-rest',
    'Card numbers are unreadable by the application',
    'Does the application itself make stored card numbers unreadable, as volume encryption alone does not?',
    'Design of the application: tokens, truncation, or encryption of the field.',
    { about: 'app' },
  ),
  dataclips: attest(
    'postgres-links-dataclips',
    'Dataclips are listed',
    'Does the given list of dataclips hold every one of this organisation?',
    'https://data.heroku.com/dataclips, with the role that sees all of them.',
    { months: 3, checks: ['DAT-15'] },
  ),
  privatelink: attest(
    'privatelink',
    'PrivateLink endpoints are listed',
    'Does the given list of PrivateLink endpoints hold every one?',
    '`heroku data:privatelink DATABASE` for each database; give its output as the list.',
    { months: 3 },
  ),
  mtls: attest(
    'mtls',
    'Mutual TLS settings are listed',
    'Does the given list of mutual TLS settings hold every one?',
    '`heroku data:mtls DATABASE` for each database; give its output as the list.',
    { months: 3 },
  ),
  'connect-mappings': attest(
    'heroku-connect',
    'Mappings of Heroku Connect are listed',
    'Does the given list of mappings hold every one of each connection?',
    '`heroku connect:export` for each connection; give its output as the list.',
    { months: 3, checks: ['CON-02', 'CON-03'] },
  ),
  'connect-state': attest(
    'heroku-connect',
    'State of Heroku Connect',
    'Are all connections of this app idle or polling, none in error and none paused?',
    '`heroku connect:state -a APP`, or the dashboard of the add-on.',
    { about: 'app', facts: [text('states', 'the states that were seen')], months: 1, checks: ['CON-04'] },
  ),
  'connect-reconciliation': attest(
    'heroku-connect',
    'Salesforce and Heroku were compared',
    'Were the records of Salesforce and of Heroku compared, and is each difference understood?',
    'Counts per object on both sides; they differ by design, so the note says why.',
    { facts: [text('difference', 'what differs and why')], months: 3 },
  ),
  'connect-minimal-data': attest(
    'heroku-connect',
    'Health data is tokenised or kept apart',
    'Is protected health information tokenised, pseudonymised or kept apart before it is replicated?',
    'Field list of the mappings and the design of the data model.',
  ),
  'retention-policy': attest(
    'privacy-center-retention',
    'Retention policy of Privacy Center',
    'Does the retention policy delete or mask the original record as was decided?',
    'Privacy Center, policies; attach the export of the policy.',
    { facts: [text('policy', 'name of the policy'), hours('days', 'days until it acts')] },
  ),
  'retention-permissions': attest(
    'privacy-center-retention',
    'Salesforce permissions for retention',
    'Do only approved people hold the permissions ModifyAllData and PrivacyCenter?',
    'Salesforce Setup, permission sets; attach the export.',
    { facts: [many('people', 'who holds them')], months: 3 },
  ),
  'retention-schema-grants': attest(
    'privacy-center-retention',
    'The Salesforce schema is closed to other roles',
    'Is no right on the Salesforce schema granted to other roles, and do external objects read the cache schema?',
    '`\\dn+` and `\\dp` in psql on the retention database; attach the output.',
    {
      about: 'database',
      facts: [many('grants', 'rights that other roles have')],
      months: 3,
      checks: ['CON-06'],
    },
  ),
  'retention-lookup-model': attest(
    'privacy-center-retention',
    'External objects use indirect lookups and limited views',
    'Do external objects relate by indirect lookups, and show limited views only?',
    'Salesforce Setup, External Objects.',
  ),
  'incident-history': attest(
    'platform-incidents',
    'Incidents of the platform are listed',
    'Does the given list hold every incident of the audit period that status.heroku.com told of?',
    'https://status.heroku.com/incidents; give them as the list.',
    { months: 3 },
  ),
  'incident-contact': attest(
    'vendor-incident-notice',
    'Incident plan names Heroku',
    'Does the own incident plan name how Heroku is reached and who receives its notices?',
    'The incident plan; its date is a fact.',
    {
      facts: [day('plan date', 'date of the plan'), text('clause', 'where the contract speaks of notices')],
    },
  ),
  'log-retention': attest(
    'audit-trail-retention',
    'Logs are kept outside Heroku',
    'Are logs kept outside Heroku for as long as the own rule asks, the newest three months ready for use?',
    'Retention setting of the log archive; attach a screenshot.',
    { facts: [hours('months', 'months kept')] },
  ),
  'no-health-data-in-logs': attest(
    'log-drains',
    'Logs hold little or no health data',
    'Was a sample of logs read, and is the health data in them as little as was decided?',
    'A sample from the log archive; this app reads no log content.',
    { months: 6 },
  ),
  'no-data-on-dyno-disk': attest(
    'vendor-cuec',
    'No regulated data on the disk of a dyno',
    'Does no app write regulated data to the disk of its dynos?',
    'Design and code of the apps.',
  ),
  'malware-scan': attest(
    'vendor-cuec',
    'Uploads are scanned',
    'Is what customers upload scanned for malware by somebody other than Heroku?',
    'Design of the upload: which service scans, and what happens to a hit.',
    { facts: [text('scanner', 'what scans')] },
  ),
  'own-policies': attest(
    'vendor-cuec',
    'Own policies, training and incident response',
    'Are the own policies, trainings and the incident response in force and documented?',
    'The own document register; attach its list.',
  ),
  'signed-artifacts': attest(
    'builds-slugs',
    'Signed artifacts and scanned dependencies',
    'Are artifacts signed, dependencies scanned and builds repeatable?',
    'Configuration of the build pipeline; attach it.',
  ),
  'vendor-risk': attest(
    'vendor-soc2-report',
    'Own risk assessment with the report',
    'Was the risk of Heroku assessed with its current report, and is what is left accepted?',
    'The risk register.',
    { facts: [text('questions', 'questions put to the vendor, and their answers')] },
  ),
  'contract-review': attest(
    'vendor-sparc',
    'Terms and data processing agreement were checked',
    'Did legal and procurement check the terms, the SPARC document and the data processing agreement?',
    'The contract file; the version read is a fact.',
    { facts: [text('version', 'version of the documents')] },
  ),
  'data-return': attest(
    'vendor-data-return-deletion',
    'Data can be taken back',
    'Is the way to take the data out of Heroku written down and tried?',
    'The runbook; the day of the last try is a fact.',
    { facts: [day('tried on', 'day of the last try')] },
  ),
  'pgssi-s': attest(
    'vendor-hds-ismap',
    'PGSSI-S duties',
    'Are the duties that PGSSI-S leaves to the customer met?',
    'The own register of French health data duties.',
  ),
  'disaster-recovery': attest(
    'vendor-dr-statement',
    'Own retention and disaster recovery',
    'Are retention and disaster recovery written down and tried within a year?',
    'The own plan and the report of the last exercise.',
    { facts: [day('exercised on', 'day of the last exercise')] },
  ),
} as const satisfies Readonly<Record<string, AttestationDefinition>>
