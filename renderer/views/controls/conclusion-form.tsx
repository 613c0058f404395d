import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ControlDetail } from '../../../shared/contract-work.ts'
import type { FrameworkId } from '../../../shared/model/engagement.ts'
import { RATINGS, type Rating } from '../../../shared/model/work.ts'
import { useShell } from '../../lib/shell-state.ts'
import { done, tell } from '../../lib/tell.ts'
import { ask } from '../../lib/window-api.ts'
import { Mark } from '../../parts/mark.tsx'
import { When } from '../../parts/when.tsx'

const WORDS: Readonly<Record<Rating, string>> = {
  effective: 'Effective',
  ineffective: 'Not effective',
  'not-tested': 'Not tested',
}
const CHOICES = RATINGS.map((rating) => ({ value: rating, label: WORDS[rating] }))

/** What the preparer concludes for a control, and the reviewer's sign-off. */
export function ConclusionForm({
  detail,
  framework,
  changed,
}: {
  readonly detail: ControlDetail
  readonly framework: FrameworkId
  readonly changed: () => void
}) {
  const { locker } = useShell()
  const standing = detail.conclusion
  const control = detail.state.control.id
  const [design, setDesign] = useState<Rating>(standing?.design ?? 'not-tested')
  const [operation, setOperation] = useState<Rating>(standing?.operation ?? 'not-tested')
  const [text, setText] = useState(standing?.text ?? '')
  const [reviewer, setReviewer] = useState(locker?.engagement.reviewer ?? '')

  async function act(step: () => Promise<unknown>, message: string) {
    try {
      await step()
      done(message)
      changed()
    } catch (error) {
      tell(error)
    }
  }

  function conclude(event: { preventDefault(): void }) {
    event.preventDefault()
    void act(
      () => ask('conclusion:set', { framework, control, design, operation, text }),
      `${control} concluded`,
    )
  }

  return (
    <section aria-labelledby="conclusion">
      <h3 id="conclusion" className="gap">
        Conclusion
      </h3>
      {standing && (
        <p className="muted">
          Prepared by {standing.preparedBy}, <When instant={standing.preparedAt} />.{' '}
          {standing.reviewedBy ? (
            <Mark meaning="good">Reviewed by {standing.reviewedBy}</Mark>
          ) : (
            'Not reviewed yet.'
          )}
        </p>
      )}
      <form className="form" onSubmit={conclude}>
        <fieldset className="row">
          <legend>Ratings</legend>
          <Select
            label="Design"
            data={CHOICES}
            value={design}
            allowDeselect={false}
            onChange={(value) => value && setDesign(value as Rating)}
          />
          <Select
            label="Operation"
            data={CHOICES}
            value={operation}
            allowDeselect={false}
            onChange={(value) => value && setOperation(value as Rating)}
          />
        </fieldset>
        <Textarea
          label="What we conclude, and on what"
          data-conclusion
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() !== '')
              conclude(event)
          }}
          autosize
          minRows={3}
          maxLength={20_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" disabled={text.trim() === ''}>
          {standing ? 'Conclude anew' : 'Conclude'}
        </Button>
      </form>
      {standing && !standing.reviewedBy && (
        <form
          className="filters gap"
          onSubmit={(event) => {
            event.preventDefault()
            void act(() => ask('conclusion:review', { framework, control, reviewer }), `${control} reviewed`)
          }}
        >
          <TextInput
            label="Reviewed by"
            value={reviewer}
            onChange={(event) => setReviewer(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={reviewer.trim() === ''}>
            Sign off
          </Button>
        </form>
      )}
    </section>
  )
}
