import { z } from 'zod'
import type { Collector } from './collector.ts'
import { orNull, PermissionField, permissionNames, RefField, UserField } from './fields.ts'

/** One member of `GET /enterprise-accounts/{e}/members`; permissions and second factors read the same list. */
export const EnterpriseMember = z.object({
  id: z.string(),
  user: UserField,
  permissions: orNull(z.array(PermissionField)),
  two_factor_authentication: orNull(z.boolean()),
  identity_provider: orNull(RefField),
})

/** Who may view, create, manage and pay in each enterprise account. */
export const enterpriseAccountPermissions: Collector<'enterprise-account-permissions', 'enterprise'> = {
  id: 'enterprise-account-permissions',
  topic: 'enterprise-account-permissions',
  title: 'Enterprise account permissions',
  says: 'who may view, create, manage and pay in the enterprise account',
  scope: 'read',
  per: 'enterprise',
  async *collect(heroku, enterprise) {
    const path = `/enterprise-accounts/${enterprise.id}/members`
    for await (const member of heroku.list(path, EnterpriseMember))
      yield {
        subject: `${member.user.email} in ${enterprise.name}`,
        subjectId: `${enterprise.id}/${member.id}`,
        content: {
          id: member.id,
          enterprise_account: enterprise.name,
          user: member.user,
          permissions: permissionNames(member.permissions),
        },
      }
  },
}
