import { notifications } from '@mantine/notifications'
import { Failed } from './window-api.ts'

/** Shows an error of an action as a message: what happened and what to do. For questions that fill a view use `Shown`. */
export function tell(error: unknown): void {
  const problem =
    error instanceof Failed
      ? error
      : new Failed({ kind: 'unexpected', what: 'something unexpected happened', remedy: 'try again' })
  if (problem.kind === 'cancelled') return
  notifications.show({
    color: 'red',
    title: capital(problem.what),
    message: `${capital(problem.remedy)}.`,
    autoClose: false,
    role: 'alert',
  })
}

/** Says that something worked; with `undo`, offers to take it back. */
export function done(message: string): void {
  notifications.show({ message, autoClose: 3000, role: 'status' })
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
