import type { KeychainAnswer, KeychainAsk } from './answer.ts'

/**
 * The process that talks to the operating system's keychain. A call there can block for minutes behind a
 * prompt, and a blocked call keeps a process from ending (measured: `process.exit` waited 50 s for a stopped
 * daemon). So it blocks here, where it can be left behind or killed.
 */
const LINGER_MS = 60_000

type Keytar = typeof import('keytar')

async function answer(
  keytar: Keytar,
  { ask, service, account, secret }: KeychainAsk,
): Promise<KeychainAnswer> {
  switch (ask) {
    case 'set':
      await keytar.setPassword(service, account, secret ?? '')
      return { value: true }
    case 'has':
      return { value: (await keytar.getPassword(service, account)) !== null }
    case 'read':
      return { value: await keytar.getPassword(service, account) }
    case 'forget':
      return { value: await keytar.deletePassword(service, account) }
  }
}

async function answerOrWords(asked: KeychainAsk): Promise<KeychainAnswer> {
  const keytar = await import('keytar').then(
    (module) => module.default,
    () => null,
  )
  if (keytar === null) return { error: '', at: 'load' }
  try {
    return await answer(keytar, asked)
  } catch (error) {
    return { error: error instanceof Error ? error.message : 'unknown error', at: 'call' }
  }
}

/** How a utility process of Electron hears and answers; plain Node has `process.send` instead. */
interface ParentPort {
  on(event: 'message', heard: (message: { readonly data: KeychainAsk }) => void): void
  postMessage(answer: KeychainAnswer): void
}

const { parentPort } = process as { readonly parentPort?: ParentPort }
let busy = 0

parentPort?.on('message', async ({ data }) => parentPort.postMessage(await answerOrWords(data)))

process.on('message', async (asked: KeychainAsk) => {
  busy++
  const told = await answerOrWords(asked)
  busy--
  if (process.connected) process.send?.(told)
  else end()
})

// Whoever asked is gone: a prompt that a person is looking at may still be answered, then it is over.
process.on('disconnect', () => {
  if (busy === 0) end()
  setTimeout(end, LINGER_MS).unref()
})

function end(): void {
  process.kill(process.pid, 'SIGKILL')
}
