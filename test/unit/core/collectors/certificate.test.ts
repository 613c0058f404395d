import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCertificate } from '../../../../electron/core/collectors/certificate.ts'

/** Makes a certificate with the system's own OpenSSL, so that another program wrote what we read. */
function certificate(...options: readonly string[]): { pem: string; fingerprint: string } {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'))
  try {
    const file = join(folder, 'c.pem')
    const key = join(folder, 'k.pem')
    const request = [
      'req',
      '-x509',
      '-nodes',
      '-keyout',
      key,
      '-out',
      file,
      '-days',
      '30',
      '-subj',
      '/CN=idp',
    ]
    execFileSync('openssl', [...request, ...options], { stdio: 'ignore' })
    const print = execFileSync('openssl', ['x509', '-in', file, '-noout', '-fingerprint', '-sha256'], {
      encoding: 'utf8',
    })
    return { pem: readFileSync(file, 'utf8'), fingerprint: print.split('=')[1]?.trim() ?? '' }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('a certificate', () => {
  it.each([
    [
      ['-newkey', 'rsa:2048'],
      ['rsa', 2048, 'sha256WithRSAEncryption'],
    ],
    [
      ['-newkey', 'rsa:1024', '-sha1'],
      ['rsa', 1024, 'sha1WithRSAEncryption'],
    ],
    [
      ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
      ['ec', 256, 'ecdsa-with-SHA256'],
    ],
    [
      ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384', '-sha384'],
      ['ec', 384, 'ecdsa-with-SHA384'],
    ],
    [
      ['-newkey', 'ed25519'],
      ['ed25519', 256, 'ED25519'],
    ],
  ] as const)('made with %j', (options, [keyType, keyBits, signatureAlgorithm]) => {
    const { pem, fingerprint } = certificate(...options)
    expect(readCertificate(pem)).toMatchObject({
      keyType,
      keyBits,
      signatureAlgorithm,
      sha256Fingerprint: fingerprint.replaceAll(':', '').toLowerCase(),
    })
  })

  it('is none', () => {
    expect(readCertificate('-----BEGIN CERTIFICATE----- ...')).toBeNull()
  })
})
