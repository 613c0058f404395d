import type { InputOf } from '../../../shared/contract.ts'
import type { FrameworkId } from '../../../shared/model/engagement.ts'
import type { Topic } from '../../../shared/model/topic.ts'

/** What the address of the evidence screen may narrow by. */
export const FILTERS = ['search', 'topic', 'subject', 'app', 'control', 'collection', 'from', 'to'] as const

/** One of the things that evidence is narrowed by. */
export type EvidenceFilter = (typeof FILTERS)[number]

type Params = Readonly<Record<string, string | null>>

/** A control as one word of an address, and back. */
export function controlWord(framework: FrameworkId, control: string): string {
  return `${framework} ${control}`
}

/** Reads a control of an address; null where it names none. */
export function controlOf(
  word: string | null | undefined,
): { framework: FrameworkId; control: string } | null {
  const at = word?.indexOf(' ') ?? -1
  return word && at > 0 ? { framework: word.slice(0, at) as FrameworkId, control: word.slice(at + 1) } : null
}

/** The question that an address asks. */
export function pageInput(params: Params): Omit<InputOf<'evidence:page'>, 'after' | 'limit'> {
  const collectionId = Number(params.collection)
  return {
    collectionId: Number.isInteger(collectionId) && collectionId > 0 ? collectionId : null,
    topic: (params.topic as Topic) || null,
    search: params.search || null,
    subject: params.subject || null,
    app: params.app || null,
    control: controlOf(params.control),
    from: params.from || null,
    to: params.to || null,
  }
}

/** Whether an address narrows anything. */
export function isFiltered(params: Params): boolean {
  return FILTERS.some((name) => params[name])
}
