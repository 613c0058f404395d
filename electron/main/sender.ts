import { APP_ORIGIN } from './app-files.ts'

/** What the check of a sender looks at; Electron's own events have it. */
export interface Sender {
  readonly sender: unknown
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null
}

/** True for the top frame of our own window, on our own origin; nothing else may ask anything. */
export function mayAsk(event: Sender, window: { readonly webContents: unknown } | null): boolean {
  const frame = event.senderFrame
  return (
    window !== null &&
    event.sender === window.webContents &&
    frame !== null &&
    frame.parent === null &&
    frame.url.startsWith(`${APP_ORIGIN}/`)
  )
}
