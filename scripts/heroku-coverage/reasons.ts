/** Why a field is dropped, by its dotted name; the first that fits holds. */
const REASONS: readonly (readonly [why: string, fields: RegExp])[] = [
  [
    'a secret, a path to one, or an address that opens something',
    /(^|\.)(.*token|.*secret|.*password|pre_shared_key|.*private_key.*|blob|(output_stream|resource|log_input|callback|from|to|source_blob|database)_url|source_blob\.url|database_user|sms_number|grant\.code|credentials)(\.|$)/,
  ],
  [
    'an address that tells nothing that the name does not',
    /(^|\.)((web|git|slo_target|heroku_acs|heroku_start)_url|url|urls)(\.|$)/,
  ],
  ['an older name of the team, which is kept', /(^|\.)organization(\.|$)/],
  [
    'moves with every touch and tells nothing that is not told elsewhere',
    /(^|\.)(updated_at|last_(login|used|accessed).*|refreshed_at|valid)$/,
  ],
  [
    'prices and bills',
    /(^|\.)(price|billed_price|cost|cents|unit|contract|metered|currency|credit.*|charges_total|.*dyno_units|billing_.*|payment.*|addons_cost|.*_cost|tax.*)(\.|$)/,
  ],
  [
    'words for people, the same for everybody',
    /(^|\.)(description|human_name|display_.*|doc_url|feedback_email|cli_plugin_name|label|icon.*|legend|desc)(\.|$)/,
  ],
  [
    'size, speed and layout, on which no control rests',
    /(^|\.)(.*_size|.*bytes.*|memory|compute|architecture|available_capacity.*|duration.*|num|number|seq|position|ordering|port|.*_count|count|plan_limits.*|process_types.*)(\.|$)/,
  ],
  ['private addresses and names that change with every restart', /(^|\.)(private_ip|hostname|host|ip)(\.|$)/],
  [
    'a preference of how things are shown',
    /(^|\.)(allow_tracking|beta|.*preference.*|default|visible|space_default)(\.|$)/,
  ],
]

/** What is said of a field that no other reason names. */
const OTHERWISE = 'nothing in the crosswalk, the checks or a reconciliation rests on it'

/** Groups fields by the reason why they are dropped; `secrets` are those that the endpoint is known to send. */
export function whyDropped(
  fields: readonly string[],
  secrets: readonly string[],
): readonly { readonly why: string; readonly fields: readonly string[] }[] {
  const groups = new Map<string, string[]>()
  for (const field of [...fields].sort()) {
    const secret = secrets.some((one) => field === one || field.endsWith(`.${one}`))
    const why = secret ? REASONS[0]?.[0] : REASONS.find(([, names]) => names.test(field))?.[0]
    const key = why ?? OTHERWISE
    groups.set(key, [...(groups.get(key) ?? []), field])
  }
  return [...groups].map(([why, list]) => ({ why, fields: list }))
}
