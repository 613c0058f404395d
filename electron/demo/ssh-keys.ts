import { hash } from 'node:crypto'
import { HOSTILE } from './hostile.ts'
import { ago, type Ground, hexOf, idOf } from './random.ts'

type Kind = 'ed25519' | 'rsa-4096' | 'rsa-2048' | 'rsa-1024' | 'dsa'

const KEYS: Readonly<Record<string, readonly (readonly [kind: Kind, days: number, comment: string])[]>> = {
  reader: [
    ['ed25519', 40, 'evidence.reader@evidence-01'],
    ['rsa-2048', 200, 'evidence.reader@jumphost'],
    ['rsa-1024', 1900, 'old laptop'],
    ['dsa', 2600, HOSTILE.formula],
  ],
  viktor: [['ed25519', 120, 'viktor@thinkpad']],
}

/** `GET /account/keys` of a person. Public halves only, made from the seed. */
export function keysOf(ground: Ground, person: { readonly key: string; readonly email: string }) {
  return (KEYS[person.key] ?? []).map(([kind, days, comment]) => {
    const blob = blobOf(ground, kind, person.key)
    return {
      comment,
      created_at: ago(ground, days, 3),
      email: comment,
      fingerprint: hash('md5', blob).match(/../g)?.join(':') ?? '',
      id: idOf(ground, 'key', person.key, kind),
      public_key: `${ALGORITHM[kind]} ${blob.toString('base64')} ${comment}`,
      updated_at: ago(ground, days, 3),
    }
  })
}

const ALGORITHM: Readonly<Record<Kind, string>> = {
  ed25519: 'ssh-ed25519',
  'rsa-4096': 'ssh-rsa',
  'rsa-2048': 'ssh-rsa',
  'rsa-1024': 'ssh-rsa',
  dsa: 'ssh-dss',
}

function blobOf(ground: Ground, kind: Kind, owner: string): Buffer {
  const number = (bits: number, part: string) =>
    Buffer.concat([Buffer.from([0]), odd(ground, bits, owner, part)])
  const algorithm = Buffer.from(ALGORITHM[kind])
  if (kind === 'ed25519') return fields(algorithm, odd(ground, 256, owner, 'point'))
  if (kind === 'dsa') {
    return fields(algorithm, number(1024, 'p'), number(160, 'q'), number(1024, 'g'), number(1024, 'y'))
  }
  return fields(algorithm, Buffer.from([1, 0, 1]), number(Number(kind.slice(4)), kind))
}

const fields = (...parts: readonly Buffer[]) =>
  Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(part.length)
      return [length, part]
    }),
  )

/** An odd number of exactly so many bits. */
function odd(ground: Ground, bits: number, ...key: readonly string[]): Buffer {
  let hex = ''
  for (let i = 0; hex.length < bits / 4; i++) hex += hexOf(ground, 128, 'ssh', ...key, i)
  const number = Buffer.from(hex.slice(0, bits / 4), 'hex')
  number[0] = (number[0] ?? 0) | 0x80
  number[number.length - 1] = (number.at(-1) ?? 0) | 1
  return number
}
