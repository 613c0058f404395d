import { Button, Checkbox, CloseButton, Select } from '@mantine/core'
import { useCallback, useMemo, useState } from 'react'
import type { TaggedApp } from '../../../shared/contract-scope.ts'
import { counted } from '../../lib/format.ts'
import { addressOf } from '../../lib/route.ts'
import { tell } from '../../lib/tell.ts'
import type { Narrow } from '../../lib/use-narrowing.ts'
import { usePages } from '../../lib/use-pages.ts'
import { ask } from '../../lib/window-api.ts'
import { Mark } from '../../parts/mark.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { Empty, FailedBox, Waiting } from '../../parts/states.tsx'
import { type TableColumn, VirtualTable } from '../../parts/virtual-table.tsx'
import { When } from '../../parts/when.tsx'
import { TagForm } from './tag-form.tsx'
import { dataWords, valueWords } from './tag-words.ts'

const COLUMNS: readonly TableColumn<TaggedApp>[] = [
  { title: 'App', width: 'minmax(10rem, 1fr)', cell: ({ name }) => name, text: ({ name }) => name },
  {
    title: 'Environment',
    width: '7rem',
    cell: ({ tag }) => valueWords('environment', tag?.environment),
    text: ({ tag }) => tag?.environment ?? '',
  },
  {
    title: 'Data',
    width: 'minmax(8rem, 1fr)',
    cell: ({ tag }) => dataWords(tag?.dataClasses) || '–',
    text: ({ tag }) => dataWords(tag?.dataClasses),
  },
  {
    title: 'Owner',
    width: 'minmax(6rem, 10rem)',
    cell: ({ tag }) => tag?.owner ?? '–',
    text: ({ tag }) => tag?.owner ?? '',
  },
  {
    title: 'Criticality',
    width: '6rem',
    cell: ({ tag }) => valueWords('criticality', tag?.criticality),
    text: ({ tag }) => tag?.criticality ?? '',
  },
  { title: 'Team', width: '9rem', cell: ({ team }) => team ?? '–', text: ({ team }) => team ?? '' },
  {
    title: 'Stages',
    width: '7rem',
    cell: ({ stages }) => stages.join(', ') || '–',
    text: ({ stages }) => stages.join(', '),
  },
  {
    title: 'Scope',
    width: '7.5rem',
    cell: ({ inScope, seen }) =>
      seen ? (
        <Mark meaning={inScope ? 'good' : 'neutral'}>{inScope ? 'in scope' : 'left out'}</Mark>
      ) : (
        <Mark meaning="unknown">not seen</Mark>
      ),
    text: ({ inScope }) => (inScope ? 'in scope' : 'left out'),
  },
]

/** Beside a form there is room for these. */
const BESIDE = COLUMNS.slice(0, 3)

function useChosen() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback((rows: readonly TaggedApp[]) => {
    setChosen((old) => {
      const next = new Set(old)
      const add = rows.some(({ id }) => !old.has(id))
      for (const { id } of rows) add ? next.add(id) : next.delete(id)
      return next
    })
  }, [])
  return { chosen, setChosen, toggle }
}

/** The ids of all apps that a search finds, page by page. */
async function allApps(search: string, incomplete: boolean): Promise<ReadonlySet<string>> {
  const ids = new Set<string>()
  for (let after: string | null = null; ; ) {
    const page: { rows: readonly TaggedApp[]; next: string | null } = await ask('tag:list', {
      ...{ search, incomplete, after, limit: 1000 },
    })
    for (const { id } of page.rows) ids.add(id)
    if (page.next === null) return ids
    after = page.next
  }
}

function OneApp({
  app,
  changed,
  onClose,
}: {
  readonly app: TaggedApp
  readonly changed: () => void
  readonly onClose: () => void
}) {
  return (
    <aside className="side" aria-label={app.name}>
      <div className="side-head">
        <div>
          <h2>{app.name}</h2>
          <p className="muted">
            {[app.team, app.space, app.region, app.shield && 'Shield'].filter(Boolean).join(' · ')}{' '}
            <a href={addressOf('evidence', { app: app.id })}>Evidence</a>
          </p>
        </div>
        <CloseButton aria-label="Close" onClick={onClose} />
      </div>
      <TagForm key={`${app.id} ${app.said?.act}`} apps={[app.id]} standing={app.tag} changed={changed} />
      {app.said && (
        <p className="muted">
          Said by {app.said.by}, <When instant={app.said.at} />.
        </p>
      )}
    </aside>
  )
}

/** Every app with what people say of it; many are tagged at once. */
export function Apps({
  params,
  set,
  version,
  changed,
}: {
  readonly params: Readonly<Record<string, string>>
  readonly set: Narrow
  readonly version: number
  readonly changed: () => void
}) {
  const incomplete = params.show === 'incomplete'
  const pages = usePages('tag:list', { search: params.search ?? '', incomplete }, version)
  const { chosen, setChosen, toggle } = useChosen()
  const setText = useCallback((search: string) => set({ search }), [set])
  const one = pages.rows.find(({ id }) => id === params.app) ?? null
  const beside = chosen.size > 0 || one !== null
  const columns = useMemo((): readonly TableColumn<TaggedApp>[] => {
    const box: TableColumn<TaggedApp> = {
      title: 'Chosen',
      width: '5rem',
      cell: (row) => (
        <Checkbox
          aria-label={`Choose ${row.name}`}
          tabIndex={-1}
          checked={chosen.has(row.id)}
          onClick={(event) => event.stopPropagation()}
          onChange={() => toggle([row])}
        />
      ),
    }
    return [box, ...(beside ? BESIDE : COLUMNS)]
  }, [chosen, toggle, beside])

  return (
    <>
      <div className="filters">
        <SearchField
          value={params.search ?? ''}
          placeholder="App, team, space, owner"
          width="16rem"
          onSettled={setText}
        />
        <Select
          label="Show"
          w="12rem"
          allowDeselect={false}
          data={[
            { value: 'all', label: 'All apps' },
            { value: 'incomplete', label: 'With something missing' },
          ]}
          value={incomplete ? 'incomplete' : 'all'}
          onChange={(show) => set({ show: show === 'all' ? null : show })}
        />
        <Button
          variant="default"
          onClick={() => allApps(params.search ?? '', incomplete).then(setChosen, tell)}
        >
          Choose all of these
        </Button>
        <Button variant="subtle" disabled={chosen.size === 0} onClick={() => setChosen(new Set())}>
          Choose none
        </Button>
      </div>
      {pages.problem && <FailedBox problem={pages.problem} again={pages.again} />}
      {pages.state === 'waiting' && <Waiting lines={12} />}
      {pages.state === 'ready' && (
        <div className={beside ? 'split has-side' : 'split'}>
          <VirtualTable
            label="Apps"
            columns={columns}
            total={pages.total}
            busy={pages.stale}
            rowAt={pages.rowAt}
            onSight={pages.onSight}
            keyOf={({ id }) => id}
            selected={params.app ?? null}
            onOpen={({ id }) => set({ app: id })}
            onMark={toggle}
            empty={
              <Empty title="No app here">
                {incomplete ? 'Everything was said of every app.' : 'Take the search off to see the others.'}
              </Empty>
            }
          />
          {chosen.size > 0 ? (
            <aside className="side" aria-label="Chosen apps">
              <div className="side-head">
                <h2>{counted(chosen.size, 'app')} chosen</h2>
                <CloseButton aria-label="Close" onClick={() => setChosen(new Set())} />
              </div>
              <TagForm apps={[...chosen]} standing={null} changed={changed} />
            </aside>
          ) : (
            one && <OneApp app={one} changed={changed} onClose={() => set({ app: null })} />
          )}
        </div>
      )}
    </>
  )
}
