import { createECDH } from 'node:crypto'
import { type Ground, hexOf } from './random.ts'

/** What a demo certificate says. Dates are milliseconds. */
export interface CertificateFacts {
  readonly subject: string
  readonly issuer: string
  readonly from: number
  readonly until: number
  readonly key: 'rsa-1024' | 'rsa-2048' | 'ec-p256'
  readonly hash: 'sha1' | 'sha256'
  readonly names?: readonly string[]
}

/**
 * A certificate as PEM that parsers read in full: names, dates, key type and size, algorithms. Its key and signature
 * are made from the seed, so that two starts agree byte for byte; nobody can verify it, and nobody should.
 */
export function certificatePem(ground: Ground, facts: CertificateFacts): string {
  const ec = facts.key === 'ec-p256'
  const algorithm = ec
    ? sequence(oid('1.2.840.10045.4.3.2'))
    : sequence(oid(facts.hash === 'sha1' ? '1.2.840.113549.1.1.5' : '1.2.840.113549.1.1.11'), NULL)
  const body = sequence(
    tag(0xa0, integer(Buffer.from([2]))),
    integer(bytes(ground, 16, 'serial', facts)),
    algorithm,
    name(facts.issuer),
    sequence(time(facts.from), time(facts.until)),
    name(facts.subject),
    ec ? ecKey(ground, facts) : rsaKey(ground, facts),
    ...(facts.names ? [tag(0xa3, sequence(alternatives(facts.names)))] : []),
  )
  const signature = bytes(ground, ec ? 70 : Number(facts.key.slice(4)) / 8, 'signature', facts)
  const der = sequence(body, algorithm, tag(0x03, Buffer.concat([Buffer.from([0]), signature])))
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}

const NULL = Buffer.from([0x05, 0x00])

function tag(id: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const n = body.length
  const length = n < 128 ? [n] : n < 256 ? [0x81, n] : [0x82, n >> 8, n & 255]
  return Buffer.concat([Buffer.from([id, ...length]), body])
}

const sequence = (...parts: readonly Buffer[]) => tag(0x30, ...parts)

/** A positive integer, most significant byte first. */
function integer(value: Buffer): Buffer {
  return tag(0x02, (value[0] ?? 0) > 127 ? Buffer.concat([Buffer.from([0]), value]) : value)
}

function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytesOf = (n: number): number[] => (n < 128 ? [n] : [...bytesOf(n >> 7).map((b) => b | 128), n & 127])
  return tag(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(bytesOf)]))
}

const name = (common: string) => sequence(tag(0x31, sequence(oid('2.5.4.3'), tag(0x0c, Buffer.from(common)))))

function time(ms: number): Buffer {
  const text = new Date(ms).toISOString().replace(/[-:T]/g, '').slice(0, 14)
  return tag(0x18, Buffer.from(`${text}Z`))
}

function bytes(ground: Ground, count: number, what: string, facts: CertificateFacts): Buffer {
  let hex = ''
  for (let i = 0; hex.length < count * 2; i++) {
    hex += hexOf(ground, 128, what, facts.subject, facts.issuer, facts.key, facts.until, i)
  }
  const all = Buffer.from(hex.slice(0, count * 2), 'hex')
  all[0] = ((all[0] ?? 0) & 0x7f) | 0x40
  return all
}

function rsaKey(ground: Ground, facts: CertificateFacts): Buffer {
  const modulus = bytes(ground, Number(facts.key.slice(4)) / 8, 'modulus', facts)
  modulus[0] = (modulus[0] ?? 0) | 0x80
  modulus[modulus.length - 1] = (modulus.at(-1) ?? 0) | 1
  const key = sequence(integer(modulus), integer(Buffer.from([1, 0, 1])))
  return sequence(
    sequence(oid('1.2.840.113549.1.1.1'), NULL),
    tag(0x03, Buffer.concat([Buffer.from([0]), key])),
  )
}

function ecKey(ground: Ground, facts: CertificateFacts): Buffer {
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(bytes(ground, 32, 'scalar', facts))
  const point = Buffer.concat([Buffer.from([0]), curve.getPublicKey()])
  return sequence(sequence(oid('1.2.840.10045.2.1'), oid('1.2.840.10045.3.1.7')), tag(0x03, point))
}

function alternatives(names: readonly string[]): Buffer {
  const list = sequence(...names.map((host) => tag(0x82, Buffer.from(host))))
  return sequence(oid('2.5.29.17'), tag(0x04, list))
}
