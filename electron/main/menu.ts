import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { WindowCommand } from '../../shared/announcements.ts'

/** Builds the native menu; what it cannot do itself it asks of the window. */
export function setMenu(command: (command: WindowCommand) => void): void {
  const mac = process.platform === 'darwin'
  const item = (
    label: string,
    accelerator: string | undefined,
    what: WindowCommand,
  ): MenuItemConstructorOptions => ({
    label,
    ...(accelerator ? { accelerator } : {}),
    click: () => command(what),
  })
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        item('New engagement…', 'CmdOrCtrl+N', 'new'),
        item('Open a locker…', 'CmdOrCtrl+O', 'open'),
        { type: 'separator' },
        item('Collect', 'CmdOrCtrl+Shift+C', 'collect'),
        item('Export a workbook…', 'CmdOrCtrl+E', 'export'),
        { type: 'separator' },
        item('Settings', 'CmdOrCtrl+,', 'settings'),
        ...(mac ? [] : [{ role: 'quit' } as const]),
      ],
    },
    {
      label: '&Edit',
      submenu: [
        item('Undo decision', 'CmdOrCtrl+Alt+Z', 'undo'),
        { type: 'separator' },
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        { type: 'separator' },
        item('Find', 'CmdOrCtrl+F', 'find'),
      ],
    },
    {
      label: '&View',
      submenu: [
        item('Find anything', 'CmdOrCtrl+K', 'palette'),
        item('Journal', undefined, 'journal'),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [{ label: 'About Evidence Locker', click: () => app.showAboutPanel() }],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
