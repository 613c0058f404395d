import type { Outcome, Reading } from '../../../shared/model/collection.ts'
import { counted } from '../../lib/format.ts'
import { topicTitle } from '../../lib/topic-titles.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { Mark, type Meaning } from '../../parts/mark.tsx'

const WORDS: Readonly<Record<Outcome, readonly [word: string, meaning: Meaning, remedy: string]>> = {
  read: ['Read', 'good', ''],
  denied: ['Denied', 'bad', 'Ask the client for a token whose role and scope allow this read.'],
  absent: ['Not there', 'neutral', 'Nothing to do, unless it should be there.'],
  off: ['Off', 'neutral', 'The feature is not enabled on this subject.'],
  gone: ['Gone', 'neutral', 'It was removed while the collection ran, or before.'],
  failed: ['Failed', 'bad', 'Collect again; if it stays, the reason tells more.'],
}

interface Group {
  readonly key: string
  readonly outcome: Outcome
  readonly topic: string
  readonly reason: string
  readonly subjects: readonly string[]
}

function grouped(readings: readonly Reading[]): Group[] {
  const groups = new Map<string, Group & { subjects: string[] }>()
  for (const reading of readings) {
    const key = `${reading.outcome} ${reading.topic} ${reading.reason}`
    const group = groups.get(key) ?? {
      key,
      outcome: reading.outcome,
      topic: topicTitle(reading.topic),
      reason: reading.reason ?? '',
      subjects: [],
    }
    group.subjects.push(reading.subject)
    groups.set(key, group)
  }
  const order: readonly Outcome[] = ['denied', 'failed', 'gone', 'absent', 'off', 'read']
  return [...groups.values()].sort(
    (a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || b.subjects.length - a.subjects.length,
  )
}

/** What the newest collection did not read, why, and what to ask for. */
export function NotRead({ version }: { readonly version: string }) {
  const answer = useQuestion('collection:not-read', {}, version)
  if (answer.state !== 'ready' || answer.value.length === 0) return null
  return (
    <section aria-labelledby="not-read">
      <h2 id="not-read" className="gap">
        What was not read
      </h2>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">Outcome</th>
            <th scope="col">Topic</th>
            <th scope="col">Of</th>
            <th scope="col">Why</th>
            <th scope="col">What to do</th>
          </tr>
        </thead>
        <tbody>
          {grouped(answer.value).map((group) => {
            const [word, meaning, remedy] = WORDS[group.outcome]
            return (
              <tr key={group.key}>
                <td>
                  <Mark meaning={meaning}>{word}</Mark>
                </td>
                <td>{group.topic}</td>
                <td title={group.subjects.join(', ')}>
                  {group.subjects.length === 1
                    ? group.subjects[0]
                    : counted(group.subjects.length, 'subject')}
                </td>
                <td>{group.reason}</td>
                <td className="muted">{remedy}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
