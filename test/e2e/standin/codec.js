// Values as they cross a process border in Electron (structured clone), written as JSON. Evaluated in Node and,
// as source, in the page; so it is plain JavaScript without imports. Throws where Electron would.
// biome-ignore lint/correctness/noUnusedVariables: evaluated as source
function makeCodec() {
  const REFUSED = 'An object could not be cloned.'
  const toBase64 = (bytes) => {
    let text = ''
    for (let at = 0; at < bytes.length; at += 32768)
      text += String.fromCharCode(...bytes.subarray(at, at + 32768))
    return btoa(text)
  }
  const fromBase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  const write = (value) => {
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
    if (value === undefined) return { $: 'undefined' }
    if (typeof value === 'number')
      return Number.isFinite(value) ? value : { $: 'number', text: String(value) }
    if (typeof value !== 'object') throw new Error(REFUSED)
    if (value instanceof Date) return { $: 'date', at: value.getTime() }
    if (value instanceof Error) return { $: 'error', name: value.name, message: value.message }
    if (ArrayBuffer.isView(value))
      return { $: 'bytes', data: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) }
    if (Array.isArray(value)) return value.map(write)
    if (typeof value.then === 'function') throw new Error(REFUSED)
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key === '$' ? '$$' : key, write(part)]),
    )
  }
  const read = (value) => {
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map(read)
    switch (value.$) {
      case 'undefined':
        return undefined
      case 'number':
        return Number(value.text)
      case 'date':
        return new Date(value.at)
      case 'error':
        return Object.assign(new Error(value.message), { name: value.name })
      case 'bytes':
        return fromBase64(value.data)
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key === '$$' ? '$' : key, read(part)]),
    )
  }
  return { encode: (value) => JSON.stringify(write(value)), decode: (text) => read(JSON.parse(text)) }
}
