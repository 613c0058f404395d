/** What the app asked of the operating system; tests read it. */
export interface Asked {
  readonly what: string
  readonly args: readonly unknown[]
}

const log: Asked[] = []

/** Keeps what the app asked. */
export function note(what: string, ...args: readonly unknown[]): void {
  log.push({ what, args })
}

/** Everything asked so far. */
export function asked(): readonly Asked[] {
  return log
}

/** An object that throws for what it does not have: the product must not lean on something that was forgotten here. */
export function strict<T extends object>(name: string, object: T): T {
  return new Proxy(object, {
    get(target, key, receiver) {
      if (key in target || typeof key === 'symbol' || key === 'then' || key === 'toJSON')
        return Reflect.get(target, key, receiver)
      throw new Error(`electron stand-in: ${name}.${String(key)} is not there`)
    },
  })
}
