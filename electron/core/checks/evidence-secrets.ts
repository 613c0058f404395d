import { TOPICS } from '../../../shared/model/topic.ts'
import type { Check } from './check.ts'
import { secretIn } from './facts/secret-patterns.ts'
import { fail, notApplicable, pass, WHOLE } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

/** EVD-03. */
export const noSecretStored: Check = {
  id: 'EVD-03',
  title: 'No secret is stored',
  severity: 'critical',
  needs: [],
  why: 'Evidence travels to auditors and stays for years. A password in it is a leak that the audit itself made.',
  fix: 'Do not export this locker. Revoke the credential at its service, take it out of the text where it was found at Heroku, and collect again.',
  limits:
    'Beside the rules that drop secret fields at reading, this looks for what well-known credentials look like. A password without any shape of its own is not recognised. Audit events are kept as Heroku archived them and are not looked through.',
  *judge(view) {
    let topics = 0
    for (const topic of TOPICS) {
      const items = view.items(topic)
      if (items.length === 0) continue
      topics += 1
      const hits = items.flatMap((item) => {
        const found = secretIn(item.content)
        return found ? [{ item, found }] : []
      })
      const about = { subject: topic, subjectId: topic }
      if (hits.length > 0) {
        const kinds = [...new Set(hits.map(({ found }) => `${found.kind} in ${found.field}`))]
        yield fail(
          about,
          `${hits.length} of ${count(items.length, 'item')} hold what looks like a secret: ${listed(kinds)}.`,
          hits.map(({ item }) => item),
        )
      } else
        yield pass(
          about,
          `${count(items.length, 'item')} looked through, nothing that looks like a secret.`,
          items,
        )
    }
    if (topics === 0) yield notApplicable(WHOLE, 'The collection holds no evidence.')
  },
}
