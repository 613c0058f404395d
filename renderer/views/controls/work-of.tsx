import type { FrameworkId } from '../../../shared/model/engagement.ts'
import { controlName, type NamedControl } from '../../lib/control-names.ts'
import { counted } from '../../lib/format.ts'
import { addressOf } from '../../lib/route.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { Mark } from '../../parts/mark.tsx'

/** What people did to test a control: its samples, findings and requests, and how to add one. */
export function WorkOf({
  framework,
  control,
  version,
}: {
  readonly framework: FrameworkId
  readonly control: string
  readonly version: number
}) {
  const samples = useQuestion('sample:list', {}, version)
  const findings = useQuestion('finding:list', {}, version)
  const requests = useQuestion('request:list', {}, version)
  const name = controlName({ framework, control })
  const isIt = (one: NamedControl | null) => one !== null && controlName(one) === name
  const drawn = samples.state === 'ready' ? samples.value.filter((one) => isIt(one.control)) : []
  const raised =
    findings.state === 'ready' ? findings.value.filter(({ content }) => content.controls.some(isIt)) : []
  const asked =
    requests.state === 'ready' ? requests.value.filter(({ content }) => isIt(content.control)) : []
  return (
    <section aria-label="Work of people">
      <h3 className="gap">What people tested</h3>
      <ul>
        {drawn.map((one) => (
          <li key={one.id}>
            <a href={addressOf('samples', { sample: one.id })}>
              {one.id} {one.name}
            </a>
            : {one.tested} of {counted(one.size, 'item')} tested{' '}
            {one.exceptions > 0 && <Mark meaning="bad">{counted(one.exceptions, 'exception')}</Mark>}
          </li>
        ))}
        {raised.map(({ key, content }) => (
          <li key={key}>
            <a href={addressOf('findings', { finding: key })}>
              {key} {content.title}
            </a>
            : {content.severity}, {content.state}
          </li>
        ))}
        {asked.map(({ key, content }) => (
          <li key={key}>
            <a href={addressOf('requests', { request: String(content.number) })}>
              Request {content.number} {content.title}
            </a>
            : {content.state}
          </li>
        ))}
      </ul>
      <p>
        <a href={addressOf('samples', { draw: name })}>Draw a sample</a>
        {' · '}
        <a href={addressOf('findings', { finding: 'new', for: name })}>Raise a finding</a>
        {' · '}
        <a href={addressOf('requests', { request: 'new', for: name })}>Ask the client</a>
      </p>
    </section>
  )
}
