import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Announcement } from '../../shared/announcements.ts'
import { contract } from '../../shared/contract.ts'
import { ANNOUNCEMENT_CHANNEL, type Reply, shellContract } from '../../shared/shell.ts'

/**
 * The window's only door: one function per line of the two contracts, and one that listens. Nothing here takes
 * the name of a channel.
 */
function doorFor(question: string) {
  return (input: unknown): Promise<Reply> => ipcRenderer.invoke(question, input)
}

const questions = [...Object.keys(contract), ...Object.keys(shellContract)]

contextBridge.exposeInMainWorld('api', {
  ...Object.fromEntries(questions.map((question) => [question, doorFor(question)])),
  listen(listener: (announcement: Announcement) => void) {
    const hear = (_event: unknown, announcement: Announcement) => listener(announcement)
    ipcRenderer.on(ANNOUNCEMENT_CHANNEL, hear)
    return () => {
      ipcRenderer.removeListener(ANNOUNCEMENT_CHANNEL, hear)
    }
  },
  /** Hands a dropped file to the shell, which answers with an announcement; the page never sees the path. */
  drop(file: File) {
    const path = webUtils.getPathForFile(file)
    if (path) ipcRenderer.send('dropped', path)
  },
})
