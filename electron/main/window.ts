import { app, BrowserWindow, type Session, session, shell } from 'electron'
import { APP_ORIGIN } from './app-files.ts'
import { isKnownLink } from './links.ts'
import { readWindowState, rememberWindowState } from './window-state.ts'

/** Opens a link in the browser when it is on the list; says whether it did. */
export async function openLink(url: string): Promise<boolean> {
  if (!isKnownLink(url)) return false
  await shell.openExternal(url)
  return true
}

/** No permission is ever given: the window needs neither camera, location, clipboard reading nor the rest. */
export function denyPermissions(target: Session = session.defaultSession): void {
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  target.setPermissionCheckHandler(() => false)
  target.setDevicePermissionHandler(() => false)
}

/** Keeps every web contents where it is: no navigation, no new window, no web view. */
export function lockDownContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      void openLink(url)
      return { action: 'deny' }
    })
  })
}

/** Makes the one window, at the place where it was last. `icon` and `preload` are files of the built app. */
export function createWindow({
  preload,
  icon,
  background,
}: {
  readonly preload: string
  readonly icon: string
  readonly background: string
}): BrowserWindow {
  const folder = app.getPath('userData')
  const window = new BrowserWindow({
    ...readWindowState(folder),
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Evidence Locker',
    backgroundColor: background,
    icon,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  window.on('ready-to-show', () => window.show())
  window.on('close', () => rememberWindowState(folder, window.getBounds(), window.isMaximized()))
  void window.loadURL(`${APP_ORIGIN}/index.html`)
  return window
}
