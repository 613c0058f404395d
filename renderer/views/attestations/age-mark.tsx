import type { AttestationAge } from '../../../shared/model/records/attestation.ts'
import { Mark, type Meaning } from '../../parts/mark.tsx'

const WORDS: Readonly<Record<AttestationAge, readonly [Meaning, string]>> = {
  current: ['good', 'holds'],
  due: ['unknown', 'to renew soon'],
  old: ['bad', 'too old'],
  'not-yet': ['neutral', 'not yet'],
}

/** How old a statement is; null while there is none. */
export function AgeMark({ age }: { readonly age: AttestationAge | null }) {
  const [meaning, word] = age ? WORDS[age] : (['unknown', 'not stated'] as const)
  return <Mark meaning={meaning}>{word}</Mark>
}
