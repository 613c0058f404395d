import type { Screen } from '../lib/route.ts'
import { Page } from '../parts/page.tsx'
import { Waiting } from '../parts/states.tsx'
import { NAVIGATION } from './navigation.tsx'

const titleOf = (screen: Screen) =>
  NAVIGATION.flatMap(({ entries }) => entries).find((entry) => entry.screen === screen)?.title ??
  'New engagement'

/** A screen while its code is read: its title, the line below, and grey lines where its content will be. */
export function WaitingScreen({ screen }: { readonly screen: Screen }) {
  return (
    <Page title={titleOf(screen)} says={'\u00a0'}>
      <Waiting lines={14} />
    </Page>
  )
}
