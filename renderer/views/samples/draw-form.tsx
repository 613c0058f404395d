import { Button, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { SAMPLE_METHODS, type SampleMethod } from '../../../shared/model/records/sample.ts'
import { TOPICS, type Topic } from '../../../shared/model/topic.ts'
import { controlsOf, NO_CONTROL } from '../../lib/control-names.ts'
import { counted } from '../../lib/format.ts'
import { useShell } from '../../lib/shell-state.ts'
import { tell } from '../../lib/tell.ts'
import { topicTitle } from '../../lib/topic-titles.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { ask } from '../../lib/window-api.ts'

const METHOD_NAMES: Readonly<Record<SampleMethod, string>> = {
  random: 'Random, by a seed',
  systematic: 'Systematic, every n-th',
  all: 'All of them',
  judgemental: 'Chosen by judgement',
}

const OF = [
  { value: 'evidence', label: 'Evidence of a topic' },
  { value: 'events', label: 'Audit events' },
  { value: 'failures', label: 'Failures of a check' },
]

/** Draws a sample: of which population, by which method, how many, tested for what. */
export function DrawForm({
  forControl,
  onDrawn,
}: {
  /** The control that it tests, such as `soc2-2017:CC6.1`; empty where none was named yet. */
  readonly forControl: string
  readonly onDrawn: (id: string) => void
}) {
  const { locker } = useShell()
  const collections = useQuestion('collection:list', {})
  const checks = useQuestion('check:list', {})
  const [name, setName] = useState('')
  const [control, setControl] = useState(forControl)
  const controls = controlsOf(control)
  const [of, setOf] = useState('evidence')
  const [topic, setTopic] = useState<Topic>('releases')
  const [type, setType] = useState('')
  const [checkId, setCheckId] = useState<string | null>(null)
  const [method, setMethod] = useState<SampleMethod>('random')
  const [size, setSize] = useState<number | string>(25)
  const [seed, setSeed] = useState('')
  const [positions, setPositions] = useState('')
  const [attributes, setAttributes] = useState('')
  const [reason, setReason] = useState('')
  const [drawnBy, setDrawnBy] = useState(locker?.engagement.preparer ?? '')
  const [busy, setBusy] = useState(false)
  const newest =
    collections.state === 'ready'
      ? collections.value
          .filter(({ state }) => state === 'complete')
          .reduce((most, { id }) => Math.max(most, id), 0)
      : 0
  const collectionId = Math.max(1, newest)
  const population =
    of === 'evidence'
      ? ({ of: 'evidence', collectionId, topic } as const)
      : of === 'events'
        ? ({ of: 'events', collectionId, filter: type.trim() === '' ? {} : { type: type.trim() } } as const)
        : ({ of: 'failures', collectionId, checkId: checkId ?? 'IDN-01' } as const)
  const facts = useQuestion('population:facts', { population })

  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    try {
      const drawn = await ask('sample:draw', {
        name,
        control: controls?.[0] ?? null,
        population,
        method,
        reason,
        drawnBy,
        seed: seed.trim() || null,
        size: method === 'random' || method === 'systematic' ? Number(size) : null,
        positions:
          method === 'judgemental'
            ? positions
                .split(/[^0-9]+/)
                .filter(Boolean)
                .map(Number)
            : [],
        attributes: attributes
          .split('\n')
          .map((text) => text.trim())
          .filter(Boolean)
          .map((text, index) => ({ id: String.fromCharCode(65 + index), text })),
      })
      onDrawn(drawn.id)
    } catch (error) {
      tell(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className="card form" onSubmit={submit} aria-label="Draw a sample">
      <h2>Draw a sample</h2>
      <TextInput
        label="Name"
        withAsterisk
        maxLength={200}
        value={name}
        onChange={({ currentTarget: { value } }) => setName(value)}
      />
      <TextInput
        label="For control"
        description="Framework and number, such as soc2-2017:CC6.1; may stay empty"
        error={controls === null || controls.length > 1 ? NO_CONTROL : undefined}
        value={control}
        onChange={({ currentTarget: { value } }) => setControl(value)}
      />
      <fieldset className="row">
        <legend>Population, as collection {collectionId} knew it</legend>
        <Select
          label="Of"
          data={OF}
          value={of}
          allowDeselect={false}
          onChange={(value) => value && setOf(value)}
        />
        {of === 'evidence' && (
          <Select
            label="Topic"
            searchable
            allowDeselect={false}
            data={TOPICS.map((value) => ({ value, label: topicTitle(value) }))}
            value={topic}
            onChange={(value) => value && setTopic(value as Topic)}
          />
        )}
        {of === 'events' && (
          <TextInput
            label="Type"
            description="Such as app, or empty for all"
            maxLength={200}
            value={type}
            onChange={({ currentTarget: { value } }) => setType(value)}
          />
        )}
        {of === 'failures' && (
          <Select
            label="Check"
            searchable
            data={
              checks.state === 'ready'
                ? checks.value.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))
                : []
            }
            value={checkId}
            onChange={setCheckId}
          />
        )}
      </fieldset>
      <p role="status" className="muted">
        {facts.state === 'ready'
          ? `${counted(facts.value.count, 'item')}, digest ${facts.value.digest.slice(0, 16)}…`
          : facts.state === 'failed'
            ? facts.problem.what
            : 'Counting …'}
      </p>
      <fieldset className="row">
        <legend>Method</legend>
        <Select
          label="Method"
          allowDeselect={false}
          data={SAMPLE_METHODS.map((value) => ({ value, label: METHOD_NAMES[value] }))}
          value={method}
          onChange={(value) => value && setMethod(value as SampleMethod)}
        />
        {(method === 'random' || method === 'systematic') && (
          <>
            <NumberInput label="Size" min={1} max={5000} value={size} onChange={setSize} />
            <TextInput
              label="Seed"
              description="Empty draws one and keeps it"
              maxLength={200}
              value={seed}
              onChange={({ currentTarget: { value } }) => setSeed(value)}
            />
          </>
        )}
        {method === 'judgemental' && (
          <TextInput
            label="Positions"
            description="From 0, with commas"
            value={positions}
            onChange={({ currentTarget: { value } }) => setPositions(value)}
          />
        )}
      </fieldset>
      <Textarea
        label="Tested for"
        description="One attribute per line, such as: approved before release"
        autosize
        minRows={2}
        maxRows={8}
        value={attributes}
        onChange={({ currentTarget: { value } }) => setAttributes(value)}
      />
      <Textarea
        label="Why this method and size"
        autosize
        minRows={1}
        maxRows={6}
        maxLength={4000}
        value={reason}
        onChange={({ currentTarget: { value } }) => setReason(value)}
      />
      <TextInput
        label="Drawn by"
        withAsterisk
        maxLength={200}
        value={drawnBy}
        onChange={({ currentTarget: { value } }) => setDrawnBy(value)}
      />
      <Button
        type="submit"
        loading={busy}
        disabled={name.trim() === '' || drawnBy.trim() === '' || controls === null || controls.length > 1}
      >
        Draw
      </Button>
    </form>
  )
}
