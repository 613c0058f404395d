import { type Fault, type Passing, refuse } from './fault.ts'

const later = (n: number) => n >= 60

/** Redirects that lead a share of the paths elsewhere. */
function redirecting(id: string, says: string, to: (passing: Passing) => string): Fault {
  return {
    id,
    says: `redirects ${says}`,
    api(passing) {
      if (passing.ofPath > 0.08) return false
      passing.response.writeHead(302, { Location: to(passing), 'Request-Id': 'fault-redirect' })
      passing.response.end()
      return true
    },
  }
}

/** Faults of the connection and of the server as a whole. */
export const WIRE_FAULTS: readonly Fault[] = [
  { id: 'none', says: 'nothing misbehaves: the trial itself is sound' },
  {
    id: 'storm-429',
    says: '429 with Retry-After, up to three times in a row for a path',
    api: ({ response, random, before }) =>
      before < 3 && random() < 0.2 && refuse(response, 429, 'rate_limit', { 'Retry-After': '0.03' }),
  },
  {
    id: 'storm-429-silent',
    says: '429 without Retry-After',
    api: ({ response, random, before }) =>
      before < 3 && random() < 0.15 && refuse(response, 429, 'rate_limit'),
  },
  {
    id: 'storm-429-endless',
    says: '429 for everything from some request on',
    api: ({ response, n }) => later(n) && refuse(response, 429, 'rate_limit', { 'Retry-After': '0.02' }),
  },
  {
    id: 'burst-5xx',
    says: '500, 502 and 503 in bursts, up to three times for a path',
    api: ({ response, random, before }) =>
      before < 3 &&
      random() < 0.25 &&
      refuse(response, [500, 502, 503][Math.floor(random() * 3)] ?? 500, 'internal_server_error'),
  },
  {
    id: 'outage',
    says: '503 for everything from some request on',
    api: ({ response, n }) => later(n) && refuse(response, 503, 'service_unavailable'),
  },
  {
    id: 'reset',
    says: 'the connection is reset in mid-body, up to twice for a path',
    async api(passing) {
      if (passing.before >= 2 || passing.random() > 0.15) return false
      const { headers, status, body } = await passing.truth()
      passing.response.writeHead(status, { ...headers, 'content-length': body.length })
      passing.response.write(body.subarray(0, Math.floor(body.length / 2)))
      setTimeout(() => passing.response.socket?.resetAndDestroy(), 5)
      return true
    },
  },
  {
    id: 'truncated',
    says: 'the body ends early, although its length was told, up to twice for a path',
    async api(passing) {
      if (passing.before >= 2 || passing.random() > 0.15) return false
      const { headers, status, body } = await passing.truth()
      passing.response.writeHead(status, { ...headers, 'content-length': body.length })
      passing.response.write(body.subarray(0, Math.max(0, body.length - 3)))
      setTimeout(() => passing.response.socket?.end(), 5)
      return true
    },
  },
  {
    id: 'oversized',
    says: 'bodies of 65 MB',
    async api(passing) {
      if (passing.ofPath > 0.03) return false
      const answer = await passing.truth()
      passing.altered(answer)
      passing.pass(answer, Buffer.concat([Buffer.alloc(65 << 20, ' '), answer.body]))
      return true
    },
  },
  {
    id: 'oversized-json',
    says: 'whole and valid JSON of 66 MB, and of 8 MB with a field that nobody knows',
    async api(passing) {
      if (passing.ofPath > 0.03) return false
      const answer = await passing.truth()
      const text = answer.body.toString('utf8')
      const end = text.lastIndexOf('}')
      if (end < 0 || answer.status >= 300) return false
      const padding = 'x'.repeat(passing.ofPath < 0.015 ? 66 << 20 : 8 << 20)
      const comma = text[end - 1] === '{' ? '' : ','
      if (passing.ofPath < 0.015) passing.altered(answer)
      passing.pass(
        answer,
        Buffer.from(`${text.slice(0, end)}${comma}"brand_new":"${padding}"${text.slice(end)}`),
      )
      return true
    },
  },
  {
    id: 'drip',
    says: 'a byte every 50 ms, once for a path',
    async api(passing) {
      if (passing.before >= 1 || passing.ofPath > 0.04) return false
      const { headers, status, body } = await passing.truth()
      passing.response.writeHead(status, { ...headers, 'content-length': body.length + 1000 })
      let at = 0
      const timer = setInterval(() => {
        if (passing.response.destroyed) clearInterval(timer)
        else passing.response.write(body.subarray(at, ++at))
      }, 50)
      return true
    },
  },
  {
    id: 'dead-network',
    says: 'connections are cut from some request on',
    api({ response, n }) {
      if (!later(n)) return false
      response.socket?.resetAndDestroy()
      return true
    },
  },
  redirecting('redirect-host', 'to another host, which would take the token', ({ thief, path }) => {
    return `http://${thief.otherHost}${path}`
  }),
  redirecting('redirect-port', 'to another port of the same host', ({ thief, path }) => {
    return `http://${thief.host}${path}`
  }),
  redirecting('redirect-scheme', 'to the same host and port under https', ({ request, path }) => {
    return `https://${request.headers.host}${path}`
  }),
  redirecting('redirect-relative', 'to another host without naming a scheme', ({ thief, path }) => {
    return `//${thief.otherHost}${path}`
  }),
  redirecting('redirect-user', 'to another host that looks like the user of an address', (passing) => {
    return `http://${passing.request.headers.host}@${passing.thief.otherHost}${passing.path}`
  }),
  redirecting('redirect-own-user', 'to itself with a user and a password', ({ request, path }) => {
    return `http://user:FAULT-CANARY@${request.headers.host}${path}`
  }),
  redirecting('redirect-loop', 'to itself, without end', ({ path }) => path),
  redirecting('redirect-odd', 'to what is no address of the web', ({ random }) => {
    return ['file:///etc/passwd', 'http://', 'javascript:alert(1)', ''][Math.floor(random() * 4)] ?? ''
  }),
  {
    id: 'token-revoked',
    says: '401 from some request on',
    api: ({ response, n }) => later(n) && refuse(response, 401, 'unauthorized'),
  },
  {
    id: 'role-removed',
    says: '403 for teams, the enterprise account and collaborators from some request on',
    api: ({ response, n, path }) =>
      n >= 30 &&
      /^\/(teams|enterprise-accounts)|collaborators/.test(path) &&
      refuse(response, 403, 'forbidden'),
  },
  {
    id: 'clock',
    says: 'the Date header jumps by hours, back and forth',
    async api(passing) {
      const answer = await passing.truth()
      const date = new Date(Date.now() + (passing.random() - 0.5) * 20 * 3_600_000).toUTCString()
      passing.pass(answer, answer.body, { date })
      return true
    },
  },
  { id: 'disk-full', says: 'the disk fills up while the locker grows', local: 'disk-full' },
  { id: 'killed', says: 'the process is killed at a random moment', local: 'killed' },
]
