import type { Check } from './check.ts'
import { fail, notApplicable, pass, WHOLE } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

/** EVD-03. */
export const noSecretStored: Check = {
  id: 'EVD-03',
  title: 'No secret is stored',
  severity: 'critical',
  needs: [],
  surveys: true,
  why: 'Evidence travels to auditors and stays for years. A password in it is a leak that the audit itself made.',
  fix: 'Do not export this locker. Revoke the credential at its service, take it out of the text where it was found at Heroku, and collect again.',
  limits:
    'Beside the rules that drop secret fields at reading, this looks for what well-known credentials look like. A password without any shape of its own is not recognised. Audit events are kept as Heroku archived them and are not looked through.',
  *judge(view) {
    const topics = view.survey()
    for (const { topic, items, some, secrets } of topics) {
      const about = { subject: topic, subjectId: topic }
      const all = count(items, 'item')
      yield secrets.items > 0
        ? fail(
            about,
            `${secrets.items} of ${all} hold what looks like a secret: ${listed(secrets.kinds)}.`,
            secrets.some,
          )
        : pass(about, `${all} looked through, nothing that looks like a secret.`, some)
    }
    if (topics.length === 0) yield notApplicable(WHOLE, 'The collection holds no evidence.')
  },
}
