import { ActionIcon, Button, CloseButton, Select, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useCallback, useState } from 'react'
import type { ListInfo, RowProposal } from '../../../shared/contract-scope.ts'
import type { Json } from '../../../shared/model/json.ts'
import type { Act } from '../../../shared/model/work.ts'
import { copyText } from '../../lib/copy.ts'
import { count, counted } from '../../lib/format.ts'
import { addressOf } from '../../lib/route.ts'
import { useShell } from '../../lib/shell-state.ts'
import { tell } from '../../lib/tell.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { ask } from '../../lib/window-api.ts'
import { ContentValue } from '../../parts/content-value.tsx'
import { Prose } from '../../parts/prose.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { Shown } from '../../parts/states.tsx'
import { TableImport } from '../../parts/table-import.tsx'
import { offerUndo } from '../../parts/undo.tsx'
import { When } from '../../parts/when.tsx'
import { RowForm } from './row-form.tsx'
import { isWhole, rowOf, type TypedRow, templateOf, typedOf } from './typed-row.ts'

/** Rows that are shown of a list; a search finds the others. */
const MOST = 100

function Rows({
  info,
  version,
  remove,
}: {
  readonly info: ListInfo
  readonly version: number
  readonly remove: (n: number) => void
}) {
  const [search, setSearch] = useState('')
  const answer = useQuestion('list:window', { kind: info.kind, search, limit: MOST }, version)
  return (
    <>
      <SearchField
        label="Search the rows"
        find={false}
        placeholder="Any cell"
        width="100%"
        value={search}
        onSettled={useCallback((text: string) => setSearch(text), [])}
      />
      <Shown answer={answer} lines={4}>
        {({ rows, total }) => (
          <div className="scroll-across">
            <table className="plain">
              <thead>
                <tr>
                  {info.columns.map(({ field, header }) => (
                    <th key={field} scope="col">
                      {header}
                    </th>
                  ))}
                  <th scope="col">
                    <span className="unseen">Remove</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ n, row }) => (
                  <tr key={n}>
                    {info.columns.map(({ field }) => (
                      <td key={field}>
                        <ContentValue value={(row[field] ?? null) as Json} />
                      </td>
                    ))}
                    <td>
                      <ActionIcon
                        variant="subtle"
                        size="sm"
                        aria-label={`Remove row ${n + 1}`}
                        onClick={() => remove(n)}
                      >
                        <IconX aria-hidden size="0.9rem" />
                      </ActionIcon>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {total > rows.length && (
              <p className="muted">
                {count(rows.length)} of {counted(total, 'row')} shown.
              </p>
            )}
          </div>
        )}
      </Shown>
    </>
  )
}

function Proposed({
  proposals,
  info,
  take,
}: {
  readonly proposals: readonly RowProposal[]
  readonly info: ListInfo
  readonly take: (typed: readonly TypedRow[]) => void
}) {
  if (proposals.length === 0) return null
  const typed = proposals.map(({ row }) => typedOf(info.columns, row))
  const whole = typed.filter((one) => isWhole(info.columns, one))
  return (
    <section aria-label="Proposals">
      <h3 className="gap">The evidence suggests</h3>
      {whole.length > 1 && (
        <Button variant="default" onClick={() => take(whole)}>
          Add all {counted(whole.length, 'row')}
        </Button>
      )}
      <ul className="uses gap">
        {proposals.slice(0, 30).map(({ row, why }, index) => (
          <li key={JSON.stringify(row)}>
            <strong>{Object.values(typedOf(info.columns, row)).filter(Boolean).join(' · ')}</strong>{' '}
            <Button size="compact-xs" variant="default" onClick={() => take([typed[index] ?? {}])}>
              Take
            </Button>
            <p className="muted">
              <Prose>{why}</Prose>
            </p>
          </li>
        ))}
      </ul>
      {proposals.length > 30 && <p className="muted">and {counted(proposals.length - 30, 'more row')}</p>}
    </section>
  )
}

/** One kind of list beside the table: what it is for, its rows, and every way to give them. */
export function ListSide({
  info,
  version,
  changed,
  onClose,
}: {
  readonly info: ListInfo
  readonly version: number
  readonly changed: () => void
  readonly onClose: () => void
}) {
  const { locker } = useShell()
  const { kind, columns, given } = info
  const [suppliedBy, setSuppliedBy] = useState(given?.suppliedBy ?? locker?.engagement.preparer ?? '')
  const [typed, setTyped] = useState<TypedRow>({})
  const [importing, setImporting] = useState(false)
  const [mode, setMode] = useState<'replace' | 'add'>('replace')
  const proposals = useQuestion('list:proposals', { kind }, version)

  async function act(step: () => Promise<Act>) {
    try {
      offerUndo(await step(), changed, 'record:undo')
      changed()
    } catch (error) {
      tell(error)
    }
  }

  const add = (rows: readonly TypedRow[]) =>
    act(async () => {
      const said = await ask('list:edit', { kind, suppliedBy, add: rows.map((row) => rowOf(columns, row)) })
      setTyped({})
      return said
    })

  function take(rows: readonly TypedRow[]) {
    const [row] = rows
    // What the evidence cannot know, a person adds.
    if (row && !isWhole(columns, row)) setTyped(row)
    else void add(rows)
  }

  return (
    <aside className="side" aria-label={info.title}>
      <div className="side-head">
        <div>
          <h2>{info.title}</h2>
          <p className="muted">
            <Prose>{info.says}</Prose>
          </p>
        </div>
        <CloseButton aria-label="Close" onClick={onClose} />
      </div>
      {given ? (
        <p>
          {counted(given.rows, 'row')}
          {given.rows === 0 && `: ${info.emptyMeans}`}, supplied by {given.suppliedBy}
          {given.source.file && ` in ${given.source.file}`}, <When instant={given.at} />.
        </p>
      ) : (
        <p>Nobody gave it yet. Checks that need it are not evaluated.</p>
      )}
      {info.checks.length > 0 && (
        <p className="muted">
          Asked for by{' '}
          {info.checks.map((check, index) => (
            <span key={check}>
              {index > 0 && ', '}
              <a href={addressOf('checks', { by: 'check', check })}>{check}</a>
            </span>
          ))}
        </p>
      )}
      <TextInput
        label="Supplied by"
        description="The person who vouches for it"
        maxLength={200}
        value={suppliedBy}
        onChange={({ currentTarget: { value } }) => setSuppliedBy(value)}
      />
      <div className="page-actions gap">
        <Button variant="default" disabled={suppliedBy.trim() === ''} onClick={() => setImporting(true)}>
          Paste or import…
        </Button>
        <Button variant="default" onClick={() => void copyText(templateOf(columns))}>
          Copy a template
        </Button>
        {!given?.rows && (
          <Button
            variant="default"
            disabled={suppliedBy.trim() === ''}
            title={info.emptyMeans}
            onClick={() => void act(() => ask('list:set', { kind, suppliedBy, rows: [] }))}
          >
            There is none
          </Button>
        )}
        {given && (
          <Button variant="subtle" onClick={() => void act(() => ask('list:remove', { kind }))}>
            Take it back
          </Button>
        )}
      </div>
      {given && given.rows > 0 && (
        <Rows
          info={info}
          version={version}
          remove={(n) => void act(() => ask('list:edit', { kind, suppliedBy, remove: [n] }))}
        />
      )}
      {proposals.state === 'ready' && <Proposed proposals={proposals.value} info={info} take={take} />}
      <h3 className="gap">Add a row</h3>
      <RowForm columns={columns} typed={typed} onTyped={setTyped} onAdd={() => void add([typed])} />
      <TableImport
        opened={importing}
        onClose={() => setImporting(false)}
        title={info.title}
        says={`Columns: ${columns.map(({ header, required }) => (required ? header : `${header} (may be empty)`)).join(', ')}.`}
        question="list:import"
        input={{ kind, suppliedBy, mode }}
        changed={changed}
      >
        <Select
          label="What becomes of the rows that are there"
          w="18rem"
          allowDeselect={false}
          data={[
            { value: 'replace', label: 'The table takes their place' },
            { value: 'add', label: 'They stay' },
          ]}
          value={mode}
          onChange={(value) => setMode(value as 'replace' | 'add')}
        />
      </TableImport>
    </aside>
  )
}
