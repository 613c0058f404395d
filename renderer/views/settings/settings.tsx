import { Button, NumberInput, SegmentedControl, Switch, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Verification } from '../../../shared/model/locker.ts'
import type { Policy } from '../../../shared/model/policy.ts'
import type { Settings as SettingsShape } from '../../../shared/model/settings.ts'
import { bytes, count } from '../../lib/format.ts'
import { useJob, useShell } from '../../lib/shell-state.ts'
import { done, tell } from '../../lib/tell.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { ask } from '../../lib/window-api.ts'
import { Mark } from '../../parts/mark.tsx'
import { Page } from '../../parts/page.tsx'
import { Shown } from '../../parts/states.tsx'
import { When } from '../../parts/when.tsx'
import { POLICY_FIELDS } from './policy-fields.ts'

function Computer() {
  const { settings } = useShell()
  const [proxy, setProxy] = useState(settings.proxy)
  const set = (change: Partial<SettingsShape>) => ask('settings:set', change).catch(tell)
  function keepProxy(event: FormEvent) {
    event.preventDefault()
    ask('settings:set', { proxy: proxy.trim() }).then(() => done('Proxy kept'), tell)
  }
  return (
    <section className="card form" aria-labelledby="computer">
      <h2 id="computer">This computer</h2>
      <div>
        <span id="appearance">Appearance</span>
        <SegmentedControl
          aria-labelledby="appearance"
          value={settings.appearance}
          onChange={(appearance) => set({ appearance: appearance as SettingsShape['appearance'] })}
          data={[
            { value: 'system', label: 'Like the system' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
        />
      </div>
      <NumberInput
        label="Lock after"
        description="Minutes without anybody here; 0 is never"
        min={0}
        max={1440}
        suffix=" min"
        value={settings.lockAfterMinutes}
        onChange={(value) => typeof value === 'number' && set({ lockAfterMinutes: value })}
      />
      <Switch
        label="Lock when the computer goes to sleep"
        checked={settings.lockOnSuspend}
        onChange={(event) => set({ lockOnSuspend: event.currentTarget.checked })}
      />
      <form className="filters" onSubmit={keepProxy}>
        <TextInput
          label="Proxy to Heroku"
          placeholder="http://proxy.example:3128"
          description="Empty takes the environment's"
          w="20rem"
          value={proxy}
          onChange={(event) => setProxy(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          Keep
        </Button>
      </form>
    </section>
  )
}

function PolicyForm() {
  const answer = useQuestion('policy:get', {})
  const set = (change: Partial<Policy>) =>
    ask('policy:set', change).then(() => answer.state === 'ready' && answer.again(), tell)
  return (
    <section className="card form" aria-labelledby="policy">
      <h2 id="policy">What this organisation asks of itself</h2>
      <p className="muted">
        The numbers that checks compare with. They are printed with the results; a change takes effect at the
        next run of the checks.
      </p>
      <Shown answer={answer}>
        {(policy) => (
          <>
            <Switch
              label="Single sign-on is required"
              checked={policy.ssoRequired}
              onChange={(event) => set({ ssoRequired: event.currentTarget.checked })}
            />
            <div className="policy-grid">
              {POLICY_FIELDS.map(({ field, label, unit, min, max }) => (
                <NumberInput
                  key={field}
                  label={label}
                  suffix={unit ? ` ${unit}` : ''}
                  min={min}
                  max={max}
                  value={policy[field]}
                  onBlur={(event) => {
                    const value = Number.parseInt(event.currentTarget.value, 10)
                    if (Number.isInteger(value) && value !== policy[field]) void set({ [field]: value })
                  }}
                />
              ))}
            </div>
          </>
        )}
      </Shown>
    </section>
  )
}

function ThisLocker() {
  const { locker } = useShell()
  const job = useJob('locker:verify')
  if (!locker) return null
  const told = job?.state === 'done' ? (job.output as Verification) : null
  return (
    <section className="card form" aria-labelledby="locker">
      <h2 id="locker">This locker</h2>
      <dl className="facts">
        <dt>File</dt>
        <dd>{locker.file}</dd>
        <dt>Identity</dt>
        <dd className="mono">{locker.id}</dd>
        <dt>Made</dt>
        <dd>
          <When instant={locker.createdAt} /> by version {locker.createdBy}
        </dd>
        <dt>Size</dt>
        <dd>{bytes(locker.bytes)}</dd>
        <dt>Holds</dt>
        <dd>
          {count(locker.counts.evidence)} evidence items, {count(locker.counts.events)} events,{' '}
          {count(locker.counts.journal)} journal lines
        </dd>
        <dt>Journal head</dt>
        <dd className="mono">{locker.head}</dd>
      </dl>
      <div className="page-actions">
        <Button
          variant="default"
          loading={job?.state === 'running'}
          onClick={() => ask('locker:verify', {}).catch(tell)}
        >
          Verify every hash
        </Button>
      </div>
      {told && (
        <p role="status">
          {told.intact ? (
            <Mark meaning="good">
              Intact: {count(told.checked.evidence)} evidence items, {count(told.checked.events)} events and{' '}
              {count(told.checked.journal)} journal lines recomputed
            </Mark>
          ) : (
            <Mark meaning="bad">
              Not intact: {told.firstBroken?.entry}, {told.firstBroken?.what}
            </Mark>
          )}
        </p>
      )}
    </section>
  )
}

/** Appearance, locking and proxy of this computer; policy and integrity of the open locker. */
export function Settings() {
  const { locker, version } = useShell()
  return (
    <Page title="Settings">
      <div className="stack">
        <Computer />
        {locker && <PolicyForm />}
        <ThisLocker />
        <p className="muted">
          Evidence Locker {version}. MIT licence. It reads Heroku and never changes anything there.
        </p>
      </div>
    </Page>
  )
}
