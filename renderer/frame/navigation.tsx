import {
  IconArrowsDiff,
  IconBook2,
  IconBooks,
  IconBuildingStore,
  IconChecklist,
  IconClipboardText,
  IconCloudDownload,
  IconDice5,
  IconFileExport,
  IconFiles,
  IconFlag,
  IconHistory,
  IconLayoutDashboard,
  IconListCheck,
  IconListDetails,
  IconMailQuestion,
  IconPlugConnected,
  IconSettings,
  IconSignature,
  IconTargetArrow,
  IconUserCheck,
} from '@tabler/icons-react'
import { type ComponentType, memo } from 'react'
import { addressOf, go, type Screen, useScreen } from '../lib/route.ts'

interface Entry {
  readonly screen: Screen
  readonly title: string
  /** After `g`, it goes there. */
  readonly key: string
  readonly icon: ComponentType<{ size?: string | number; stroke?: number; 'aria-hidden'?: boolean }>
}

/** The screens of an open locker, in the order of the work. */
export const NAVIGATION: readonly { readonly heading: string; readonly entries: readonly Entry[] }[] = [
  {
    heading: 'Engagement',
    entries: [
      { screen: 'overview', title: 'Overview', key: 'o', icon: IconLayoutDashboard },
      { screen: 'collect', title: 'Collect', key: 'l', icon: IconCloudDownload },
      { screen: 'scope', title: 'Scope', key: 'a', icon: IconTargetArrow },
      { screen: 'frameworks', title: 'Frameworks', key: 'm', icon: IconBooks },
      { screen: 'controls', title: 'Controls', key: 'c', icon: IconBook2 },
      { screen: 'checks', title: 'Checks', key: 'k', icon: IconChecklist },
    ],
  },
  {
    heading: 'Material',
    entries: [
      { screen: 'evidence', title: 'Evidence', key: 'e', icon: IconListDetails },
      { screen: 'changes', title: 'Changes', key: 'w', icon: IconArrowsDiff },
      { screen: 'events', title: 'Events', key: 'v', icon: IconHistory },
      { screen: 'documents', title: 'Documents', key: 'd', icon: IconFiles },
      { screen: 'vendors', title: 'Vendors', key: 'y', icon: IconBuildingStore },
      { screen: 'lists', title: 'Lists', key: 'i', icon: IconListCheck },
      { screen: 'attestations', title: 'Attestations', key: 't', icon: IconSignature },
    ],
  },
  {
    heading: 'Testing',
    entries: [
      { screen: 'samples', title: 'Samples', key: 'p', icon: IconDice5 },
      { screen: 'reviews', title: 'Access reviews', key: 'u', icon: IconUserCheck },
      { screen: 'requests', title: 'Requests', key: 'r', icon: IconMailQuestion },
      { screen: 'findings', title: 'Findings', key: 'f', icon: IconFlag },
    ],
  },
  {
    heading: 'Hand over',
    entries: [
      { screen: 'export', title: 'Export', key: 'x', icon: IconFileExport },
      { screen: 'journal', title: 'Journal', key: 'j', icon: IconClipboardText },
    ],
  },
  {
    heading: 'App',
    entries: [
      { screen: 'connections', title: 'Connections', key: 'n', icon: IconPlugConnected },
      { screen: 'settings', title: 'Settings', key: 's', icon: IconSettings },
    ],
  },
]

/** The list of screens at the left. */
export const Navigation = memo(function Navigation() {
  const screen = useScreen()
  return (
    <nav className="nav" aria-label="Screens">
      {NAVIGATION.map(({ heading, entries }) => (
        <div key={heading}>
          <h2>{heading}</h2>
          {entries.map(({ screen: to, title, key, icon: Icon }) => (
            <a
              key={to}
              href={addressOf(to)}
              title={`${title} (g ${key})`}
              aria-current={screen === to ? 'page' : undefined}
              onClick={(event) => {
                event.preventDefault()
                go(to)
              }}
            >
              <Icon aria-hidden size="1.1rem" stroke={1.6} />
              <span>{title}</span>
            </a>
          ))}
        </div>
      ))}
    </nav>
  )
})
