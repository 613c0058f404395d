/** Key of a certificate as the collector read it. */
interface Key {
  readonly key_type: string | null
  readonly key_bits: number | null
}

/** Why a key is weak, null where it is strong enough, undefined where that cannot be told. */
export function keyWeakness({ key_type: type, key_bits: bits }: Key): string | null | undefined {
  if (type === null) return undefined
  if (/^ed(25519|448)$/i.test(type)) return null
  if (/^dsa$/i.test(type)) return 'DSA key'
  if (bits === null) return undefined
  if (/^rsa/i.test(type)) return bits < 2048 ? `RSA key of ${bits} bits` : null
  if (/^ec/i.test(type)) return bits < 256 ? `EC key of ${bits} bits` : null
  return undefined
}

/** Why a signature is weak, null where it is strong enough, undefined where that cannot be told. */
export function signatureWeakness({
  signature_algorithm: algorithm,
}: {
  readonly signature_algorithm: string | null
}): string | null | undefined {
  if (algorithm === null) return undefined
  if (/md[245]|sha-?1(?!\d)/i.test(algorithm)) return `signed with ${algorithm}`
  return /sha-?3?-?(256|384|512)|ed25519|ed448/i.test(algorithm) ? null : undefined
}
