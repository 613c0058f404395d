import type { Check, EvidenceView } from './check.ts'
import { eachApp } from './facts/apps.ts'
import { grouped } from './facts/grouped.ts'
import { readsOf } from './facts/reads.ts'
import { attachmentVariables, fingerprintOf, type SecretVariable, whyWithheld } from './facts/secrets.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

/** CFG-04. */
export const noCopiedCredential: Check = {
  id: 'CFG-04',
  title: 'Data service credentials reach the app through attachments only',
  severity: 'medium',
  needs: ['app-inventory', 'config-var-rotation', 'addon-inventory'],
  why: 'Heroku replaces a credential in every attached app when it rotates. A copy typed in by hand breaks then, so people stop rotating; and nobody sees who uses it.',
  fix: 'Remove the copy (`heroku config:unset NAME --app APP`) and attach the service instead: `heroku addons:attach ADDON --app APP`.',
  limits:
    'Finds copies by fingerprint, so a value that was changed in any character (another database name, another parameter) is not recognised.',
  *judge(view, policy) {
    const attached = attachedSecrets(view, policy.dataServices)
    const variables = grouped(view.items('config-var-rotation'), (item) => item.content.app.id)
    const reads = readsOf(view, 'config-var-rotation')
    yield* eachApp(view, function* (app) {
      const own = (variables.get(app.subjectId) ?? []).filter((item) => !attached.made.has(item))
      const copies = own.flatMap((item) => {
        const source = (attached.byFingerprint.get(fingerprintOf(item) ?? '') ?? []).find(
          (other) => other.content.app.id !== app.subjectId,
        )
        return source ? [{ item, source }] : []
      })
      const withheld = own.flatMap((item) => whyWithheld(item) ?? [])
      const gap = reads.finished('app', app.subjectId) ? null : reads.gap('app', app.subjectId)
      if (copies.length > 0)
        yield fail(
          app,
          `Copied by hand: ${listed(copies.map(({ item, source }) => `${item.content.key} equals ${source.subject}`))}.`,
          copies.flatMap(({ item, source }) => [item, source]),
        )
      else if (gap) yield notEvaluated(app, gap, [app])
      else if (own.length === 0)
        yield notApplicable(app, 'The app has no secret-like config var beside those of attachments.', [app])
      else if (withheld.length === own.length)
        yield notEvaluated(app, `Without fingerprint: ${listed(withheld)}.`, own)
      else {
        const rest = withheld.length > 0 ? ` Without fingerprint: ${listed(withheld)}.` : ''
        yield pass(
          app,
          `None of ${count(own.length - withheld.length, 'compared secret')} equals an attachment's of another app.${rest}`,
          own,
        )
      }
    })
  },
}

interface Attached {
  readonly made: ReadonlySet<SecretVariable>
  readonly byFingerprint: ReadonlyMap<string, readonly SecretVariable[]>
}

/** Variables that an attachment made, and of these the data services' by fingerprint. */
function attachedSecrets(view: EvidenceView, dataServices: readonly string[]): Attached {
  const services = new Map<string, string>()
  const addonOf = new Map<string, string>()
  for (const { content } of view.items('addon-inventory'))
    if (content.of === 'addon') services.set(content.id, content.addon_service.name)
    else addonOf.set(content.id, content.addon.id)
  const byName = attachmentVariables(view)
  const made = new Map<SecretVariable, string | undefined>()
  for (const item of view.items('config-var-rotation')) {
    const { attachment, app, key } = item.content
    const addon = byName.get(`${app.id}/${key}`)
    if (attachment !== null) made.set(item, addonOf.get(attachment) ?? addon)
    else if (addon !== undefined) made.set(item, addon)
  }
  const ofDataService = [...made].filter(([, addon]) => {
    const service = addon === undefined ? undefined : services.get(addon)
    return service === undefined || dataServices.includes(service)
  })
  return {
    made: new Set(made.keys()),
    byFingerprint: grouped(
      ofDataService.map(([item]) => item),
      fingerprintOf,
    ),
  }
}
