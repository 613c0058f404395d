/** Tells whether a host is on a list where `*.example.com` stands for every host below it. */
export function hostMatcher(listed: readonly string[]): (host: string) => boolean {
  const exact = new Set(listed.filter((one) => !one.startsWith('*.')))
  const below = listed.filter((one) => one.startsWith('*.')).map((one) => one.slice(1))
  return (host) => {
    const name = host.toLowerCase()
    return exact.has(name) || below.some((end) => name.endsWith(end))
  }
}

/** Tells whether an address is on a list of mail domains, or stands on it itself. */
export function mailMatcher(listed: readonly string[]): (email: string) => boolean {
  const people = new Set(listed.filter((one) => one.includes('@')))
  const domains = hostMatcher(listed.filter((one) => !one.includes('@')))
  return (email) => {
    const address = email.trim().toLowerCase()
    return people.has(address) || domains(address.slice(address.lastIndexOf('@') + 1))
  }
}
