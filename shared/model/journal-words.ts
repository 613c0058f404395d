import type { JournalEntry } from './locker.ts'

type Detail = JournalEntry['detail']

const number = (value: unknown): string => (typeof value === 'number' ? value.toLocaleString('en-US') : '?')
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const facts = (value: unknown): Detail =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Detail) : {}
const listed = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : '')

function counts(value: unknown): string {
  return Object.entries(facts(value))
    .filter(([, many]) => typeof many === 'number' && many > 0)
    .map(([name, many]) => `${number(many)} ${name.replaceAll('-', ' ')}`)
    .join(', ')
}

function collected(detail: Detail): string {
  const { evidence, events, requests, notRead, unchanged } = facts(detail.counts)
  const read = `No. ${number(detail.id)}: ${number(evidence)} evidence items, ${number(events)} events by ${number(requests)} requests`
  const same = typeof unchanged === 'number' && unchanged > 0 ? `, ${number(unchanged)} unchanged` : ''
  const refused =
    typeof notRead === 'number' && notRead > 0 ? `, ${number(notRead)} reads refused or failed` : ''
  return read + same + refused
}

function archived(detail: Detail): string {
  const known =
    typeof detail.known === 'number' && detail.known > 0 ? `, ${number(detail.known)} known before` : ''
  const changed =
    typeof detail.changed === 'number' && detail.changed > 0 ? `, ${number(detail.changed)} that differ` : ''
  return `${text(detail.archive)}: ${number(detail.kept)} events taken in${known}${changed}`
}

function verified(detail: Detail): string {
  if (detail.intact === true) return `Intact: ${counts(detail.checked)}`
  const { entry, what } = facts(detail.firstBroken)
  return `Broken: ${text(entry)} ${text(what)}`
}

function set(detail: Detail): string {
  return Object.entries(detail)
    .map(([name, value]) => {
      const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
      return `${words}: ${Array.isArray(value) ? listed(value) || 'none' : String(value)}`
    })
    .join(', ')
}

const exported = (detail: Detail): string =>
  [text(detail.file), detail.rows === undefined ? '' : `${number(detail.rows)} rows`]
    .filter(Boolean)
    .join(', ')

/** What each action is called, and its facts in words. Acts of people bring their own words. */
const ACTIONS: Readonly<Record<string, readonly [did: string, says: (detail: Detail) => string]>> = {
  'locker.created': ['Locker made', ({ engagement }) => text(facts(engagement).organisation)],
  'locker.opened': ['Opened', ({ appVersion }) => `By version ${text(appVersion)}`],
  'locker.rekeyed': ['New key', () => 'The key and the recovery key before it open this file no more'],
  'locker.migrated': ['Brought up to date', ({ from, to }) => `Schema ${number(from)} to ${number(to)}`],
  'locker.verified': ['Verified', verified],
  'collection.planned': [
    'Collection planned',
    ({ account, planned }) => `${number(planned)} requests as ${text(account)}`,
  ],
  'collection.started': [
    'Collection started',
    ({ id, account, scopes }) =>
      `No. ${number(id)} as ${text(account)}${listed(scopes) && `, scope ${listed(scopes)}`}`,
  ],
  'collection.resumed': ['Collection resumed', ({ id }) => `No. ${number(id)}`],
  'collection.completed': ['Collection completed', collected],
  'collection.cancelled': ['Collection cancelled', collected],
  'collection.interrupted': ['Collection interrupted', collected],
  'archive.taken': ['Events taken in', archived],
  'checks.run': ['Checks run', ({ answers }) => counts(answers)],
  'policy.set': ['Thresholds set', set],
  'document.saved': [
    'Copy of a document saved',
    ({ title, recipient, agreement }) =>
      [text(title), text(recipient) && `for ${text(recipient)}`, text(agreement)].filter(Boolean).join(', '),
  ],
  'workbook.exported': ['Workbook exported', ({ file, sheets }) => `${text(file)}, ${number(sheets)} sheets`],
  'events.exported': ['Events exported', exported],
  'requests.exported': [
    'Requests exported',
    ({ file, requests }) => `${text(file)}, ${number(requests)} requests`,
  ],
}

/** Nouns of acts, as in `mapping.decided`. */
const ACTS: Readonly<Record<string, string>> = {
  mapping: 'Mapping',
  conclusion: 'Conclusion',
  review: 'Review',
  exception: 'Exception',
  document: 'Document',
  record: 'Record',
}

/** A line of the journal as people read it: what was done, and the facts that matter in one sentence. */
export interface JournalWords {
  readonly did: string
  readonly says: string
}

/** A journal entry in words; an action that nobody named stays as it is, with its facts by name. */
export function journalWords({ action, detail }: Pick<JournalEntry, 'action' | 'detail'>): JournalWords {
  const known = ACTIONS[action]
  if (known) return { did: known[0], says: known[1](detail) }
  const [noun = '', verb] = action.split('.')
  const act = ACTS[noun]
  if (act) return { did: verb === 'undone' ? `${act} taken back` : act, says: text(detail.says) }
  return { did: action, says: set(detail) }
}
