import type { Verdict } from '../../../../shared/model/check.ts'
import type { SsoContent } from '../../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../../shared/model/evidence.ts'
import type { EvidenceView } from '../check.ts'
import { readsOf, refusedSubjects } from './reads.ts'
import { notApplicable, notEvaluated, WHOLE } from './verdict.ts'

type ProviderContent = Extract<SsoContent, { of: 'identity-provider' }>

/** An identity provider as Heroku knows it. */
export type Provider = EvidenceItem<'sso-identity-provider'> & { readonly content: ProviderContent }

/** The identity providers that were read, by id. One that serves several teams counts once. */
export function providerItems(view: EvidenceView): ReadonlyMap<string, Provider> {
  return new Map(
    view
      .items('sso-identity-provider')
      .filter((item): item is Provider => item.content.of === 'identity-provider')
      .map((item) => [item.content.id, item]),
  )
}

/**
 * Judges every identity provider with its certificates. One that is named by a team but could not be read, or
 * whose certificates Heroku held back, is not evaluated.
 */
export function* eachProvider(
  view: EvidenceView,
  judge: (
    provider: Provider,
    certificates: NonNullable<ProviderContent['certificates']>,
  ) => Iterable<Verdict>,
): Iterable<Verdict> {
  const providers = providerItems(view)
  for (const provider of providers.values())
    if (provider.content.certificates) yield* judge(provider, provider.content.certificates)
    else
      yield notEvaluated(
        provider,
        'The certificates cannot be read with the rights of the collecting account.',
        [provider],
      )
  const unread = namedOnly(view, providers)
  for (const [id, name] of unread)
    yield notEvaluated({ subject: name, subjectId: id }, 'The identity provider itself could not be read.')
  const gaps = [...refusedSubjects(readsOf(view, 'sso-identity-provider'), ['account', 'enterprise', 'team'])]
  if (providers.size === 0 && unread.size === 0)
    yield* gaps.length > 0 ? gaps : [notApplicable(WHOLE, 'There is no identity provider.')]
}

function namedOnly(view: EvidenceView, read: ReadonlyMap<string, Provider>): ReadonlyMap<string, string> {
  const named = new Map<string, string>()
  for (const { content } of view.items('sso-identity-provider'))
    if (content.of !== 'identity-provider' && content.identity_provider)
      if (!read.has(content.identity_provider.id))
        named.set(content.identity_provider.id, content.identity_provider.name)
  return named
}
