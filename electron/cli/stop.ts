/**
 * Watches for Ctrl-C and for SIGTERM: the first one fires the signal, so that the command stops cleanly; the
 * second one ends the process at once. `note` tells the person. Returns the signal and an end to the watch.
 */
export function watchStop(note: (line: string) => void): { readonly signal: AbortSignal; end(): void } {
  const controller = new AbortController()
  const stop = (name: NodeJS.Signals) => {
    if (controller.signal.aborted) {
      end()
      process.kill(process.pid, name)
      return
    }
    note('stopping cleanly, please wait … (Ctrl-C again stops at once)')
    controller.abort()
  }
  const end = () => {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return { signal: controller.signal, end }
}
