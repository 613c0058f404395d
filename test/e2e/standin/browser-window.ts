import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { CDPSession, Frame, Page, Request, Route } from 'playwright-core'
import { note, strict } from './asked.ts'
import { browser } from './chromium.ts'
import { toApp, toWeb } from './network.ts'

interface Codec {
  encode(value: unknown): string
  decode(text: string): unknown
}

const codecSource = readFileSync(new URL('./codec.js', import.meta.url), 'utf8')
const worldsSource = readFileSync(new URL('./worlds.js', import.meta.url), 'utf8')

/** Writes and reads what crosses a border. */
export const codec = new Function(`${codecSource}; return makeCodec()`)() as Codec

type IpcHandler = (event: unknown, ...args: unknown[]) => unknown

const ipcHandlers = new Map<string, IpcHandler>()

/** Electron's `ipcMain`. */
export const ipcMain = Object.assign(new EventEmitter(), {
  handle(channel: string, handler: IpcHandler) {
    if (ipcHandlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    ipcHandlers.set(channel, handler)
  },
})

interface Options {
  readonly width?: number
  readonly height?: number
  readonly show?: boolean
  readonly webPreferences?: Readonly<Record<string, unknown>> & { readonly preload?: string }
}

/** What the app does with the contents of a window. */
class WebContents extends EventEmitter {
  readonly window: StandinWindow
  openHandler: ((details: { url: string }) => { action: string }) | null = null

  constructor(window: StandinWindow) {
    super()
    this.window = window
  }

  get mainFrame() {
    return { url: this.getURL(), parent: null }
  }

  getURL(): string {
    return toApp(this.window.page?.url() ?? '')
  }

  isDestroyed(): boolean {
    return this.window.isDestroyed()
  }

  send(channel: string, ...args: unknown[]): void {
    void this.window.evaluate(
      `__fromMain.event(${JSON.stringify(channel)}, ${JSON.stringify(codec.encode(args))})`,
    )
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler
  }
}

const windows: StandinWindow[] = []

/** Told when a window's contents are made; Electron's `web-contents-created`. */
export const windowEvents = new EventEmitter()

/** Says where a file lies that will be dropped: Chromium tells a page nothing of it, Electron's preload gets it. */
export async function willDrop(path: string): Promise<void> {
  const told = `__fromMain.willDrop(${JSON.stringify(basename(path))}, ${JSON.stringify(path)})`
  for (const window of windows) await window.evaluate(told)
}

/** Electron's `BrowserWindow`, by a page of Chromium. Only the safe settings are stood in for. */
export class StandinWindow extends EventEmitter {
  readonly webContents: WebContents
  page: Page | null = null
  #cdp: CDPSession | null = null
  #preloadContext: string | null = null
  #loading = ''
  #closed = false
  #bounds: { x: number; y: number; width: number; height: number }
  readonly #token = randomBytes(12).toString('hex')
  readonly #ready: Promise<void>

  constructor(options: Options = {}) {
    super()
    const safe = options.webPreferences ?? {}
    note('BrowserWindow', safe)
    for (const [name, wanted] of [
      ['sandbox', true],
      ['contextIsolation', true],
      ['nodeIntegration', false],
      ['webSecurity', true],
    ] as const)
      if (safe[name] !== wanted)
        throw new Error(`electron stand-in: webPreferences.${name} has to be ${wanted}`)
    this.#bounds = { x: 0, y: 0, width: options.width ?? 800, height: options.height ?? 600 }
    this.webContents = strict('webContents', new WebContents(this))
    windows.push(this)
    windowEvents.emit('web-contents-created', {}, this.webContents)
    this.#ready = this.#open(safe.preload)
  }

  static getAllWindows(): StandinWindow[] {
    return windows.filter((window) => !window.#closed)
  }

  async #open(preload: string | undefined): Promise<void> {
    const context = await browser()
    const page =
      context
        .pages()
        .find((other) => other.url() === 'about:blank' && !windows.some((window) => window.page === other)) ??
      (await context.newPage())
    this.page = page
    await page.setViewportSize({ width: this.#bounds.width, height: this.#bounds.height })
    page.on('close', () => this.#gone())
    page.on('popup', (popup) => void refused(popup))
    const cdp = await context.newCDPSession(page)
    this.#cdp = cdp
    const world = `preload-${this.#token}`
    const binding = `bridge${this.#token}`
    cdp.on('Runtime.executionContextCreated', ({ context: made }) => {
      if (made.name === world) this.#preloadContext = (made as { uniqueId?: string }).uniqueId ?? null
    })
    cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === binding) void this.#hear(JSON.parse(payload) as Message)
    })
    await cdp.send('Runtime.enable')
    await cdp.send('Page.enable')
    await cdp.send('Runtime.addBinding', { name: binding, executionContextName: world })
    if (!preload) return
    const text = JSON.stringify
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: `(()=>{${worldsSource}\npageWorld(${text(this.#token)})})()`,
    })
    const wrapped = `function(require,module,exports,process){${readFileSync(preload, 'utf8')}\n}`
    const source = `(()=>{if(window!==window.top)return;${codecSource}\n${worldsSource}\npreloadWorld(${text(this.#token)},${text(binding)},${wrapped},${text(process.platform)},makeCodec())})()`
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { worldName: world, source })
  }

  async #hear(message: Message): Promise<void> {
    const event = { sender: this.webContents, senderFrame: this.webContents.mainFrame }
    const args = codec.decode(message.args) as unknown[]
    if (message.kind === 'send') return void ipcMain.emit(message.channel, event, ...args)
    let ok = true
    let told: string
    try {
      const handler = ipcHandlers.get(message.channel)
      if (!handler) throw new Error(`No handler registered for '${message.channel}'`)
      told = codec.encode(await handler(event, ...args))
    } catch (error) {
      ok = false
      told = codec.encode(new Error(`Error invoking remote method '${message.channel}': ${error}`))
    }
    await this.evaluate(`__fromMain.answer(${message.id}, ${ok}, ${JSON.stringify(told)})`)
  }

  async evaluate(expression: string): Promise<void> {
    if (this.#preloadContext && this.#cdp)
      await this.#cdp
        .send('Runtime.evaluate', { expression, uniqueContextId: this.#preloadContext })
        .catch(() => {})
  }

  /** Whether a navigation of this window is refused by the app. */
  refuses(route: Route, url: string): boolean {
    const request = route.request()
    if (!request.isNavigationRequest()) return false
    const frame = frameOf(request)
    if (frame === null || !windows.some((window) => window.page === frame.page())) {
      // The first request of a window that the page opened: it has a frame or not, whichever was quicker.
      note('window-open', url, this.webContents.openHandler?.({ url }).action ?? 'allow')
      return true
    }
    if (frame !== this.page?.mainFrame() || url === this.#loading || url === this.webContents.getURL())
      return false
    let stopped = false
    this.webContents.emit('will-navigate', { url, preventDefault: () => (stopped = true) }, url)
    if (stopped) note('navigation-blocked', url)
    return stopped
  }

  async loadURL(url: string): Promise<void> {
    await this.#ready
    this.#loading = url
    await this.page?.goto(toWeb(url))
    this.emit('ready-to-show')
  }

  show(): void {}
  focus(): void {}
  isDestroyed(): boolean {
    return this.#closed
  }
  isMaximized(): boolean {
    return false
  }
  getBounds() {
    return { ...this.#bounds }
  }

  close(): void {
    this.emit('close', { preventDefault() {} })
    void this.page?.close()
    this.#gone()
  }

  #gone(): void {
    if (this.#closed) return
    this.#closed = true
    this.emit('closed')
    if (StandinWindow.getAllWindows().length === 0) windowEvents.emit('window-all-closed')
  }
}

/** Closes what a page opened, once it has asked for its address: before, nobody would hear of it. */
async function refused(popup: Page): Promise<void> {
  await popup.waitForEvent('request', { timeout: 2000 }).catch(() => {})
  await popup.close().catch(() => {})
}

function frameOf(request: Request): Frame | null {
  try {
    return request.frame()
  } catch {
    return null
  }
}

type Message = {
  readonly kind: 'invoke' | 'send'
  readonly id: number
  readonly channel: string
  readonly args: string
}
