import { Notifications } from '@mantine/notifications'
import { useEffect } from 'react'

const SHOWN = '.messages[data-position="bottom-left"]'

/** The messages of the window, below the screen: while some are shown it makes room, so that nothing lies under them. */
export function Messages() {
  useEffect(() => {
    const { style } = document.documentElement
    const shown = document.querySelector(SHOWN)
    const resized = new ResizeObserver(() => {
      const { top = 0, height = 0 } = shown?.getBoundingClientRect() ?? {}
      if (height > 0) style.setProperty('--messages-height', `${Math.ceil(window.innerHeight - top)}px`)
      else style.removeProperty('--messages-height')
    })
    if (shown) resized.observe(shown)
    return () => {
      resized.disconnect()
      style.removeProperty('--messages-height')
    }
  }, [])
  return (
    <Notifications
      withinPortal={false}
      className="messages"
      position="bottom-left"
      limit={3}
      containerWidth="36rem"
      transitionDuration={120}
    />
  )
}
