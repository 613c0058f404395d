import type {
  AccessContent,
  AddonInventoryContent,
  AppContent,
  PipelineContent,
  Ref,
  ReleaseContent,
  SpaceContent,
  SsoContent,
  TeamMemberContent,
} from '../../shared/model/content.ts'
import { daysAgo, item, type Planted } from './evidence.ts'

/** A reference to a thing by kind and name; ids are `kind:name`, as in readings. */
export function ref(kind: string, name: string): Ref {
  return { id: `${kind}:${name}`, name }
}

/** An app of team core in the Common Runtime. */
export function app(name: string, more: Partial<AppContent> = {}): Planted {
  const content: AppContent = {
    ...ref('app', name),
    team: ref('team', 'core'),
    owner: { id: 'user:core', email: 'core@herokumanager.com' },
    region: 'us',
    space: null,
    generation: 'cedar',
    stack: 'heroku-24',
    build_stack: 'heroku-24',
    acm: false,
    internal_routing: null,
    maintenance: false,
    created_at: daysAgo(400),
    released_at: daysAgo(3),
    archived_at: null,
    ...more,
  }
  return item('app-inventory', name, content)
}

/** Puts an app at a stage of pipeline shop. */
export function coupled(name: string, stage: string, pipeline = 'shop'): Planted {
  const content: PipelineContent = {
    of: 'coupling',
    id: `coupling:${name}`,
    pipeline: ref('pipeline', pipeline),
    app: ref('app', name),
    stage,
    created_at: daysAgo(300),
  }
  return item('pipelines-promotions', `${name} in ${pipeline}`, content)
}

/** App `shop` in production and `shop-staging` in staging of one pipeline. */
export const SHOP: readonly Planted[] = [
  app('shop'),
  app('shop-staging'),
  coupled('shop', 'production'),
  coupled('shop-staging', 'staging'),
]

/** A person in team core. */
export function member(email: string, more: Partial<TeamMemberContent> = {}): Planted {
  const content: TeamMemberContent = {
    id: `member:${email}`,
    team: 'core',
    email,
    user_id: `user:${email}`,
    role: 'member',
    federated: false,
    created_at: daysAgo(200),
    updated_at: daysAgo(200),
    ...more,
  }
  return item('team-members-roles', `${email} in ${content.team}`, content)
}

/** A person with access to an app. */
export function collaborator(
  email: string,
  appName: string,
  permissions: readonly string[],
  role: string | null = 'member',
): Planted {
  const content: AccessContent = {
    of: 'collaborator',
    id: `collaborator:${email}/${appName}`,
    app: ref('app', appName),
    user: { id: `user:${email}`, email, federated: false },
    role,
    permissions,
    created_at: daysAgo(200),
  }
  return item('app-collaborators-permissions', `${email} on ${appName}`, content)
}

type Owner = Extract<SsoContent, { of: 'team' | 'enterprise-account' }>

/** A team, served by an identity provider or not. */
export function team(
  name: string,
  more: Partial<Pick<Owner, 'enterprise_account' | 'identity_provider'>> = {},
): Planted {
  return item('sso-identity-provider', name, {
    of: 'team',
    ...ref('team', name),
    enterprise_account: null,
    identity_provider: null,
    ...more,
  })
}

/** An add-on of an app. */
export function addon(
  name: string,
  appName: string,
  plan: string,
  more: Partial<Extract<AddonInventoryContent, { of: 'addon' }>> = {},
): Planted {
  const service = plan.split(':')[0] ?? plan
  return item('addon-inventory', name, {
    of: 'addon',
    ...ref('addon', name),
    addon_service: ref('service', service),
    plan: ref('plan', plan),
    app: ref('app', appName),
    state: 'provisioned',
    plan_state: 'ga',
    service_state: 'ga',
    created_at: daysAgo(300),
    ...more,
  })
}

/** An attachment of an add-on to an app, as the variable that it makes is called. */
export function attached(addonName: string, appName: string, name: string, owner = appName): Planted {
  const content: AddonInventoryContent = {
    of: 'attachment',
    id: `attachment:${addonName}/${appName}/${name}`,
    name,
    namespace: null,
    addon: { ...ref('addon', addonName), app: ref('app', owner) },
    app: ref('app', appName),
    created_at: daysAgo(300),
  }
  return item('addon-inventory', `${appName} ${name}`, content)
}

/** A release of an app that succeeded. */
export function release(appName: string, version: number, more: Partial<ReleaseContent> = {}): Planted {
  const content: ReleaseContent = {
    id: `release:${appName}/${version}`,
    app: ref('app', appName),
    version,
    description: 'Set LANG config vars',
    status: 'succeeded',
    user: { id: 'user:ana', email: 'ana@acme.example' },
    current: false,
    slug: null,
    oci_image: null,
    addon_plan_names: [],
    created_at: daysAgo(100 - version),
    ...more,
  }
  return item('releases', `${appName} v${version}`, content)
}

/** A Cedar Private Space of team core. */
export function space(name: string, more: Partial<Extract<SpaceContent, { of: 'space' }>> = {}): Planted {
  const content: SpaceContent = {
    of: 'space',
    ...ref('space', name),
    team: ref('team', 'core'),
    region: 'virginia',
    shield: false,
    state: 'allocated',
    generation: 'cedar',
    cidr: '10.0.0.0/16',
    data_cidr: '10.1.0.0/16',
    created_at: daysAgo(300),
    ...more,
  }
  return item('space-isolation', name, content)
}
