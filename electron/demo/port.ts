import type { OutputOf } from '../../shared/contract.ts'
import type { FromSample, ToldQuestion, ToSample } from '../../shared/sample-port.ts'
import type { Organisation } from './organisation.ts'
import type { Asked } from './told/asked.ts'
import { tellDemo } from './told/tell.ts'

type Waiting = { readonly resolve: (output: never) => void; readonly reject: (error: Error) => void }

/** Hears the shell: asked to tell, it tells a locker what the lead knows, by questions sent over `send`. */
export function tellFor(org: Organisation, send: (message: FromSample) => void): (message: ToSample) => void {
  const waiting = new Map<number, Waiting>()
  let next = 1
  const core: Asked = {
    ask: <Q extends ToldQuestion>(question: Q, input: unknown) =>
      new Promise<OutputOf<Q>>((resolve, reject) => {
        const id = next++
        waiting.set(id, { resolve, reject })
        send({ kind: 'ask', id, question, input })
      }),
  }
  return (message) => {
    if (message.kind === 'tell') {
      const end = (whole: boolean) => () => send({ kind: 'told', whole })
      void tellDemo(core, org, message.collectionId).then(end(true), end(false))
      return
    }
    const asked = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.kind === 'answer') asked?.resolve(message.output as never)
    else asked?.reject(new Error('the question was not answered'))
  }
}
