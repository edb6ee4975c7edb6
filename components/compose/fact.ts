// What a model can do, in one line read from its row.
import { gatewayName, protocolOf } from '@/lib/models/provider-id'
import type { ProviderId, Row, Workflow } from '@/lib/models/row'
import { workflowWords } from '@/lib/models/vocabulary'
import { uses } from '../models/told'
import { rate } from '../ui/figure'

const providerWords: Record<ReturnType<typeof protocolOf>, string> = {
  local: 'On this computer',
  runware: 'Runware',
  kling: 'Kling',
  openai: 'Gateway',
}
/** What a provider is called; a further gateway by the name that its setting gives it. */
export const providerWord = (id: ProviderId) => gatewayName(id) ?? providerWords[protocolOf(id)]

const first = <T>(row: Row, pick: (workflow: Workflow) => T | undefined): T | undefined => {
  for (const workflow of row.workflows) {
    const found = pick(workflow)
    if (found !== undefined) return found
  }
}

function picture(row: Row): string | undefined {
  const modes = first(row, ({ fields }) => fields.mode?.limits)
  if (modes) return modes.options.map((mode) => modes.labels?.[String(mode)] ?? String(mode)).join(', ')
  const sizes = first(row, ({ fields }) => (fields.size?.limits.as === 'shape' ? undefined : fields.size?.limits.sizes))
  const named = first(row, ({ fields }) => fields.resolution?.limits.options)
  if (!sizes) return named?.join(', ')
  const edges = [...new Set(sizes.map((size) => size.resolution ?? `${Math.min(size.width, size.height)}p`))]
  return edges.length <= 2 ? edges.join(', ') : `${edges.length} sizes`
}

function length(row: Row): string | undefined {
  const span = first(row, ({ fields }) => fields.duration?.limits)
  if (!span) return
  return 'values' in span ? `${span.values.join(' or ')} s` : `${span.min}–${span.max} s`
}

/** "1080p · 3–15 s · 6 shots · sound" */
export function facts(row: Row): string[] {
  const told = abilities(row)
  return told.length > 0 ? told : row.workflows.map(({ id }) => workflowWords[id].toLowerCase())
}

function abilities(row: Row): string[] {
  const shots = first(row, ({ fields }) => fields.shots?.limits.max)
  const has = (id: Workflow['id']) => row.workflows.some((workflow) => workflow.id === id)
  return [
    picture(row),
    length(row),
    shots === undefined ? undefined : `${shots} shots`,
    first(row, ({ fields }) => fields.elements && 'elements'),
    has('reference-to-video') ? 'references' : undefined,
    has('video-edit') ? 'edits a film' : undefined,
    has('motion-control') ? 'motion control' : undefined,
    has('lip-sync') || has('avatar')
      ? row.workflows
          .flatMap(({ id }) => (id === 'lip-sync' || id === 'avatar' ? [workflowWords[id].toLowerCase()] : []))
          .join(', ')
      : undefined,
    row.workflows.some((workflow) => uses(workflow, 'sound')) ? 'sound' : undefined,
  ].filter((part) => part !== undefined)
}

/** "$0.112–0.168 / s" where it depends on what is asked for, "$0.028 / picture", "free", "price not known". */
export function rateWords(row: Row): string {
  if (row.price === 'free') return 'free'
  if (row.price === 'unknown') return 'price not known'
  const usd = row.price.unit?.usd ?? 1
  const [cheapest, ...others] = [...row.price.rates].sort((a, b) => a.amount - b.amount)
  const dearest = others.at(-1) ?? cheapest
  if (!cheapest || !dearest) return 'price not known'
  const span = dearest.amount === cheapest.amount ? '' : `–${rate(dearest.amount * usd).slice(1)}`
  return `${rate(cheapest.amount * usd)}${span} / ${dearest.per === 'second' ? 's' : row.kind === 'image' ? 'picture' : 'result'}`
}

/** Without the maker's name, which all of its family share: "3.0 Pro". */
export const shortName = (row: Row) => row.name.replace(/^Kling\s+(VIDEO|IMAGE)\s+/, '')
