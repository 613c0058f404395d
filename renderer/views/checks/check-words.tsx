import type { CheckInfo } from '../../../shared/model/check.ts'
import { shortName } from '../../lib/framework-names.ts'
import { addressOf } from '../../lib/route.ts'
import { topicTitle } from '../../lib/topic-titles.ts'
import { Prose } from '../../parts/prose.tsx'

/** What a check is about: why it matters, how to fix it, what it cannot see, what it rests on, which controls it tests. */
export function CheckWords({ info }: { readonly info: CheckInfo }) {
  const frameworks = [...Map.groupBy(info.controls, ({ framework }) => framework)]
  return (
    <dl className="prose">
      <dt>How to fix it</dt>
      <dd>
        <Prose>{info.fix}</Prose>
      </dd>
      <dt>Why it matters</dt>
      <dd>
        <Prose>{info.why}</Prose>
      </dd>
      {info.limits && (
        <>
          <dt>What it cannot see</dt>
          <dd>
            <Prose>{info.limits}</Prose>
          </dd>
        </>
      )}
      <dt>Reads</dt>
      <dd>
        {info.needs.map((topic, index) => (
          <span key={topic}>
            {index > 0 && ', '}
            <a href={addressOf('evidence', { topic })}>{topicTitle(topic)}</a>
          </span>
        ))}
      </dd>
      <dt>Speaks to</dt>
      <dd>
        {frameworks.map(([framework, controls]) => (
          <div key={framework}>
            {shortName(framework)}:{' '}
            {controls.map(({ control }, index) => (
              <span key={control}>
                {index > 0 && ', '}
                <a href={addressOf('controls', { framework, control })}>{control}</a>
              </span>
            ))}
          </div>
        ))}
      </dd>
    </dl>
  )
}
