import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { asked, note, strict } from './asked.ts'
import { codec, ipcMain as ipc, StandinWindow, willDrop, windowEvents } from './browser-window.ts'
import { browser, closeBrowser } from './chromium.ts'
import { appRoot, userData } from './folders.ts'
import { protocol as protocolOf } from './network.ts'
import { hold, kill, utilityProcess as utility, utilityPids } from './utility-process.ts'

// A stand-in for the `electron` module on plain Node, for tests on machines without Electron's binary. Windows are
// pages of Chromium. It has what the app uses and throws for the rest.

const version = (JSON.parse(readFileSync(join(appRoot, 'package.json'), 'utf8')) as { version: string })
  .version
const events = new EventEmitter()
let ready = false
let readyAt = 0
let quitting = false

windowEvents.on('web-contents-created', (...args) => events.emit('web-contents-created', ...args))
windowEvents.on('window-all-closed', () => events.emit('window-all-closed'))

async function exit(code = 0): Promise<never> {
  quitting = true
  await closeBrowser()
  process.exit(code)
}

function emitStoppable(name: string): boolean {
  let stopped = false
  events.emit(name, { preventDefault: () => (stopped = true) })
  return stopped
}

export const app = strict(
  'app',
  Object.assign(events, {
    isPackaged: false,
    getVersion: () => version,
    getAppPath: () => appRoot,
    getPath: (_name: string) => userData,
    requestSingleInstanceLock: () => true,
    setAboutPanelOptions: (options: unknown) => note('about', options),
    showAboutPanel: () => note('showAboutPanel'),
    async whenReady() {
      await browser()
      ready = true
      readyAt ||= performance.timeOrigin + performance.now()
    },
    isReady: () => ready,
    quit() {
      if (quitting) return
      if (emitStoppable('before-quit')) return
      if (emitStoppable('will-quit')) return
      quitting = true
      void exit(0)
    },
    exit,
  }),
)

const scripted = (name: string) =>
  [
    name,
    async () => Promise.reject(new Error(`electron stand-in: ${name} was not scripted by the test`)),
  ] as const

export const dialog = strict(
  'dialog',
  Object.fromEntries(['showSaveDialog', 'showOpenDialog', 'showMessageBox'].map(scripted)),
)

export const shell = strict('shell', {
  openExternal: async (url: string) => note('openExternal', url),
  showItemInFolder: (path: string) => note('showItemInFolder', path),
})

export const clipboard = strict('clipboard', { writeText: (text: string) => note('clipboard', text) })

const power = { idleSeconds: 0 }
export const powerMonitor = strict(
  'powerMonitor',
  Object.assign(new EventEmitter(), { getSystemIdleTime: () => power.idleSeconds, power }),
)

export const nativeTheme = strict('nativeTheme', {
  shouldUseDarkColors: process.env.STANDIN_SCHEME === 'dark',
})

export const screen = strict('screen', {
  getAllDisplays: () => [{ bounds: { x: 0, y: 0, width: 1920, height: 1080 } }],
})

const denied: Record<string, unknown> = {}
const defaultSession = strict('session.defaultSession', {
  denied,
  setPermissionRequestHandler: (handler: unknown) => (denied.request = handler),
  setPermissionCheckHandler: (handler: unknown) => (denied.check = handler),
  setDevicePermissionHandler: (handler: unknown) => (denied.device = handler),
})
export const session = strict('session', { defaultSession })

let menu: unknown = null
export const Menu = strict('Menu', {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: (template: unknown) => (menu = template),
  getApplicationMenu: () => menu,
})

export const ipcMain = strict('ipcMain', ipc)
export const protocol = protocolOf
export const utilityProcess = utility
export const BrowserWindow = StandinWindow

const electron = {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
}

// The test's side: it sends a function's text, which runs here with the module, as Playwright does with a real Electron.
process.on('message', async (message: { kind?: string; id: number; text: string; input: string }) => {
  if (message.kind === 'quit') return app.quit()
  if (message.kind !== 'evaluate') return
  try {
    const work = new Function(`return (${message.text})`)() as (module: unknown, input: unknown) => unknown
    const value = await work(
      { ...electron, standin: { asked, hold, kill, readyAt: () => readyAt, utilityPids, willDrop } },
      codec.decode(message.input),
    )
    process.send?.({ kind: 'told', id: message.id, ok: true, value: codec.encode(value) })
  } catch (error) {
    process.send?.({
      kind: 'told',
      id: message.id,
      ok: false,
      value: codec.encode(error instanceof Error ? error : new Error(String(error))),
    })
  }
})
process.once('SIGTERM', () => app.quit())
process.once('disconnect', () => void exit(1))
