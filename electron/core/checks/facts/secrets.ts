import type { EvidenceItem } from '../../../../shared/model/evidence.ts'
import type { EvidenceView } from '../check.ts'

/** A config var whose name looks like a credential's, with the fingerprint of its value. */
export type SecretVariable = EvidenceItem<'config-var-rotation'>

const WITHHELD = {
  short: 'too short',
  'low-entropy': 'too easy to guess',
  masked: 'masked',
  'not-readable': 'not readable',
} as const

/** The fingerprint of a variable's value; null where it was withheld. */
export function fingerprintOf({ content }: SecretVariable): string | null {
  return 'hmac' in content.fingerprint ? content.fingerprint.hmac : null
}

/** Why a variable cannot be compared, in words; null where it can, or where it is empty and holds no secret. */
export function whyWithheld({ content }: SecretVariable): string | null {
  if ('hmac' in content.fingerprint || content.fingerprint.withheld === 'empty') return null
  return `${content.key} (${WITHHELD[content.fingerprint.withheld]})`
}

/**
 * Names of config vars that add-on attachments made, as `app id/NAME`. Heroku names them after the attachment,
 * with `_URL` behind; needed where the settings of a variable do not tell its attachment.
 */
export function attachmentVariables(view: EvidenceView): ReadonlyMap<string, string> {
  const made = new Map<string, string>()
  for (const { content } of view.items('addon-inventory'))
    if (content.of === 'attachment') {
      made.set(`${content.app.id}/${content.name}_URL`, content.addon.id)
      made.set(`${content.app.id}/${content.name}`, content.addon.id)
    }
  return made
}
