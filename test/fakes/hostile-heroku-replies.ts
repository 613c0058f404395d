import type { Reply } from './hostile-heroku.ts'

type Headers = Readonly<Record<string, string>>

/** A JSON answer. */
export function json(status: number, body: unknown, headers: Headers = {}): Reply {
  return (response) => {
    const text = JSON.stringify(body)
    response.writeHead(status, {
      'content-type': 'application/json',
      'request-id': 'req-1',
      etag: 'W/"e1"',
      ...headers,
    })
    response.end(text)
  }
}

/** An answer with any body. */
export function raw(status: number, body: string | Buffer, headers: Headers = {}): Reply {
  return (response) => {
    response.writeHead(status, headers)
    response.end(body)
  }
}

/** Heroku's words for a thing that is not there. */
export function notFound(): Reply {
  return json(404, { id: 'not_found', message: "Couldn't find that thing.", resource: 'thing' })
}

/** Heroku's words for an endpoint that the asked variant does not have. */
export function noEndpoint(): Reply {
  return json(404, {
    id: 'not_found',
    message:
      'The requested API endpoint was not found. Are you using the right HTTP verb (i.e. `GET` vs. `POST`), and did you specify your intended version with the `Accept` header?',
  })
}

/** One reply after the other; the last one stays. */
export function sequence(...replies: readonly Reply[]): Reply {
  let at = 0
  return (response, seen) => {
    const reply = replies[Math.min(at, replies.length - 1)]
    at++
    reply?.(response, seen)
  }
}

/** Takes the request and closes the connection without a word. */
export function reset(): Reply {
  return (response) => {
    response.socket?.destroy()
  }
}

/** Promises more bytes than it sends, then closes. */
export function cutShort(): Reply {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
    response.write('[{"id":"1"')
    setTimeout(() => response.socket?.destroy(), 10)
  }
}

/** Never answers. */
export function silent(): Reply {
  return () => {}
}

/** Sends one space every few milliseconds and never ends: each pause is short, the whole is endless. */
export function drip(everyMs: number): Reply {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const timer = setInterval(() => response.write(' '), everyMs)
    response.on('close', () => clearInterval(timer))
  }
}

/** A body of this many bytes, sent without saying how long it is. */
export function huge(bytes: number): Reply {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const piece = Buffer.alloc(64 * 1024, 0x20)
    let sent = 0
    const more = () => {
      while (sent < bytes) {
        sent += piece.length
        if (!response.write(piece)) return void response.once('drain', more)
      }
      response.end('[]')
    }
    more()
  }
}

/** A list in pages, by the numbers behind `]` in `Range`, as Heroku does it: 206 and `Next-Range`, then 200. */
export function paged(pages: readonly (readonly unknown[])[], headers: Headers = {}): Reply {
  return (response, seen) => {
    const at = Number(/\]page(\d+)/.exec(seen.headers.range ?? '')?.[1] ?? 0)
    const last = at >= pages.length - 1
    const more: Headers = last ? {} : { 'next-range': `id ]page${at + 1}..; max=1000` }
    const got = { 'content-range': `id page${at}..page${at}; max=1000` }
    json(last ? 200 : 206, pages[at] ?? [], { ...headers, ...got, ...more })(response, seen)
  }
}

/** Answers by the variant in `Accept`. */
export function byVariant(replies: Readonly<Record<string, Reply>>): Reply {
  return (response, seen) => {
    const variant = /version=([\w.-]+)/.exec(seen.headers.accept ?? '')?.[1] ?? 'none'
    const reply = replies[variant] ?? json(406, { id: 'not_acceptable', message: 'Unknown version.' })
    reply(response, seen)
  }
}
