import type { EvidenceUses } from '../../../shared/contract-evidence.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import { mappingsOf } from '../frameworks/decisions.ts'
import { conclusionsOf } from '../store/conclusions.ts'
import type { ReadableDb } from '../store/db.ts'
import { decidedMappings } from '../store/mappings.ts'
import { resultsRestingOn } from '../store/results-resting.ts'
import { chosenFrameworks, frameworkOf } from './framework-catalog.ts'

const MOST = 200

/** The controls of the engagement's frameworks that an item speaks to: by its topic, or by itself. */
function controlsOf(db: ReadableDb, item: EvidenceItem): EvidenceUses['controls'] {
  return chosenFrameworks(db).flatMap((id) => {
    const framework = frameworkOf(db, id)
    const concluded = new Map(conclusionsOf(db, id).map((one) => [one.control, one]))
    const titles = new Map(framework.controls.map((control) => [control.id, control.title]))
    const ofTopic = mappingsOf(framework, decidedMappings(db, id)).filter(({ topic }) => topic === item.topic)
    const own = ofTopic.filter(({ subjectId }) => subjectId === item.subjectId)
    const said = new Set(own.map(({ control }) => control))
    return [...own, ...ofTopic.filter((one) => one.subjectId === null && !said.has(one.control))]
      .filter(({ decision }) => decision !== 'rejected')
      .map(({ control, decision, subjectId }) => {
        const conclusion = concluded.get(control)
        return {
          framework: id,
          control,
          title: titles.get(control) ?? '',
          decision,
          own: subjectId !== null,
          conclusion: conclusion ? (conclusion.reviewedBy ? 'reviewed' : 'concluded') : null,
        }
      })
  })
}

/** Where an item is used: controls by mapping, and results of the collection that saw it last. */
export function evidenceUses(db: ReadableDb, item: EvidenceItem, collectionId: number): EvidenceUses {
  const results = resultsRestingOn(db, collectionId, item.id)
  return {
    controls: controlsOf(db, item),
    results: results.slice(0, MOST),
    moreResults: Math.max(0, results.length - MOST),
  }
}
