// The limits of a field in words for the table (brief) and for two models side by side (full).
import { kindOf } from '@/lib/models/kinds'
import type { Limits, Size } from '@/lib/models/limits'
import type { Fields } from '@/lib/models/row'
import type { FieldId } from '@/lib/models/vocabulary'
import { seconds } from '../ui/figure'

/** "1080p · 16:9, 1:1, 9:16"; resolutions of the same shapes share a line. */
function sizesInShort(sizes: readonly Size[]): string {
  const shapes = new Map<string, string[]>()
  for (const size of sizes) {
    const edge = size.resolution ?? `${Math.min(size.width, size.height)}p`
    shapes.set(edge, [...(shapes.get(edge) ?? []), size.aspectRatio])
  }
  const edges = new Map<string, string[]>()
  for (const [edge, ratios] of shapes) {
    const words = ratios.length > 3 ? `${ratios.length} shapes` : ratios.join(', ')
    edges.set(words, [...(edges.get(words) ?? []), edge])
  }
  return [...edges].map(([words, names]) => `${names.join(', ')} · ${words}`).join('; ')
}

function shotsInFull({ max, words, seconds: span, written }: Limits['shots']): string {
  const long = span.max === undefined ? `at least ${seconds(span.min)}` : `${span.min}–${seconds(span.max)}`
  return [
    `up to ${max}`,
    `${words.max} characters each`,
    `${long} each`,
    ...(written === undefined ? [] : [`${written} characters together`]),
  ].join(' · ')
}

function elementsInFull({ max, pictures, film, voice }: Limits['elements']): string {
  return [
    `up to ${max}`,
    `a frontal picture and up to ${pictures} more`,
    ...(film ? ['or a film'] : []),
    ...(voice ? ['a voice'] : []),
  ].join(' · ')
}

export function limitsOf(fields: Fields, field: FieldId, full: boolean): string {
  if (field === 'size' && fields.size && !full && fields.size.limits.as !== 'shape')
    return sizesInShort(fields.size.limits.sizes)
  if (field === 'shots' && fields.shots && full) return shotsInFull(fields.shots.limits)
  if (field === 'elements' && fields.elements && full) return elementsInFull(fields.elements.limits)
  // A slot without a single limit has no words of its own.
  return kindOf(field).words(fields[field]?.limits) || 'any'
}
