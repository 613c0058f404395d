import type { Fault, Passing, TrueAnswer } from './fault.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const isObject = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every object of an answer, nested ones included. */
function* objectsOf(value: Json): Generator<{ [key: string]: Json }> {
  if (Array.isArray(value)) for (const one of value) yield* objectsOf(one)
  else if (isObject(value)) {
    yield value
    for (const one of Object.values(value)) yield* objectsOf(one)
  }
}

const parsed = ({ status, body }: TrueAnswer): Json | undefined => {
  if (status !== 200 && status !== 206) return undefined
  try {
    return JSON.parse(body.toString('utf8')) as Json
  } catch {
    return undefined
  }
}

/** A fault that alters the JSON of a share of the paths, the same ones whenever they are asked for. */
function altering(
  id: string,
  says: string,
  share: number,
  alter: (value: Json, passing: Passing) => void,
  hides = true,
): Fault {
  return {
    id,
    says,
    async api(passing) {
      if (passing.ofPath > share) return false
      const answer = await passing.truth()
      const value = parsed(answer)
      if (value === undefined) passing.pass(answer)
      else {
        alter(value, passing)
        if (hides) passing.altered(answer)
        passing.pass(answer, Buffer.from(JSON.stringify(value)))
      }
      return true
    },
  }
}

const ofAnotherType = (value: Json): Json =>
  typeof value === 'string'
    ? [7]
    : typeof value === 'number'
      ? { odd: true }
      : typeof value === 'boolean'
        ? 'maybe'
        : 42

function someField(
  value: Json,
  random: () => number,
  change: (object: { [key: string]: Json }, field: string) => void,
): void {
  const objects = [...objectsOf(value)].filter((object) => Object.keys(object).length > 0)
  const object = objects[Math.floor(random() * objects.length)]
  if (!object) return
  const fields = Object.keys(object)
  change(object, fields[Math.floor(random() * fields.length)] ?? '')
}

/** Records without an id of their own cannot be told from equal ones. */
const isNamed = (record: Json) => isObject(record) && ('id' in record || 'uuid' in record)

const firstPage = (range: string | undefined) => (range ?? 'id ..').replace(/max=\d+/, 'max=2')

/** Faults of what an answer says. */
export const BODY_FAULTS: readonly Fault[] = [
  {
    id: 'invalid-json',
    says: 'answers that are no JSON',
    async api(passing) {
      if (passing.ofPath > 0.06) return false
      const answer = await passing.truth()
      passing.altered(answer)
      passing.pass(
        answer,
        Buffer.concat([answer.body.subarray(0, answer.body.length / 2), Buffer.from('}{,')]),
      )
      return true
    },
  },
  altering('wrong-types', 'a field of another type', 0.15, (value, { random }) =>
    someField(value, random, (object, field) => {
      object[field] = ofAnotherType(object[field] ?? null)
    }),
  ),
  altering('missing-fields', 'a field that is missing', 0.15, (value, { random }) =>
    someField(value, random, (object, field) => {
      delete object[field]
    }),
  ),
  altering(
    'unknown-fields',
    'fields that nobody knows, with secrets in them',
    1,
    (value) => {
      for (const object of objectsOf(value))
        if ('id' in object) object.brand_new = { token: 'FAULT-CANARY-secret' }
    },
    false,
  ),
  altering('huge-numbers', 'numbers past every bound', 0.3, (value, { random }) => {
    for (const object of objectsOf(value))
      for (const [field, one] of Object.entries(object))
        if (typeof one === 'number') object[field] = random() < 0.5 ? 2 ** 70 : -1e300
  }),
  {
    id: 'duplicates',
    says: 'pages of two, each with an item twice',
    async api(passing) {
      const { range } = passing.request.headers
      const answer = await passing.truth(firstPage(range))
      const value = parsed(answer)
      const [record] = Array.isArray(value) ? value : []
      if (!Array.isArray(value) || record === undefined || !isNamed(record)) passing.pass(answer)
      else passing.pass(answer, Buffer.from(JSON.stringify([...value, record])))
      return true
    },
  },
  {
    id: 'shifting-pages',
    says: 'pages of two that begin again one item earlier',
    async api(passing) {
      const { range } = passing.request.headers
      const answer = await passing.truth(firstPage(range))
      const value = parsed(answer)
      const last = passing.memory.get(passing.path) as Json | undefined
      if (Array.isArray(value)) passing.memory.set(passing.path, value.at(-1) ?? null)
      if (!Array.isArray(value) || !range?.includes(']') || !last || !isNamed(last)) passing.pass(answer)
      else passing.pass(answer, Buffer.from(JSON.stringify([last, ...value])))
      return true
    },
  },
  {
    id: 'endless-pages',
    says: 'a Next-Range that never ends, for some lists',
    async api(passing) {
      const answer = await passing.truth()
      if (!Array.isArray(parsed(answer)) || passing.ofPath > 0.1) passing.pass(answer)
      else passing.pass({ ...answer, status: 206 }, answer.body, { 'next-range': 'id ]00000000..; max=1000' })
      return true
    },
  },
]
