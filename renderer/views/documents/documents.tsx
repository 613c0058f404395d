import { Button } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useState } from 'react'
import type { RegisterEntry } from '../../../shared/contract-register.ts'
import type { DocumentInfo } from '../../../shared/model/work.ts'
import { bytes } from '../../lib/format.ts'
import { done, tell } from '../../lib/tell.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { ask } from '../../lib/window-api.ts'
import { confirm } from '../../parts/confirm.tsx'
import { Mark } from '../../parts/mark.tsx'
import { Page } from '../../parts/page.tsx'
import { Empty, Shown } from '../../parts/states.tsx'
import { When } from '../../parts/when.tsx'
import { DOCUMENT_NAMES } from './document-names.ts'
import { FactsForm } from './facts-form.tsx'
import { RecipientForm } from './recipient-form.tsx'

function Validity({ document, today }: { readonly document: DocumentInfo; readonly today: string }) {
  if (!document.validTo) return <span className="muted">no end told</span>
  if (document.validTo < today) return <Mark meaning="bad">ended {document.validTo}</Mark>
  return <span>until {document.validTo}</span>
}

function Row({ entry, changed }: { readonly entry: RegisterEntry; readonly changed: () => void }) {
  const { document, review } = entry
  const [open, setOpen] = useState<'facts' | 'recipient' | null>(null)
  const isRestricted = review?.content.confidentiality === 'restricted'
  async function save(recipient: string | null) {
    const place = await ask('shell:pick-document-copy', { suggestedName: document.fileName })
    if (!place) return
    await ask('document:save', { id: document.id, destination: place.token, recipient })
    setOpen(null)
    done(recipient ? `Copy saved for ${recipient}` : 'Copy saved')
  }
  async function remove() {
    if (
      !(await confirm({
        title: `Remove ${document.title}?`,
        says: 'It is taken off the list. Its bytes and its history stay in the locker.',
        action: 'Remove',
      }))
    )
      return
    await ask('document:remove', { id: document.id })
    changed()
  }
  return (
    <li className="card">
      <div className="connection-head">
        <div>
          <strong>{document.title}</strong>
          <p className="muted">
            {DOCUMENT_NAMES[document.type]} · {document.fileName} · {bytes(document.bytes)} · attached{' '}
            <When instant={document.at} /> by {document.by}
          </p>
          <p>
            <Validity document={document} today={new Date().toISOString().slice(0, 10)} />{' '}
            {isRestricted && <Mark meaning="bad">restricted</Mark>}
          </p>
          {document.notes && <p>{document.notes}</p>}
          <p className="mono muted">SHA-256 {document.sha256}</p>
        </div>
        <div className="page-actions">
          <Button variant="default" onClick={() => setOpen(open === 'facts' ? null : 'facts')}>
            {open === 'facts' ? 'Leave it' : 'Describe'}
          </Button>
          <Button
            variant="default"
            onClick={() => (isRestricted ? setOpen('recipient') : save(null).catch(tell))}
          >
            Save a copy…
          </Button>
          <Button variant="subtle" onClick={() => remove().catch(tell)}>
            Remove
          </Button>
        </div>
      </div>
      {open === 'recipient' && (
        <RecipientForm
          recipients={review?.content.recipients ?? []}
          onRecipient={(name) => save(name).catch(tell)}
          onLeave={() => setOpen(null)}
        />
      )}
      {open === 'facts' && (
        <FactsForm
          start={document}
          action="Keep"
          onFacts={async (facts) => {
            await ask('document:describe', { id: document.id, facts })
            setOpen(null)
            changed()
          }}
        />
      )}
    </li>
  )
}

/** Files that people attach: reports, certificates, agreements. They lie encrypted in the locker. */
export function Documents() {
  const [version, setVersion] = useState(0)
  const [chosen, setChosen] = useState<{ token: string; name: string } | null>(null)
  const documents = useQuestion('register:list', {}, version)
  const changed = () => setVersion((n) => n + 1)
  async function choose() {
    const place = await ask('shell:pick-document', {})
    if (place) setChosen(place)
  }
  const action = (
    <Button leftSection={<IconPaperclip aria-hidden size="1rem" />} onClick={() => choose().catch(tell)}>
      Attach a file…
    </Button>
  )
  return (
    <Page
      title="Documents"
      says="SOC 2 reports, certificates, agreements, policies: kept in the locker, encrypted, with their hash."
      actions={action}
    >
      {chosen && (
        <section className="card" aria-label={`Attach ${chosen.name}`}>
          <h2>{chosen.name}</h2>
          <FactsForm
            start={{
              title: chosen.name.replace(/\.[^.]+$/, ''),
              type: 'other',
              validFrom: null,
              validTo: null,
              notes: '',
            }}
            action="Attach"
            onFacts={async (facts) => {
              await ask('document:attach', { destination: chosen.token, facts })
              setChosen(null)
              done('Attached')
              changed()
            }}
            onLeave={() => setChosen(null)}
          />
        </section>
      )}
      <Shown answer={documents} lines={3}>
        {(list) =>
          list.length === 0 ? (
            chosen ? null : (
              <Empty title="No document yet">
                What Heroku cannot tell is shown by documents: its own reports, your agreements, your
                policies.
              </Empty>
            )
          ) : (
            <ul className="recents">
              {list.map((entry) => (
                <Row key={entry.document.id} entry={entry} changed={changed} />
              ))}
            </ul>
          )
        }
      </Shown>
    </Page>
  )
}
