import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Connection, Probe } from '../../../shared/model/connection.ts'
import { SAMPLE_CONNECTION } from '../../../shared/shell.ts'
import { go } from '../../lib/route.ts'
import { useShell } from '../../lib/shell-state.ts'
import { done, tell } from '../../lib/tell.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { ask } from '../../lib/window-api.ts'
import { confirm } from '../../parts/confirm.tsx'
import { Page } from '../../parts/page.tsx'
import { Empty, Shown } from '../../parts/states.tsx'
import { When } from '../../parts/when.tsx'
import { AddConnection } from './add-connection.tsx'
import { ProbeReport } from './probe-report.tsx'
import { RenameForm } from './rename-form.tsx'

function Row({ connection, changed }: { readonly connection: Connection; readonly changed: () => void }) {
  const [probe, setProbe] = useState<Probe | null>(null)
  const [busy, setBusy] = useState(false)
  const [renaming, setRenaming] = useState(false)
  async function test() {
    setBusy(true)
    try {
      setProbe(await ask('connection:test', { id: connection.id }))
    } catch (error) {
      tell(error)
    } finally {
      setBusy(false)
    }
  }
  async function remove() {
    const sure = await confirm({
      title: `Remove ${connection.label}?`,
      says: 'Its token is deleted from the keychain. What was collected with it stays.',
      action: 'Remove',
    })
    if (!sure) return
    await ask('connection:remove', { id: connection.id })
    done(`${connection.label} removed`)
    changed()
  }
  return (
    <li className="card connection">
      <div className="connection-head">
        <div>
          <strong>{connection.label}</strong>
          <p className="muted">
            {connection.account ?? 'account not known yet'} · {new URL(connection.apiUrl).host} · added{' '}
            <When instant={connection.addedAt} />
          </p>
        </div>
        <div className="page-actions">
          <Button variant="default" loading={busy} onClick={test}>
            Test
          </Button>
          {connection.id !== SAMPLE_CONNECTION && (
            <>
              <Tooltip label="Rename">
                <ActionIcon
                  variant="subtle"
                  aria-label={`Rename ${connection.label}`}
                  onClick={() => setRenaming(!renaming)}
                >
                  <IconPencil aria-hidden size="1rem" />
                </ActionIcon>
              </Tooltip>
              <Tooltip label="Remove">
                <ActionIcon
                  variant="subtle"
                  aria-label={`Remove ${connection.label}`}
                  onClick={() => remove().catch(tell)}
                >
                  <IconTrash aria-hidden size="1rem" />
                </ActionIcon>
              </Tooltip>
            </>
          )}
        </div>
      </div>
      {renaming && (
        <RenameForm
          connection={connection}
          onDone={() => {
            setRenaming(false)
            changed()
          }}
        />
      )}
      {probe && <ProbeReport probe={probe} />}
    </li>
  )
}

/** The Heroku credentials of this computer: added, tried, renamed, removed. Tokens go in and never come out. */
export function Connections() {
  const { locker, keychainProblem } = useShell()
  const [version, setVersion] = useState(0)
  const connections = useQuestion('connection:list', {}, version)
  const changed = () => setVersion((n) => n + 1)
  return (
    <Page
      title="Connections"
      says="A connection is a Heroku token with a label. The token lies in this computer's keychain and nowhere else."
      actions={
        locker && (
          <Button
            variant={connections.state === 'ready' && connections.value.length > 0 ? 'filled' : 'default'}
            onClick={() => go('collect')}
          >
            Go on to collect
          </Button>
        )
      }
    >
      {keychainProblem && (
        <p className="failed" role="alert">
          {keychainProblem.what}: {keychainProblem.remedy}.
        </p>
      )}
      <AddConnection onAdded={changed} />
      <Shown answer={connections} lines={3}>
        {(list) =>
          list.length === 0 ? (
            <Empty title="No connection yet">
              Paste a token above. It is tried before it is kept, and you see precisely what it can and cannot
              read.
            </Empty>
          ) : (
            <ul className="recents">
              {list.map((connection) => (
                <Row key={connection.id} connection={connection} changed={changed} />
              ))}
            </ul>
          )
        }
      </Shown>
    </Page>
  )
}
