import { OwnFrameworkId } from '../../../shared/model/engagement.ts'

/** The id that a title suggests: `Internal controls 2026` becomes `own-internal-controls-2026`; null where nothing is left. */
export function ownIdOf(title: string): OwnFrameworkId | null {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  const id = OwnFrameworkId.safeParse(`own-${plain}`)
  return id.success ? id.data : null
}
