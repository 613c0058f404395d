import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isGuessable } from '../../../../electron/core/heroku/guessable.ts'

const GUESSABLE = [
  'production',
  'productionproduction',
  'true-false-maybe',
  'my-bucket-production',
  'db1.internal.acme.example',
  'ec2-54-12-33-1.compute-1.amazonaws.com',
  'ops-team@acme.example',
  'correct horse battery staple',
  'acmeOrdersService',
  'ACME_ORDERS_QUEUE_NAME',
  'eu-west-1,eu-central-1',
  '2026-11-21T09:30:00.000Z',
  '192.168.100.200:5432',
  '+31 20 123 45 67 89',
  'password1234!',
  'Changeme!2026',
  'aaaaaaaaaaaaaaaaaaaaaaaa',
  'abcabcabcabcabcabcabcabcabc',
  'abcdefghijklmnopqrstuvwxyz',
  'https://api.acme.example/v2/orders?currency=eur',
  'https://acme:hunter2@api.acme.example',
  'redis://localhost:6379/0',
]

const SECRET = [
  'p9f8e7d6c5b4a3Zq',
  '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'HRKU-AAbCdEfGhIjKlMnOpQrStUvWxYz0123456789',
  'postgres://u7xq2:p3fkd82jfn29dk@ec2-1-2-3-4.compute.amazonaws.com:5432/d9s8f7',
  'https://hooks.chat.example/services/T00000000/B00000000/x9Yk2LmNq8RtVwZ4bC6dE1f',
  'AKIA5XQ7ZNM2JD8RVTWY',
  '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ\n-----END PRIVATE KEY-----',
]

describe('values that somebody could find by trying', () => {
  it.each(GUESSABLE)('are recognised: %s', (value) => {
    expect(isGuessable(value)).toBe(true)
  })

  it.each(SECRET)('are told from secrets: %s', (value) => {
    expect(isGuessable(value)).toBe(false)
  })

  it('are never random bytes in hexadecimal, base64 or base64url', () => {
    for (const encoding of ['hex', 'base64', 'base64url'] as const) {
      for (let at = 0; at < 2000; at++) expect(isGuessable(randomBytes(20).toString(encoding))).toBe(false)
    }
  })

  it('are found in no more than linear time', () => {
    for (const value of [
      'a'.repeat(200_000),
      'aB'.repeat(100_000),
      'a-'.repeat(100_000),
      '/'.repeat(200_000),
    ]) {
      expect(isGuessable(value)).toBe(true)
    }
  })
})
