// The two JavaScript worlds of a window, as source for the page: the page's own, and the isolated one in which the
// preload runs. They talk by DOM events under a secret name; the isolated world talks to the main process by a
// binding that only it has. Functions of the preload stay there: the page gets stubs.

// biome-ignore lint/correctness/noUnusedVariables: evaluated as source
function pageWorld(token) {
  const calls = new Map()
  const listeners = new Map()
  let next = 0
  const send = (detail) => document.dispatchEvent(new CustomEvent(`to-preload-${token}`, { detail }))
  const outgoing = (value) => {
    if (typeof value !== 'function') return value
    listeners.set(++next, value)
    return { $listener: next }
  }
  const stub =
    (path) =>
    (...args) => {
      const id = ++next
      return new Promise((resolve, reject) => {
        calls.set(id, { resolve, reject })
        send({ id, path, args: args.map(outgoing) })
      })
    }
  // A function that answers at once (such as `listen`, whose answer takes a listener away) is called in place.
  const direct =
    (path) =>
    (...args) => {
      const id = ++next
      let answer
      calls.set(id, { resolve: (value) => (answer = { value }), reject: (error) => (answer = { error }) })
      send({ id, path, args: args.map(outgoing) })
      if (answer?.error) throw answer.error
      const value = answer?.value
      return value && typeof value === 'object' && '$function' in value ? direct([value.$function]) : value
    }
  const build = (shape, path) => {
    if (shape.$function) return path.at(-1) === 'listen' || path.at(-1) === 'drop' ? direct(path) : stub(path)
    return Object.freeze(
      Object.fromEntries(Object.entries(shape).map(([key, part]) => [key, build(part, [...path, key])])),
    )
  }
  document.addEventListener(`to-page-${token}`, ({ detail }) => {
    if (detail.expose)
      Object.defineProperty(globalThis, detail.expose, {
        value: build(detail.shape, [detail.expose]),
        enumerable: true,
      })
    else if (detail.listener) listeners.get(detail.listener)?.(...detail.args)
    else {
      const call = calls.get(detail.id)
      calls.delete(detail.id)
      if (detail.error)
        call?.reject(Object.assign(new Error(detail.error.message), { name: detail.error.name }))
      else call?.resolve(detail.value)
    }
  })
}

// biome-ignore lint/correctness/noUnusedVariables: evaluated as source
function preloadWorld(token, binding, preload, platform, codec) {
  const exposed = {}
  const waiting = new Map()
  const heard = new Map()
  let next = 0
  const toPage = (detail) => document.dispatchEvent(new CustomEvent(`to-page-${token}`, { detail }))
  const toMain = globalThis[binding]
  const incoming = (value) =>
    value && typeof value === 'object' && '$listener' in value
      ? (...args) => toPage({ listener: value.$listener, args })
      : value
  const answer = (id, value) => {
    if (typeof value !== 'function') return toPage({ id, value })
    const name = `#${++next}`
    exposed[name] = value
    toPage({ id, value: { $function: name } })
  }
  const refuse = (id, error) =>
    toPage({ id, error: { name: error?.name ?? 'Error', message: String(error?.message ?? error) } })
  document.addEventListener(`to-preload-${token}`, ({ detail: { id, path, args } }) => {
    try {
      const value = path.reduce((object, key) => object[key], exposed)(...args.map(incoming))
      if (value && typeof value.then === 'function')
        value.then(
          (told) => answer(id, told),
          (error) => refuse(id, error),
        )
      else answer(id, value)
    } catch (error) {
      refuse(id, error)
    }
  })
  const shapeOf = (value) =>
    typeof value === 'function'
      ? { $function: true }
      : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shapeOf(part)]))
  const contextBridge = {
    exposeInMainWorld(name, api) {
      exposed[name] = api
      toPage({ expose: name, shape: shapeOf(api) })
    },
  }
  const ipcRenderer = {
    invoke: (channel, ...args) =>
      new Promise((resolve, reject) => {
        waiting.set(++next, { resolve, reject })
        toMain(JSON.stringify({ kind: 'invoke', id: next, channel, args: codec.encode(args) }))
      }),
    send: (channel, ...args) => toMain(JSON.stringify({ kind: 'send', channel, args: codec.encode(args) })),
    on(channel, listener) {
      heard.set(channel, [...(heard.get(channel) ?? []), listener])
      return ipcRenderer
    },
    removeListener(channel, listener) {
      heard.set(
        channel,
        (heard.get(channel) ?? []).filter((other) => other !== listener),
      )
      return ipcRenderer
    },
  }
  const paths = new Map()
  globalThis.__fromMain = {
    willDrop(name, path) {
      paths.set(name, path)
    },
    answer(id, ok, text) {
      const call = waiting.get(id)
      waiting.delete(id)
      if (ok) call?.resolve(codec.decode(text))
      else call?.reject(codec.decode(text))
    },
    event(channel, text) {
      for (const listener of heard.get(channel) ?? []) listener({}, ...codec.decode(text))
    },
  }
  const electron = {
    contextBridge,
    ipcRenderer,
    webUtils: { getPathForFile: (file) => paths.get(file.name) ?? '' },
  }
  const require = (name) => {
    if (name === 'electron') return electron
    throw new Error(`module not found: ${name}`)
  }
  const module = { exports: {} }
  preload(require, module, module.exports, {
    platform,
    versions: {},
    env: {},
    sandboxed: true,
    contextIsolated: true,
  })
}
