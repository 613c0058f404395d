import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readSshKey } from '../../../../electron/core/collectors/ssh-public-key.ts'

function field(bytes: Buffer | string): Buffer {
  const body = Buffer.from(bytes)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  return Buffer.concat([length, body])
}

function line(algorithm: string, ...fields: readonly (Buffer | string)[]): string {
  const blob = Buffer.concat([field(algorithm), ...fields.map(field)])
  return `${algorithm} ${blob.toString('base64')} ana@laptop`
}

function rsa(bits: number): string {
  const jwk = generateKeyPairSync('rsa', { modulusLength: bits }).publicKey.export({ format: 'jwk' })
  const modulus = Buffer.concat([Buffer.of(0), Buffer.from(String(jwk.n), 'base64url')])
  return line('ssh-rsa', Buffer.from(String(jwk.e), 'base64url'), modulus)
}

describe('an SSH public key', () => {
  it.each([1024, 2048, 3072])('tells the %i bits of an RSA modulus', (bits) => {
    expect(readSshKey(rsa(bits))).toEqual({ algorithm: 'ssh-rsa', bits })
  })

  it('tells the size of a DSA prime', () => {
    const prime = Buffer.concat([Buffer.of(0, 0x80), Buffer.alloc(127, 1)])
    expect(readSshKey(line('ssh-dss', prime, 'q', 'g', 'y'))).toEqual({ algorithm: 'ssh-dss', bits: 1024 })
  })

  it.each([
    ['ssh-ed25519', 256],
    ['sk-ssh-ed25519@openssh.com', 256],
    ['ecdsa-sha2-nistp384', 384],
    ['ecdsa-sha2-nistp521', 521],
    ['ssh-future', null],
  ])('tells the curve of %s', (algorithm, bits) => {
    expect(readSshKey(line(algorithm, 'x'.repeat(32)))).toEqual({ algorithm, bits })
  })

  it.each([
    '',
    'ssh-rsa',
    'ssh-rsa AAAA',
    'ssh-rsa !!!!',
    `ssh-rsa ${Buffer.alloc(40, 255).toString('base64')}`,
  ])('is none: %s', (text) => {
    expect(readSshKey(text)).toBeNull()
  })
})
