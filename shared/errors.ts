/** Every kind of error that a person can meet, with what it needs to be told in one sentence. */
interface Sentences {
  'wrong-use': { what: string; remedy: string }
  'cannot-write': { path: string; why: string }
  'cannot-read': { path: string; why: string }
  'already-there': { path: string }
  'not-a-table': { file: string; why: string }
  'not-a-locker': { file: string }
  'wrong-key': { file: string }
  'locker-busy': { file: string }
  'locker-newer': { file: string; version: number; known: number }
  'locker-damaged': { file: string; what: string }
  'no-key': { file: string }
  'bad-recovery-key': { why: string }
  'keychain-missing': { why: string }
  'keychain-locked': { why: string }
  'keychain-timeout': { seconds: number }
  'profile-damaged': { file: string; what: string }
  'no-connection': { label: string }
  'connection-exists': { label: string }
  'no-token': { label: string }
  'token-empty': Record<never, never>
  'token-malformed': Record<never, never>
  'token-refused': { host: string; status: number }
  'token-expired': { host: string }
  'two-factor': { host: string }
  'account-suspended': { host: string }
  'account-delinquent': { host: string }
  'other-account': { expected: string; found: string }
  'host-not-allowed': { host: string }
  'redirect-refused': { from: string; to: string }
  'host-unreachable': { host: string; why: string }
  'answer-not-json': { host: string; path: string; status: number }
  'answer-breaks-schema': { path: string; field: string; what: string }
  'answer-too-large': { path: string; limit: number }
  'list-without-end': { path: string; pages: number }
  'read-refused': { host: string; path: string; said: string }
  'server-error': { host: string; path: string; status: number }
  'rate-limited': { host: string; seconds: number }
  'archive-damaged': { archive: string; what: string }
  'archive-too-large': { archive: string; gigabytes: number }
  'no-collection': Record<never, never>
  'nothing-to-resume': Record<never, never>
  'disk-full': { path: string }
  'disk-low': { archive: string; path: string; megabytes: number }
  cancelled: { what: string; remedy: string }
  unexpected: { what: string }
}

/** The kinds of errors; stable, for scripts. */
export type ProblemKind = keyof Sentences

type Sentence<K extends ProblemKind> = (facts: Sentences[K]) => readonly [what: string, remedy: string]

const SENTENCES: { readonly [K in ProblemKind]: Sentence<K> } = {
  'wrong-use': (f) => [f.what, f.remedy],
  'cannot-write': (f) => [
    `${f.path} cannot be written (${f.why})`,
    'choose another place or make it writable',
  ],
  'cannot-read': (f) => [`${f.path} cannot be read (${f.why})`, 'check the path and its permissions'],
  'not-a-table': (f) => [
    `${f.file} cannot be read as a table: ${f.why}`,
    'save it as CSV in UTF-8, or as .xlsx, and try again',
  ],
  'already-there': (f) => [`${f.path} already exists`, 'choose another name, or remove it first'],
  'not-a-locker': (f) => [`${f.file} is not a locker`, 'choose a file that Evidence Locker made'],
  'wrong-key': (f) => [
    `the key does not open ${f.file}, or the file is no locker`,
    'use the recovery key that was shown when this locker was created',
  ],
  'locker-busy': (f) => [`${f.file} is open in another window or command`, 'close it there and try again'],
  'locker-newer': (f) => [
    `${f.file} has format ${f.version}, this version reads up to ${f.known}`,
    'update Evidence Locker',
  ],
  'locker-damaged': (f) => [`${f.file} is damaged: ${f.what}`, 'restore the file from a backup'],
  'no-key': (f) => [
    `the keychain holds no key for ${f.file}, or it is locked`,
    'unlock the keychain, or open the locker with its recovery key',
  ],
  'bad-recovery-key': (f) => [
    `this is not a recovery key: ${f.why}`,
    'type it exactly as it was shown, dashes and spaces do not matter',
  ],
  'keychain-missing': (f) => [
    `no keychain answers (${f.why})`,
    'start the Secret Service (gnome-keyring or KWallet) and try again',
  ],
  'keychain-locked': (f) => [`the keychain is locked or refuses (${f.why})`, 'unlock it and try again'],
  'keychain-timeout': (f) => [
    `the keychain did not answer within ${f.seconds} seconds`,
    'look for its prompt, unlock it and try again',
  ],
  'profile-damaged': (f) => [
    `${f.file} is damaged (${f.what})`,
    'repair it, or move it away to begin with an empty one',
  ],
  'no-connection': (f) => [`there is no connection named ${f.label}`, 'see `connection list`'],
  'connection-exists': (f) => [
    `a connection named ${f.label} already exists`,
    'choose another label, or remove the old one first',
  ],
  'no-token': (f) => [
    `the keychain holds no token for connection ${f.label}`,
    'unlock the keychain, or remove the connection and add it again',
  ],
  'token-empty': () => [
    'the token is empty',
    'paste a token made with `heroku authorizations:create -s identity,read-protected`',
  ],
  'token-malformed': () => [
    'the token has characters in it that no token of Heroku has',
    'paste it again, without quotes and line breaks',
  ],
  'token-refused': (f) => [
    `${f.host} does not accept the token (${f.status})`,
    'it is mistyped or revoked: add a new one',
  ],
  'token-expired': (f) => [`${f.host} says that the token has expired`, 'make a new one and add it again'],
  'two-factor': (f) => [
    `${f.host} asks for a second factor for this read`,
    'use a token made with `heroku authorizations:create`, which needs none',
  ],
  'account-suspended': (f) => [
    `${f.host} says that the account is suspended`,
    'the account owner has to contact Heroku',
  ],
  'account-delinquent': (f) => [
    `${f.host} says that the account has unpaid invoices`,
    'the account owner has to settle them',
  ],
  'other-account': (f) => [
    `the token belongs to ${f.found}, the collection was begun as ${f.expected}`,
    'resume with the first account, or start a new collection',
  ],
  'host-not-allowed': (f) => [
    `${f.host} is not one of Heroku's hosts`,
    'the token is only ever sent to Heroku, or to this computer for the demo',
  ],
  'redirect-refused': (f) => [
    `${f.from} redirects to ${f.to}`,
    'the token is not sent there; check the network for a proxy that interferes',
  ],
  'host-unreachable': (f) => [
    `${f.host} does not answer (${f.why})`,
    'check the network and the proxy settings, then resume',
  ],
  'answer-not-json': (f) => [
    `${f.host} answered ${f.path} with something that is no JSON (status ${f.status})`,
    'check the network for a proxy that interferes, then resume',
  ],
  'answer-breaks-schema': (f) => [
    `the answer to ${f.path} is not as documented: ${f.field} ${f.what}`,
    'the item was left out and disclosed; please report it',
  ],
  'answer-too-large': (f) => [
    `the answer to ${f.path} is larger than ${f.limit} bytes`,
    'it was left out and disclosed; please report it',
  ],
  'list-without-end': (f) => [
    `${f.path} did not end after ${f.pages} pages, or repeats itself`,
    'it was left out and disclosed; please report it',
  ],
  'read-refused': (f) => [
    `${f.host} refuses ${f.path}: ${f.said}`,
    'use a token with the scope and the role that this read takes',
  ],
  'server-error': (f) => [
    `${f.host} failed to answer ${f.path} (${f.status}), also after retries`,
    'see Heroku status, then resume',
  ],
  'rate-limited': (f) => [
    `${f.host} limits the account's requests for about ${f.seconds} seconds more`,
    'resume later; nothing collected is lost',
  ],
  'archive-damaged': (f) => [
    `audit archive ${f.archive} ${f.what}`,
    'none of its events were taken over; collect again',
  ],
  'archive-too-large': (f) => [
    `audit archive ${f.archive} unpacks to more than ${f.gigabytes} GB, the most that the policy allows`,
    'none of its events were taken over; where so much is right, set archiveGigabytesMax of the policy higher and collect again',
  ],
  'no-collection': () => ['this locker holds no finished collection', 'run `collect` first'],
  'nothing-to-resume': () => [
    'there is no interrupted collection to resume',
    'run `collect` to start a new one',
  ],
  'disk-full': (f) => [
    `there is no space left where ${f.path} lies`,
    'free some space and try again; what was committed is safe',
  ],
  'disk-low': (f) => [
    `only ${f.megabytes} MB are left where ${f.path} lies, too little to take over audit archive ${f.archive}`,
    'free some space and resume; what was committed is safe, and nothing of the archive is half done',
  ],
  cancelled: (f) => [`${f.what} was cancelled`, f.remedy],
  unexpected: (f) => [
    `something happened that nobody foresaw (${f.what})`,
    'please report it with the command that was run',
  ],
}

/**
 * The only error that is meant for a person: what happened, to which thing, and what to do. The message is
 * both in one sentence. Facts are names of things (files, hosts, labels), never secrets.
 */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly kind: ProblemKind
  /** What happened, to which thing. */
  readonly what: string
  /** What the person can do. */
  readonly remedy: string

  constructor(kind: ProblemKind, what: string, remedy: string, cause?: unknown) {
    super(`${what}: ${remedy}.`, cause === undefined ? undefined : { cause })
    this.kind = kind
    this.what = what
    this.remedy = remedy
  }
}

/** Makes the error of a kind from the facts that its sentence needs. */
export function problem<K extends ProblemKind>(kind: K, facts: Sentences[K], cause?: unknown): Problem {
  const [what, remedy] = SENTENCES[kind](facts)
  return new Problem(kind, what, remedy, cause)
}

/** True for errors that are meant for a person, also after a trip over a message port. */
export function isProblem(error: unknown): error is Problem {
  return error instanceof Error && error.name === 'Problem' && 'kind' in error
}

/** Ends a switch over a union: a compile error where a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
