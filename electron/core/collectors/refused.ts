/**
 * True for the error of a read that Heroku refused. A collector that can go on without that read catches it;
 * the reader has recorded the refusal by then, so it is disclosed either way.
 */
export function isRefused(error: unknown): boolean {
  return error instanceof Error && error.name === 'Refused'
}
