import { CloseButton, Modal } from '@mantine/core'
import type { ReactNode } from 'react'

/** What lies over a screen until it is closed, with its title. Escape closes it; the focus stays within. */
export function Dialog({
  opened,
  onClose,
  title,
  size = 'md',
  children,
}: {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  /** A length such as `48rem`, or a size of the theme. */
  readonly size?: string
  readonly children: ReactNode
}) {
  return (
    <Modal.Root opened={opened} onClose={onClose} size={size} transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content aria-label={title}>
        <Modal.Body>
          <div className="side-head">
            <h2>{title}</h2>
            <CloseButton aria-label="Close" onClick={onClose} />
          </div>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
