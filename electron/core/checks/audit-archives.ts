import type { Verdict } from '../../../shared/model/check.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Check } from './check.ts'
import { monthsOf } from './facts/ages.ts'
import { eachEnterprise } from './facts/enterprises.ts'
import { inWords, readsOf } from './facts/reads.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { count, day } from './facts/words.ts'

const LIST = /\/archives$/
const MONTH = /\/archives\/(\d{4})\/(\d{2})$/

type Archive = EvidenceItem<'audit-trail-events'>

/** LOG-07. */
export const archivesAreComplete: Check = {
  id: 'LOG-07',
  title: 'Audit trail archive exists for every month of the period',
  severity: 'high',
  needs: ['audit-trail-events', 'sso-identity-provider'],
  why: 'The audit trail is the only record of who changed access, apps and spaces. A missing month is a month in which nobody can show that nothing happened.',
  fix: 'Ask Heroku support for the missing archive, and collect every month from now on, so that a copy stays with you.',
  limits:
    'Enterprise accounts only; a team outside of one has no audit trail. The running month and months to come are not judged. Sign-ins and `heroku run` are not part of the trail.',
  *judge(view) {
    const running = view.asOf.toISOString().slice(0, 7)
    const due = monthsOf(view.period).filter((month) => month < running)
    yield* eachEnterprise(
      view,
      'audit-trail-events',
      (item) => item.content.enterprise_account.name,
      function* (enterprise, archives) {
        const present = new Map(archives.map((item) => [`${item.content.year}-${item.content.month}`, item]))
        if (due.length === 0)
          yield notApplicable(enterprise, 'No month of the audit period had ended when this was collected.')
        for (const month of due) {
          const item = present.get(month)
          const about = {
            subject: `${enterprise.subject} ${month}`,
            subjectId: `${enterprise.subjectId}/${month}`,
          }
          if (item)
            yield pass(about, `The archive of ${month} is there, of ${day(item.content.created_at)}.`, [item])
          else yield fail(about, `There is no archive of ${month}.`, archives.slice(0, 24))
        }
      },
      LIST,
    )
  },
}

/** LOG-08. */
export const archivesAreIntact: Check = {
  id: 'LOG-08',
  title: 'Archive content matches the published checksum and size',
  severity: 'high',
  needs: ['audit-trail-events', 'sso-identity-provider'],
  why: 'Equal checksum and size show that the events in this locker are the ones that Heroku published, unchanged and whole.',
  fix: 'Collect again. If the difference stays, keep both values and ask Heroku support; do not use the events of that month.',
  limits:
    'Compares with what Heroku publishes today; a checksum from an earlier collection is compared with a later issue.',
  *judge(view) {
    yield* eachEnterprise(
      view,
      'audit-trail-events',
      (item) => item.content.enterprise_account.name,
      function* (enterprise, archives) {
        if (archives.length === 0)
          yield notApplicable(enterprise, 'The enterprise account has no archive yet.')
        for (const item of archives) yield judgeArchive(item)
      },
      LIST,
    )
    const known = new Set(
      view
        .items('audit-trail-events')
        .map(({ content: c }) => `${c.enterprise_account.id}/${c.year}-${c.month}`),
    )
    for (const reading of readsOf(view, 'audit-trail-events', MONTH).refusals) {
      const month = MONTH.exec(reading.path ?? '')
        ?.slice(1)
        .join('-')
      const subjectId = `${reading.subjectId}/${month}`
      if (month && !known.has(subjectId))
        yield notEvaluated(
          { subject: `${reading.subject} ${month}`, subjectId },
          `The archive could not be read (${inWords(reading)}).`,
        )
    }
  },
}

function judgeArchive(item: Archive): Verdict {
  const { checksum, size, downloaded_sha256: found, downloaded_size: bytes, events, intact } = item.content
  if ((found === null || bytes === null) && intact === false)
    return fail(item, 'The archive is damaged: what arrived was not whole.', [item])
  if (found === null || bytes === null)
    return notEvaluated(item, 'The archive could not be downloaded, so nothing was compared.', [item])
  if (found.toLowerCase() !== checksum.toLowerCase())
    return fail(item, `The SHA-256 is ${found.slice(0, 12)}…, published is ${checksum.slice(0, 12)}….`, [
      item,
    ])
  if (bytes !== size) return fail(item, `The archive has ${bytes} bytes, published are ${size}.`, [item])
  const read = events === null ? ', but its content could not be read' : `, ${count(events, 'event')} read`
  return pass(item, `Checksum and size (${bytes} bytes) are as published${read}.`, [item])
}
