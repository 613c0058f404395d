import { Button, Code, PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import type { Probe } from '../../../shared/model/connection.ts'
import { done } from '../../lib/tell.ts'
import { ask, Failed } from '../../lib/window-api.ts'
import { FailedBox } from '../../parts/states.tsx'
import { ProbeReport } from './probe-report.tsx'

/** Takes spaces, line breaks and signs without width out of a pasted token; copying from a terminal brings them along. */
export function tidyToken(text: string): string {
  return text.replaceAll(/[\s\u200b-\u200d\u2060]+/g, '')
}

/** A label to begin with, from the account's address; the person may type another. */
export function labelFor(email: string): string {
  const name = email.split('@')[0] ?? ''
  return name
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .slice(0, 60)
}

/** A form that tries a token first, shows what it can and cannot read, and keeps it when the person wants to. */
export function AddConnection({ onAdded }: { readonly onAdded: () => void }) {
  const [label, setLabel] = useState('')
  const [token, setToken] = useState('')
  const [probe, setProbe] = useState<Probe | null>(null)
  const [problem, setProblem] = useState<Failed | null>(null)
  const [busy, setBusy] = useState(false)
  const newest = useRef('')
  newest.current = token

  async function work(step: () => Promise<void>) {
    setBusy(true)
    setProblem(null)
    try {
      await step()
    } catch (error) {
      setProblem(
        error instanceof Failed
          ? error
          : new Failed({ kind: 'unexpected', what: 'something unexpected happened', remedy: 'try again' }),
      )
    } finally {
      setBusy(false)
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    void work(async () => {
      if (!probe) {
        const told = await ask('connection:probe', { token: tidyToken(token) })
        // Another token was typed meanwhile: this answer is not about it.
        if (newest.current !== token) return
        setProbe(told)
        setLabel((typed) => typed || labelFor(told.account.email))
        return
      }
      await ask('connection:add', { label: label.trim(), token: tidyToken(token) })
      done(`${label.trim()} added`)
      setLabel('')
      setToken('')
      setProbe(null)
      onAdded()
    })
  }

  return (
    <form className="card add-connection" onSubmit={submit} aria-label="Add a connection">
      <div className="filters filters-top">
        <TextInput
          label="Label"
          placeholder="audit"
          value={label}
          error={probe !== null && label.trim() === '' ? 'Name it to keep it' : undefined}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <PasswordInput
          label="Token"
          placeholder="HRKU-…"
          autoComplete="off"
          w="22rem"
          value={token}
          onChange={(event) => {
            setToken(event.currentTarget.value)
            setProbe(null)
          }}
        />
        <Button
          type="submit"
          loading={busy}
          disabled={tidyToken(token) === '' || (probe !== null && label.trim() === '')}
        >
          {probe ? 'Keep this connection' : 'Try the token'}
        </Button>
      </div>
      <p className="muted">
        A fitting token only reads:{' '}
        <Code>heroku authorizations:create -s identity,read-protected -d "audit evidence"</Code>
      </p>
      {problem && <FailedBox problem={problem} />}
      {probe && <ProbeReport probe={probe} />}
    </form>
  )
}
