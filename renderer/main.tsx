import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './styles/base.css'
import './styles/frame.css'
import './styles/page.css'
import './styles/parts.css'
import './styles/table.css'
import './styles/views.css'
import './styles/events.css'
import './styles/details.css'
import './styles/overview.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { go } from './lib/route.ts'
import { startShellState } from './lib/shell-state.ts'
import { askForOverview } from './views/overview/overview.tsx'

const root = document.getElementById('root')
if (root) {
  const started = startShellState()
  if (/^(#\/overview)?$/.test(window.location.hash)) askForOverview()
  const { locker, handedOver } = await started
  if (handedOver) go('start', { place: handedOver.token, name: handedOver.name }, true)
  else if (locker && !window.location.hash) go('overview', {}, true)
  createRoot(root).render(<App />)
}
