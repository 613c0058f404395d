import { X509Certificate } from 'node:crypto'

/** What is read from an X.509 certificate itself. */
export interface CertificateFacts {
  /** Lower-case hexadecimal without colons. */
  readonly sha256Fingerprint: string
  /** Such as `rsa` or `ec`; null where Node does not know the algorithm. */
  readonly keyType: string | null
  /** Bits of an RSA modulus or of an EC curve. */
  readonly keyBits: number | null
  /** OpenSSL's long name, such as `sha256WithRSAEncryption`. */
  readonly signatureAlgorithm: string | null
  readonly expiresAt: string
}

/** Bits of the curves that occur in certificates, by the names of OpenSSL and RFC 8410. */
const CURVE_BITS: Readonly<Record<string, number>> = {
  prime192v1: 192,
  secp224r1: 224,
  prime256v1: 256,
  secp256k1: 256,
  secp384r1: 384,
  secp521r1: 521,
  brainpoolP256r1: 256,
  brainpoolP384r1: 384,
  brainpoolP512r1: 512,
  ed25519: 256,
  ed448: 456,
}

/** Reads a certificate in PEM; null where the text is none. Nothing is verified, only read. */
export function readCertificate(pem: string): CertificateFacts | null {
  try {
    const certificate = new X509Certificate(pem)
    const key = certificate.publicKey
    const details = key.asymmetricKeyDetails
    return {
      sha256Fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
      keyType: key.asymmetricKeyType ?? null,
      keyBits:
        details?.modulusLength ?? CURVE_BITS[details?.namedCurve ?? key.asymmetricKeyType ?? ''] ?? null,
      signatureAlgorithm: certificate.signatureAlgorithm ?? null,
      expiresAt: certificate.validToDate.toISOString(),
    }
  } catch {
    return null
  }
}
