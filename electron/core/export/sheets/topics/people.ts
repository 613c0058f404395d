import type { Json } from '../../../../../shared/model/json.ts'
import { at, layout, num, say, type TopicLayout, tally, word, yes } from './field.ts'

/** One certificate a line: name, end, key, signature. */
function certificates(value: Json): string | null {
  if (!Array.isArray(value)) return null
  const lines = value.map((certificate) => {
    const { name, expires_at, key_type, key_bits, signature_algorithm } = certificate as Record<string, Json>
    const key = key_type === null ? 'key not read' : `${key_type} ${key_bits ?? ''}`.trim()
    const until = String(expires_at).slice(0, 10)
    return `${name ?? 'certificate'}, until ${until}, ${key}, ${signature_algorithm ?? 'signature not read'}`
  })
  return lines.length === 0 ? 'none' : lines.join('\n')
}

/** One person a line, such as `ana@example.com: deploy, view`. */
function people(value: Json): string | null {
  if (!Array.isArray(value)) return null
  const lines = value.map((one) => {
    const { email, permissions } = one as Record<string, Json>
    return `${email}: ${Array.isArray(permissions) ? permissions.join(', ') : ''}`
  })
  return lines.length === 0 ? 'nobody' : lines.join('\n')
}

/** Who signs in how, and who may do what. */
export const PEOPLE: readonly TopicLayout[] = [
  layout('sso-identity-provider', 'Single sign-on', [
    word('of', 'Record'),
    say('name', 'Name'),
    say('enterprise_account', 'Enterprise account'),
    say('identity_provider.name', 'Served by provider'),
    word('owner.type', 'Owner is a'),
    say('owner.name', 'Owner'),
    yes('enabled', 'Enabled'),
    say('entity_id', 'Entity id', 36),
    say('sso_target_url', 'Sign-in address', 36),
    say('certificates', 'Certificates', 44, { show: certificates }),
  ]),
  layout(
    'member-mfa',
    'Second factors of members',
    [
      word('of', 'Record'),
      say('in', 'Team or enterprise account', 26),
      say('email', 'Person', 32),
      yes('two_factor_authentication', 'Second factor'),
      yes('federated', 'Federated'),
      say('identity_provider.name', 'Identity provider', 22),
      yes('mfa_enabled', 'MFA enabled'),
      yes('mfa_exemption', 'MFA exempted'),
      say('mfa_exemption_reason', 'Reason of exemption', 20),
      say('mfa_experience', 'MFA experience', 16),
    ],
    'The second factor of federated people is asked by their identity provider; Heroku may then say no.',
  ),
  layout('team-members-roles', 'Team members and roles', [
    say('team', 'Team'),
    say('email', 'Person', 34),
    say('role', 'Role', 14),
    yes('federated', 'Federated'),
    at('created_at', 'Member since'),
    at('updated_at', 'Changed'),
  ]),
  layout('team-invitations', 'Pending invitations', [
    say('team', 'Team'),
    say('email', 'Invited', 34),
    say('role', 'Role', 14),
    say('invited_by', 'Invited by', 34),
    at('created_at', 'Invited'),
  ]),
  layout('enterprise-account-permissions', 'Enterprise permissions', [
    say('enterprise_account', 'Enterprise account'),
    say('user.email', 'Person', 34),
    say('permissions', 'Permissions', 34),
  ]),
  layout('app-collaborators-permissions', 'Access to apps and spaces', [
    word('of', 'Record'),
    say('app.name', 'App'),
    say('space.name', 'Space'),
    say('team', 'Team'),
    word('kind', 'Of a', 10),
    say('thing.name', 'App or space', 28),
    say('users', 'People and permissions', 44, { show: people }),
    say('user.email', 'Person', 34),
    say('role', 'Role', 14),
    say('permissions', 'Permissions', 30),
    say('name', 'Permission', 16),
    say('description', 'Which lets one', 34),
    yes('user.federated', 'Federated'),
    say('default_permission', 'Default permission', 14),
    at('created_at', 'Since'),
  ]),
  layout(
    'oauth-authorizations',
    'OAuth authorizations',
    [
      word('of', 'Record', 18),
      say('description', 'Description', 34),
      say('name', 'Client registered', 24),
      say('redirect_scheme', 'Protocol', 10),
      say('redirect_host', 'Sends people to', 28),
      yes('ignores_delinquent', 'Works unpaid', 12),
      say('team.name', 'Of team', 20),
      say('user.email', 'Of person', 30),
      say('scope', 'Scope', 26),
      say('client.name', 'Client', 24),
      tally('expires_in', 'Expires in (seconds)', 14),
      yes('has_refresh_token', 'Refresh token'),
      yes('has_session', 'Session'),
      yes('is_collector', 'This collection'),
      at('created_at', 'Created'),
      at('updated_at', 'Changed'),
    ],
    'Only those of the connected account: Heroku shows nobody the authorizations of others.',
  ),
  layout(
    'ssh-keys',
    'SSH keys',
    [
      say('comment', 'Comment', 34),
      say('algorithm', 'Algorithm', 20),
      num('bits', 'Bits'),
      say('fingerprint', 'Fingerprint of the public key', 50),
      at('created_at', 'Created'),
    ],
    'Only those of the connected account: Heroku shows nobody the keys of others.',
  ),
]
