import { problem } from '../../../shared/errors.ts'
import type { Note } from '../../../shared/model/records/note.ts'
import { USUAL_LEGEND } from '../../../shared/model/records/tickmark.ts'
import type { RecordContent, RecordItem, RecordKind } from '../../../shared/model/records.ts'
import { documentOf } from '../store/documents.ts'
import { keepRecords, nextKey, recordOf, recordsOf } from '../store/records.ts'
import { type Deps, type Handlers, who } from './handler.ts'

function thereOf<K extends RecordKind>(deps: Deps, kind: K, key: string, what: string): RecordItem<K> {
  const found = recordOf(deps.db, kind, key)
  if (!found)
    throw problem('wrong-use', { what: `there is no ${what} ${key}`, remedy: 'choose one of the list' })
  return found
}

function keep<K extends 'note' | 'client-request' | 'finding'>(
  deps: Deps,
  kind: K,
  key: string,
  says: string,
  content: RecordContent<K>,
): RecordItem<K> {
  keepRecords(deps.db, who(deps), says, [{ kind, key, content } as never])
  return thereOf(deps, kind, key, kind)
}

const openNote = (deps: Deps, id: string): Note => {
  const { content } = thereOf(deps, 'note', id, 'note')
  if (content.state === 'closed')
    throw problem('wrong-use', { what: `note ${id} is closed`, remedy: 'write another one' })
  return content
}

/** The key of a request: keys sort as their numbers do. */
export const requestKey = (number: number) => String(number).padStart(5, '0')

/** Tickmarks, requests to the client, notes, findings and reviews of the trail. */
export const testingHandlers = {
  'tickmark:list': ({ db }) => recordsOf(db, 'tickmark'),
  'tickmark:set'(deps, { marks }) {
    const changes = marks.map((content) => ({
      kind: 'tickmark' as const,
      key: `${content.about.kind}:${content.about.id}`,
      content,
    }))
    return keepRecords(deps.db, who(deps), `${changes.length} marked`, changes)
  },
  'tickmark:clear'(deps, { keys }) {
    const changes = keys.map((key) => ({
      kind: 'tickmark' as const,
      key: thereOf(deps, 'tickmark', key, 'mark on').key,
      content: null,
    }))
    return keepRecords(deps.db, who(deps), `${changes.length} marks cleared`, changes)
  },
  'tickmark:legend'({ db }) {
    const own = recordsOf(db, 'tickmark-meaning').map(({ key, content }) => [key, content.meaning] as const)
    return [...new Map([...Object.entries(USUAL_LEGEND), ...own])].map(([mark, meaning]) => ({
      mark,
      meaning,
    }))
  },
  'tickmark:define': (deps, { mark, meaning }) =>
    keepRecords(deps.db, who(deps), `${mark} means: ${meaning}`, [
      { kind: 'tickmark-meaning', key: mark, content: { meaning } },
    ]),
  'request:list': ({ db }) => recordsOf(db, 'client-request'),
  'request:set'(deps, { number: asked, ...facts }) {
    const last = recordsOf(deps.db, 'client-request').reduce(
      (most, { content }) => Math.max(most, content.number),
      0,
    )
    const number = asked ?? last + 1
    for (const document of facts.documents) documentOf(deps.db, document)
    const says = `request ${number}: ${facts.state}`
    return keep(deps, 'client-request', requestKey(number), says, { ...facts, number })
  },
  'request:remove'(deps, { number }) {
    const { key } = thereOf(deps, 'client-request', requestKey(number), 'request')
    return keepRecords(deps.db, who(deps), `request ${number} removed`, [
      { kind: 'client-request', key, content: null },
    ])
  },
  'note:list': ({ db }, { about }) =>
    recordsOf(db, 'note').filter(
      ({ content }) => about === null || (content.about.kind === about.kind && content.about.id === about.id),
    ),
  'note:write'(deps, note) {
    const key = nextKey(deps.db, 'note', 'N')
    const says = `${key}: ${note.review ? 'review note' : 'note'} on ${note.about.title || note.about.id}`
    return keep(deps, 'note', key, says, { ...note, state: 'open', answers: [] })
  },
  'note:answer'(deps, { id, by, text }) {
    const note = openNote(deps, id)
    const answers = [...note.answers, { by, text, at: deps.now().toISOString() }]
    return keep(deps, 'note', id, `${id} answered`, { ...note, answers, state: 'answered' })
  },
  'note:close'(deps, { id, by }) {
    const note = openNote(deps, id)
    if (note.review && note.writtenBy.trim().toLowerCase() !== by.trim().toLowerCase())
      throw problem('wrong-use', {
        what: `review note ${id} was written by ${note.writtenBy}`,
        remedy: 'whoever asked closes it; answer it instead',
      })
    return keep(deps, 'note', id, `${id} closed`, { ...note, state: 'closed' })
  },
  'finding:list': ({ db }) => recordsOf(db, 'finding'),
  'finding:set'(deps, { id, finding }) {
    const key = id === null ? nextKey(deps.db, 'finding', 'F') : thereOf(deps, 'finding', id, 'finding').key
    return keep(deps, 'finding', key, `${key}: ${finding.state}`, finding)
  },
  'trail-review:list': ({ db }) => recordsOf(db, 'trail-review'),
  'trail-review:sign'(deps, { month, ...content }) {
    if (content.date.slice(0, 7) < month)
      throw problem('wrong-use', {
        what: `the review of ${month} would be dated ${content.date}, before its end`,
        remedy: 'date it after the month has begun',
      })
    return keepRecords(deps.db, who(deps), `audit trail of ${month} reviewed by ${content.reviewer}`, [
      { kind: 'trail-review', key: month, content },
    ])
  },
} satisfies Partial<Handlers>
