import { Agent, type Dispatcher, EnvHttpProxyAgent, ProxyAgent } from 'undici'
import { problem } from '../../../shared/errors.ts'
import { isLoopback } from './hosts.ts'
import type { Timing } from './timing.ts'

/** The connections of one client. */
export interface Wires {
  /** The pool that an address is reached by: direct for this computer, else through the proxy where one is set. */
  for(url: URL): Dispatcher
  /** Ends all connections, also those in use. */
  close(): Promise<void>
}

/**
 * Keeps connections alive between requests. The proxy is the one from the settings, else the one that the
 * environment names (HTTPS_PROXY, HTTP_PROXY, NO_PROXY). This computer is never asked through a proxy. Nothing
 * here follows redirects.
 * @throws Problem `wrong-use` for a proxy address that is none
 */
export function openWires(proxy: string | null, connections: number, timing: Timing): Wires {
  const options = {
    connections,
    pipelining: 1,
    keepAliveTimeout: 15_000,
    headersTimeout: timing.answerMs,
    bodyTimeout: timing.answerMs,
    connect: { timeout: timing.connectMs },
  }
  const direct = new Agent(options)
  const outside = outsideOf(proxy, options) ?? direct
  return {
    for: (url) => (isLoopback(url) ? direct : outside),
    close: async () => {
      await Promise.all([direct.destroy(), outside === direct ? null : outside.destroy()])
    },
  }
}

/** The pool that goes through a proxy, or null where none is named. Its address may hold a password. */
function outsideOf(proxy: string | null, options: Agent.Options): Dispatcher | null {
  try {
    if (proxy) return new ProxyAgent({ ...options, uri: proxy })
    const named = Object.entries(process.env).some(([name, value]) => /^https?_proxy$/i.test(name) && value)
    return named ? new EnvHttpProxyAgent(options) : null
  } catch {
    throw problem('wrong-use', {
      what: 'the address of the proxy cannot be used',
      remedy: 'write it as http://host:port, in the settings or in HTTPS_PROXY',
    })
  }
}
