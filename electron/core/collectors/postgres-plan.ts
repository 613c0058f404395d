/**
 * Tier of a Heroku Postgres plan, such as `standard` of `heroku-postgresql:standard-0`; an unknown plan gives
 * its own prefix, such as `mini` or `hobby`.
 */
export function planTier(plan: string): string {
  const name = plan.split(':').at(-1) ?? plan
  return name.split('-')[0] ?? name
}
