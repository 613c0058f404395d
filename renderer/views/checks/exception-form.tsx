import { Button, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { CheckResult } from '../../../shared/model/check.ts'
import { done, tell } from '../../lib/tell.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { ask } from '../../lib/window-api.ts'

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

/** Accept a failure for a time, with a reason; or withdraw that. */
export function ExceptionForm({ result }: { readonly result: CheckResult }) {
  const [version, setVersion] = useState(0)
  const exceptions = useQuestion('exception:list', {}, version)
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState(inDays(90))
  const subjects = [{ subjectId: result.subjectId, subject: result.subject }]
  const standing =
    exceptions.state === 'ready'
      ? exceptions.value.find((one) => one.checkId === result.checkId && one.subjectId === result.subjectId)
      : null

  async function act(step: () => Promise<unknown>, message: string) {
    try {
      await step()
      done(message)
      setReason('')
      setVersion((n) => n + 1)
    } catch (error) {
      tell(error)
    }
  }

  function accept(event: FormEvent) {
    event.preventDefault()
    void act(
      () => ask('exception:accept', { checkId: result.checkId, subjects, reason, until }),
      `Accepted until ${until}`,
    )
  }

  if (standing)
    return (
      <section className="card" aria-label="Accepted exception">
        <h3>Accepted until {standing.until}</h3>
        <p>{standing.reason}</p>
        <p className="muted">by {standing.by}</p>
        <Button
          variant="default"
          onClick={() =>
            act(() => ask('exception:withdraw', { checkId: result.checkId, subjects }), 'Withdrawn')
          }
        >
          Withdraw
        </Button>
      </section>
    )
  return (
    <form className="form card" onSubmit={accept} aria-label="Accept as exception">
      <h3>Accept as exception</h3>
      <Textarea
        label="Reason"
        autosize
        minRows={2}
        maxLength={4000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label="Last day"
        value={until}
        min={inDays(0)}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={reason.trim() === ''}>
        Accept
      </Button>
    </form>
  )
}
