/** Algorithm and size of an SSH public key. */
export interface SshKeyFacts {
  /** Such as `ssh-ed25519`; FIDO keys start with `sk-`. */
  readonly algorithm: string
  /** Bits of the modulus, prime or curve; null for algorithms that are not known here. */
  readonly bits: number | null
}

/** Reads the wire format of RFC 4253 §6.6 and RFC 5656 §3.1 from `ssh-rsa AAAA… comment`; null where it is none. */
export function readSshKey(text: string): SshKeyFacts | null {
  const encoded = text.trim().split(/\s+/)[1]
  if (!encoded) return null
  const fields = fieldsOf(Buffer.from(encoded, 'base64'))
  const algorithm = fields[0]?.toString('latin1')
  if (!algorithm || !/^[a-z0-9@.-]+$/.test(algorithm)) return null
  return { algorithm, bits: bitsOf(algorithm, fields) }
}

function fieldsOf(blob: Buffer): Buffer[] {
  const fields: Buffer[] = []
  let at = 0
  while (at + 4 <= blob.length) {
    const end = at + 4 + blob.readUInt32BE(at)
    if (end > blob.length) return []
    fields.push(blob.subarray(at + 4, end))
    at = end
  }
  return at === blob.length ? fields : []
}

function bitsOf(algorithm: string, fields: readonly Buffer[]): number | null {
  if (algorithm === 'ssh-rsa') return integerBits(fields[2])
  if (algorithm === 'ssh-dss') return integerBits(fields[1])
  if (/^(sk-)?ssh-ed25519/.test(algorithm)) return 256
  const curve = /nistp(\d+)/.exec(algorithm)?.[1]
  return curve ? Number(curve) : null
}

function integerBits(field: Buffer | undefined): number | null {
  if (!field) return null
  const start = field.findIndex((byte) => byte !== 0)
  if (start < 0) return null
  return (field.length - start) * 8 - (Math.clz32(field[start] ?? 0) - 24)
}
