import { z } from 'zod'
import { orNull } from './fields.ts'

/**
 * `GET /teams/{team}/preferences`, read for default permissions and for add-on controls. Heroku spells the
 * fields with hyphens; there is no field for the allow list itself.
 */
export const TeamPreferences = z.object({
  'default-permission': orNull(z.string()),
  'addons-controls': orNull(z.boolean()),
})
