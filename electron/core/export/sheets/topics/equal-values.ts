import type { EvidenceId } from '../../../../../shared/model/evidence.ts'
import type { WorkbookSource } from '../../workbook-source.ts'
import { count } from '../words.ts'

/**
 * Which secrets have equal values, told as groups: the relation of fingerprints leaves the locker, never a
 * fingerprint. Answers the cell for an item: its group and how many others are in it.
 */
export function equalValues(source: WorkbookSource): (id: EvidenceId) => string | null {
  const byPrint = new Map<string, EvidenceId[]>()
  for (const { id, content } of source.items('config-var-rotation')) {
    if (!('hmac' in content.fingerprint)) continue
    const { hmac } = content.fingerprint
    byPrint.set(hmac, [...(byPrint.get(hmac) ?? []), id])
  }
  const cells = new Map<EvidenceId, string>()
  let group = 0
  for (const ids of byPrint.values()) {
    if (ids.length < 2) continue
    group += 1
    const others = ids.length - 1
    for (const id of ids)
      cells.set(id, `group ${group}, ${count(others)} ${others === 1 ? 'other' : 'others'}`)
  }
  return (id) => cells.get(id) ?? null
}
