// What has changed in the form since a take was made, in a sentence.
import { type Input, said } from '@/lib/models/input'
import { fieldIds, vocabulary } from '@/lib/models/vocabulary'

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const joined = (words: readonly (string | number)[]) =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : String(words[0] ?? '')

/** Nothing when the form still says what the take was made from. */
export function since(take: Input, draft: Input): string | undefined {
  const now = said(draft)
  const parts: string[] = []
  const before = take.shots ?? []
  const after = now.shots ?? []
  if (before.length !== after.length)
    parts.push(after.length > before.length ? 'shots were added' : 'shots were removed')
  else {
    const rewritten = before.flatMap((shot, at) => (shot.prompt === after[at]?.prompt ? [] : [at + 1]))
    const retimed = before.flatMap((shot, at) => (shot.duration === after[at]?.duration ? [] : [at + 1]))
    if (rewritten.length > 0)
      parts.push(
        `${rewritten.length > 1 ? 'shots' : 'shot'} ${joined(rewritten)} ${rewritten.length > 1 ? 'were' : 'was'} rewritten`,
      )
    if (retimed.length > 0)
      parts.push(
        `${retimed.length > 1 ? 'shots' : 'shot'} ${joined(retimed)} ${retimed.length > 1 ? 'have' : 'has'} other seconds`,
      )
  }
  if (!same(take.prompt, now.prompt)) parts.push('the words changed')
  const others = otherKeys(take, now)
  if (others.length > 0) parts.push(`${joined(others)} changed`)
  const sentence = parts.length > 2 ? `${parts.slice(0, 2).join(', ')} and more changed` : joined(parts)
  return sentence ? `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}` : undefined
}

const groups: Record<string, string> = {
  width: 'the size',
  height: 'the size',
  aspectRatio: 'the size',
  resolution: 'the size',
  firstFrame: 'the first frame',
  lastFrame: 'the last frame',
}

function otherKeys(take: Input, now: Input): string[] {
  const labels: Record<string, string> = Object.fromEntries(
    fieldIds.map((field) => [field, `“${vocabulary[field].label.toLowerCase()}”`]),
  )
  const keys = new Set([...Object.keys(take), ...Object.keys(now)])
  for (const key of ['shots', 'prompt', ...(take.shots || now.shots ? ['duration'] : [])]) keys.delete(key)
  const changed = [...keys].filter((key) => !same(Reflect.get(take, key), Reflect.get(now, key)))
  return [...new Set(changed.map((key) => groups[key] ?? labels[key] ?? key))]
}
