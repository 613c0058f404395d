import { notifications } from '@mantine/notifications'
import { ask } from './window-api.ts'

/** Puts text on the clipboard through the shell, and says so. */
export async function copyText(text: string): Promise<void> {
  await ask('shell:copy', { text })
  const lines = text.split('\n').length
  notifications.show({
    message: lines > 1 ? `${lines - 1} rows copied` : 'Copied',
    autoClose: 1500,
    role: 'status',
  })
}
