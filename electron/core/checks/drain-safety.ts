import type { Verdict } from '../../../shared/model/check.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Check, EvidenceView } from './check.ts'
import { readsOf, refusedSubjects } from './facts/reads.ts'
import { fail, notApplicable, notEvaluated, pass, WHOLE } from './facts/verdict.ts'

const ENCRYPTED = new Set(['syslog+tls', 'https', 'grpcs'])
const CLEAR = new Set(['syslog', 'http', 'tcp', 'udp', 'grpc'])

type Drain = EvidenceItem<'log-drains'>

function* eachDrain(view: EvidenceView, judge: (drain: Drain) => Verdict): Iterable<Verdict> {
  const drains = view.items('log-drains')
  for (const drain of drains) yield judge(drain)
  const reads = readsOf(view, 'log-drains')
  yield* refusedSubjects(reads, ['account', 'app', 'space'])
  if (drains.length === 0 && reads.refusals.length === 0)
    yield notApplicable(WHOLE, 'There is no drain; apps without one fail in LOG-01.')
}

/** LOG-02. */
export const drainsUseTls: Check = {
  id: 'LOG-02',
  title: 'All drains use TLS',
  severity: 'high',
  needs: ['log-drains'],
  why: 'Logs hold addresses, names and now and then a secret. Over plain syslog or HTTP anyone on the way can read and change them.',
  fix: 'Replace the drain: `heroku drains:add syslog+tls://HOST:PORT --app APP`, then `heroku drains:remove OLD-DRAIN --app APP`.',
  limits:
    'Judges the protocol of the address; the certificate of the receiver is not looked at. Telemetry is judged by LOG-13.',
  judge: (view) =>
    eachDrain(view, (item) => {
      const { scheme, host } = item.content
      if (ENCRYPTED.has(scheme)) return pass(item, `Logs to ${host} are encrypted (${scheme}).`, [item])
      if (CLEAR.has(scheme)) return fail(item, `Logs to ${host} are not encrypted (${scheme}).`, [item])
      return notEvaluated(
        item,
        `Whether ${scheme || 'an address without protocol'} to ${host || 'its host'} is encrypted is not known.`,
        [item],
      )
    }),
}

/** LOG-03. */
export const drainAddressHasNoSecret: Check = {
  id: 'LOG-03',
  title: 'Drain address has no credential in clear',
  severity: 'medium',
  needs: ['log-drains'],
  why: 'Everyone who may list the drains of an app reads the address, and with it the key that lets them write to, and often read from, your log archive.',
  fix: 'Use a receiver that knows the drain by its token (`heroku drains --json` shows it) or by client certificate, or a logging add-on, and remove the drain with the key in its address.',
  limits:
    'Finds user information and keys in the query. A key in the path, as some vendors ask for, looks like any other path. Telemetry is judged by LOG-13.',
  judge: (view) =>
    eachDrain(view, (item) =>
      item.content.credential_in_address
        ? fail(item, `The address to ${item.content.host} carries a credential.`, [item])
        : pass(item, `The address to ${item.content.host} carries no credential.`, [item]),
    ),
}
