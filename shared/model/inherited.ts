import type { ReviewKind } from './records/document-review.ts'
import type { Topic } from './topic.ts'

/** Something that the vendor operates for its customers: in our own words, where it is said, and what is left to do. */
export interface InheritedStatement {
  readonly id: string
  readonly title: string
  /** What the vendor does, in our own words. Inherited: nothing in the customer's account can show it. */
  readonly says: string
  /** The kinds of documents that say so, with the part of each to read. */
  readonly cites: readonly { readonly document: ReviewKind; readonly section: string }[]
  /** What stays with the customer. */
  readonly duty: string
  /** Evidence of the customer that belongs beside it. */
  readonly topics: readonly Topic[]
}

const sparc = (section: string) => ({ document: 'sparc' as const, section })
const soc2 = (section: string) => ({ document: 'soc2-report' as const, section })

/**
 * What is inherited from Heroku, as the kinds of documents tell it that a customer can get. Section names are
 * those of the documents as known in 2026; a newer version may name them otherwise.
 */
export const INHERITED: readonly InheritedStatement[] = [
  {
    id: 'logical-separation',
    title: 'Separation of customers',
    says: 'Customers share the platform; their data is kept apart by identifiers that every access is checked against.',
    cites: [sparc('Architecture and Data Segregation'), soc2('System description')],
    duty: 'Choose a Private or Shield Space where shared hosts are not good enough, and keep test apart from production.',
    topics: ['vendor-sparc', 'space-isolation'],
  },
  {
    id: 'sub-processor-agreements',
    title: 'Agreements with sub-processors',
    says: 'The vendor binds whom it lets process customer data by written agreements and watches over them.',
    cites: [sparc('Control of Processing'), { document: 'subprocessors', section: 'List' }],
    duty: 'Read the list once a year and object in time.',
    topics: ['vendor-subprocessors', 'vendor-sparc'],
  },
  {
    id: 'dyno-isolation',
    title: 'Isolation of running code',
    says: 'Each dyno runs in a container of its own with its own file system, behind firewalls on the host.',
    cites: [sparc('Architecture and Data Segregation'), soc2('Control activities')],
    duty: 'Choose the tier that fits the data, and write nothing lasting to the disk of a dyno.',
    topics: ['space-isolation', 'dyno-tier'],
  },
  {
    id: 'password-storage',
    title: 'Storage of passwords',
    says: 'Passwords of accounts are stored as salted one-way hashes.',
    cites: [sparc('Security Policies and Procedures'), soc2('Control activities')],
    duty: 'Use single sign-on, so that no such password exists, or a second factor.',
    topics: ['vendor-sparc', 'vendor-soc2-report'],
  },
  {
    id: 'source-address-limits',
    title: 'Limits of logged addresses',
    says: 'The address in a log entry is that of the last network device; behind address translation it does not single out a computer.',
    cites: [sparc('Security Logs')],
    duty: 'Keep the logs of one’s own proxies and VPN for as long as the audit trail is kept.',
    topics: ['audit-trail-events'],
  },
  {
    id: 'forensic-logs',
    title: 'Logs for investigations',
    says: 'The vendor keeps records that can help an investigation and gives them on request.',
    cites: [sparc('Security Logs'), { document: 'incident-terms', section: 'Contact and term' }],
    duty: 'Keep the contact in the incident plan, and ask soon: retention is limited.',
    topics: ['vendor-incident-notice'],
  },
  {
    id: 'passwords-not-logged',
    title: 'No passwords in logs',
    says: 'Passwords of accounts are not written to logs.',
    cites: [sparc('Security Logs')],
    duty: 'See to it that one’s own apps do the same.',
    topics: ['vendor-sparc'],
  },
  {
    id: 'password-reset',
    title: 'Resetting passwords',
    says: 'Staff of the vendor set no passwords for users; a user resets by a link that works once.',
    cites: [sparc('User Authentication')],
    duty: 'Protect the mailboxes that such links go to.',
    topics: ['vendor-sparc'],
  },
  {
    id: 'intrusion-detection',
    title: 'Detection of intrusions',
    says: 'The vendor, or somebody on its behalf, watches the platform for intrusions.',
    cites: [sparc('Intrusion Detection'), soc2('Control activities')],
    duty: 'Watch one’s own apps: application logs go to one’s own drain only.',
    topics: ['vendor-soc2-report'],
  },
  {
    id: 'code-scans',
    title: 'Scans of customer code',
    says: 'The vendor may scan deployed code for what endangers the platform.',
    cites: [sparc('Security Controls')],
    duty: 'Scan one’s own code and dependencies; the vendor’s scan is not meant for that.',
    topics: ['vendor-sparc'],
  },
  {
    id: 'platform-logs',
    title: 'Security logs of the platform',
    says: 'Systems of the platform write security logs to a central place, where they are analysed.',
    cites: [sparc('Security Logs'), soc2('Control activities')],
    duty: 'Keep the audit trail and the drains of one’s own apps.',
    topics: ['vendor-soc2-report'],
  },
  {
    id: 'login-transport',
    title: 'Protection of log-ins on their way',
    says: 'Names and passwords travel only over TLS.',
    cites: [sparc('User Authentication')],
    duty: 'Ask for a second factor or single sign-on.',
    topics: ['member-mfa', 'vendor-sparc'],
  },
  {
    id: 'physical-security',
    title: 'Physical security of data centres',
    says: 'Premises are guarded, entry is checked by several means and escorted, power is backed up.',
    cites: [
      sparc('Physical Security'),
      soc2('Subservice organisations'),
      { document: 'aws-assurance', section: 'Physical and environmental controls' },
    ],
    duty: 'Keep current reports of Heroku and AWS on file.',
    topics: ['vendor-physical-security'],
  },
  {
    id: 'replication',
    title: 'Continuous copying of databases',
    says: 'Databases on plans with continuous protection are copied nearly at once, to the last committed transaction.',
    cites: [sparc('Reliability and Backup')],
    duty: 'Choose plans that have it, and see that it is on.',
    topics: ['postgres-rollback'],
  },
  {
    id: 'backup-storage',
    title: 'Redundant storage of deployments and backups',
    says: 'What is deployed is stored redundantly, and physical backups belong to the managed databases.',
    cites: [sparc('Reliability and Backup')],
    duty: 'Schedule logical backups, and try restoring them.',
    topics: ['postgres-backups'],
  },
  {
    id: 'recovery-sites',
    title: 'Recovery sites apart from each other',
    says: 'Recovery facilities lie apart from the primary ones.',
    cites: [sparc('Disaster Recovery'), { document: 'dr-statement', section: 'Objectives' }],
    duty: 'Compare the vendor’s objectives with one’s own.',
    topics: ['vendor-dr-statement'],
  },
  {
    id: 'postgres-ssl',
    title: 'Encrypted connections to databases',
    says: 'Heroku Postgres accepts encrypted connections only.',
    cites: [sparc('Data Encryption')],
    duty: 'Verify certificates in clients; on key-value stores ask for TLS.',
    topics: ['key-value-store', 'postgres-encryption-at-rest', 'vendor-sparc'],
  },
  {
    id: 'shared-responsibility',
    title: 'Who does what',
    says: 'The vendor tells for each control whether it is its own, the customer’s or both’s.',
    cites: [
      { document: 'vendor-caiq', section: 'Ownership column' },
      { document: 'pci-responsibility-matrix', section: 'Owner per requirement' },
    ],
    duty: 'Answer what is one’s own or shared.',
    topics: ['vendor-caiq-runbook', 'vendor-cuec'],
  },
  {
    id: 'session-limits',
    title: 'Length of Dashboard sessions',
    says: 'Sessions last 24 hours, up to 10 days with a second factor, 8 hours with single sign-on (Dev Center, changelog of 2022).',
    cites: [{ document: 'contract-extract', section: 'Dev Center article on session length' }],
    duty: 'Lock workstations after 15 minutes; the platform cannot be set that short.',
    topics: ['session-length'],
  },
  {
    id: 'log-retention',
    title: 'Short life of platform logs',
    says: 'The platform keeps the last 1,500 lines of an app’s log for a week at most.',
    cites: [{ document: 'contract-extract', section: 'Dev Center article on logging' }],
    duty: 'Drain logs to a store that keeps them for as long as one has to.',
    topics: ['log-drains', 'audit-trail-retention'],
  },
  {
    id: 'connect-transport',
    title: 'Transport between Salesforce and Heroku',
    says: 'Heroku Connect moves data between both over encrypted connections.',
    cites: [soc2('System description')],
    duty: 'Approve which objects and fields are moved, and in which direction.',
    topics: ['heroku-connect', 'vendor-soc2-report'],
  },
  {
    id: 'not-the-app',
    title: 'Reports end at the platform',
    says: 'The vendor’s report looks at the platform, never at what customers build on it.',
    cites: [soc2('Scope and boundaries')],
    duty: 'Give own evidence for one’s own apps: this locker.',
    topics: ['evidence-package-integrity'],
  },
  {
    id: 'retention-store',
    title: 'Salesforce settings end at the store',
    says: 'Sharing rules and field security of Salesforce do not hold in a database at Heroku that data is copied to.',
    cites: [{ document: 'contract-extract', section: 'Documentation of Privacy Center' }],
    duty: 'Limit who reaches that database, and encrypt and log it like production.',
    topics: ['privacy-center-retention'],
  },
  {
    id: 'hipaa-no-certificate',
    title: 'HIPAA knows no certificate',
    says: 'Nobody can be certified for HIPAA; the vendor offers services that fit and signs an agreement.',
    cites: [{ document: 'baa', section: 'Covered services' }],
    duty: 'Do the own risk analysis, and keep health data to covered services.',
    topics: ['evidence-package-integrity'],
  },
  {
    id: 'os-patching',
    title: 'Patching of the operating system',
    says: 'The vendor patches hosts and stack images; customers cannot alter the operating system below their app.',
    cites: [soc2('Control activities')],
    duty: 'Stay on a supported stack and deploy again to take new images up.',
    topics: ['stack-eol', 'vendor-soc2-report'],
  },
]
