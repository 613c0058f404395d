/** How a new recovery key is shown to a person: once, with what to do with it. */
export function recoveryLines(recoveryKey: string): string[] {
  return [
    '',
    'Recovery key:',
    '',
    `    ${recoveryKey}`,
    '',
    'It opens the locker on any computer. It is shown this once: write it down and keep it apart from the file.',
  ]
}
