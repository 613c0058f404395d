/** Heroku's way of naming another thing. */
export interface Ref {
  readonly id: string
  readonly name: string
}

/** A person as other things refer to them. */
export interface UserRef {
  readonly id: string | null
  readonly email: string
}

/** HMAC-SHA-256 of a secret under the locker's own key, or the reason why there is none. Never exported. */
export type Fingerprint =
  | { readonly hmac: string }
  | { readonly withheld: 'short' | 'low-entropy' | 'empty' | 'masked' | 'not-readable' }
