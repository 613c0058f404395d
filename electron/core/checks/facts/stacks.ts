/**
 * Last day on which Heroku supports a stack, as published by 2026-11-20. Sources: Dev Center, Stacks
 * (2024-12-03); heroku/base-images. The live state of `/stacks` comes first where it is stricter.
 */
export const STACK_ENDS: Readonly<Record<string, string>> = {
  'heroku-16': '2021-04-30',
  'heroku-18': '2023-04-30',
  'heroku-20': '2025-04-30',
  'heroku-22': '2027-04-30',
  'heroku-24': '2029-04-30',
}

/** Stacks without an operating system of Heroku's: the image is the customer's or the builder's. */
export const OWN_IMAGE: ReadonlySet<string> = new Set(['container', 'cnb'])
