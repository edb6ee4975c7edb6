// The small picture that stands for a medium; nothing for what only a provider can show, or what lies at a foreign address.
import type { Medium } from '@/lib/media/medium'

export const still = (medium: Medium): string | undefined =>
  'asset' in medium ? `/api/media/${encodeURIComponent(medium.asset)}/poster` : undefined
