import { Button, Checkbox } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { copyText } from '../../lib/copy.ts'
import { askBeforeLeaving } from '../../lib/route.ts'
import { confirm } from '../../parts/confirm.tsx'
import { Page } from '../../parts/page.tsx'

const LEAVING = {
  title: 'Leave without the recovery key?',
  says: 'It is never shown again. Without it, and without this computer, nobody can open the locker.',
  action: 'Leave without it',
}

/** Shows the recovery key, once; goes on only when the person says that it is stored. */
export function RecoveryKey({
  recoveryKey,
  onStored,
}: {
  readonly recoveryKey: string
  readonly onStored: () => void
}) {
  const [stored, setStored] = useState(false)
  useEffect(() => {
    askBeforeLeaving(() => confirm(LEAVING))
    return () => askBeforeLeaving(null)
  }, [])
  return (
    <Page
      title="Keep the recovery key"
      says="The locker opens by itself on this computer. On any other one, or when the keychain is lost, only this key opens it. It is shown now and never again."
    >
      <div className="form">
        <output className="card recovery mono" aria-label="Recovery key">
          {recoveryKey}
        </output>
        <div className="page-actions">
          <Button
            variant="default"
            leftSection={<IconCopy aria-hidden size="0.9rem" />}
            onClick={() => copyText(recoveryKey)}
          >
            Copy
          </Button>
        </div>
        <p className="muted">
          A password manager or a printed page in a safe are good places. The same folder as the locker is
          not.
        </p>
        <Checkbox
          label="I have stored it"
          checked={stored}
          onChange={(event) => setStored(event.currentTarget.checked)}
        />
        <Button
          size="sm"
          disabled={!stored}
          onClick={() => {
            askBeforeLeaving(null)
            onStored()
          }}
        >
          Go on
        </Button>
      </div>
    </Page>
  )
}
