const OWN = new Set(['scheduler', 'herokuconnect', 'deployhooks', 'ssl'])
const INFERENCE =
  /(^|[-_])(ai|llm|gpt|genai|inference|openai|anthropic|claude|mistral|huggingface|pinecone|embeddings?|vector)([-_]|$)/

/** True for services that Heroku itself runs: its own reports cover them. Names as in Heroku's catalog. */
export function isHerokus(service: string): boolean {
  return service.startsWith('heroku-') || OWN.has(service)
}

/** True for services that run models over what they are sent, told by their name. */
export function isInference(service: string): boolean {
  return INFERENCE.test(service.toLowerCase())
}
