import { codecs } from '@/components/media/codec'
import { clockTime, day, took } from '@/components/media/time-code'
import { money, price, seconds } from '@/components/ui/figure'
import { formatOf, formats } from '@/lib/media/format'
import { rowOf } from '@/lib/models/catalog'
import { gatewayName, protocolOf } from '@/lib/models/provider-id'
import { workflowIds, workflowWords } from '@/lib/models/vocabulary'
import type { Task } from '@/lib/tasks/task'
import { isEnd } from '@/lib/tasks/task'

const providerNames: Record<ReturnType<typeof protocolOf>, string> = {
  local: 'this computer',
  runware: 'Runware',
  kling: 'Kling',
  openai: 'the gateway',
}

/** "Today 9:41", "12 Nov 9:41". */
function moment(iso: string): string {
  const at = new Date(iso)
  const today = at.toDateString() === new Date().toDateString()
  return `${today ? 'Today' : day(at)} ${clockTime(at)}`
}

const size = (bytes: number) =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`

function cost({ provider, cost, estimate, status, startedAt }: Task): string {
  if (provider === 'local') return 'free'
  const guess = estimate ? `${price(estimate.amount)} estimated` : 'no estimate'
  if (cost) return `${money(cost)} billed, ${guess}`
  if (status === 'cancelled' && !startedAt) return `not ordered, ${guess}`
  return status === 'done' ? `not known, ${guess}` : guess
}

/** Name and fact, in the order of the recipe; what is not known is left out. */
export function factsFor(task: Task): [string, string][] {
  const [output] = task.outputs
  const { input } = task
  const workflow = workflowIds.find((id) => id === task.workflow)
  const format = output && formatOf(output.mime)
  const codec = output?.codec && codecs(output.codec)
  const picture = [
    output?.width && output.height ? `${output.width}×${output.height}` : undefined,
    output?.fps ? `${Math.round(output.fps * 100) / 100} fps` : undefined,
    output?.duration ? seconds(output.duration) : undefined,
  ].filter(Boolean)
  const began = task.startedAt ?? task.createdAt
  const facts: [string, string | undefined][] = [
    [
      'Model',
      `${rowOf(task.provider, task.model)?.name ?? task.model}, ${gatewayName(task.provider) ?? providerNames[protocolOf(task.provider)]}`,
    ],
    [
      'From',
      [
        input.pieces
          ? `${input.pieces.length} shot${input.pieces.length === 1 ? '' : 's'} of its board`
          : workflow
            ? workflowWords[workflow].replace(/^From /, '')
            : task.workflow,
        input.shots?.length ? `${input.shots.length} shot${input.shots.length === 1 ? '' : 's'}` : undefined,
      ]
        .filter(Boolean)
        .join(', '),
    ],
    ['Picture', picture.length > 0 ? picture.join(', ') : undefined],
    ['Cost', cost(task)],
    ['Billed as', task.billedAs],
    [
      'Time',
      isEnd(task.status) && task.endedAt
        ? `${moment(task.endedAt)}, took ${took(Date.parse(task.endedAt) - Date.parse(began))}`
        : `asked ${moment(task.createdAt)}`,
    ],
    [
      'File',
      output
        ? [format ? formats[format].label : output.mime, codec, size(output.bytes)].filter(Boolean).join(', ')
        : undefined,
    ],
  ]
  return facts.flatMap(([name, fact]) => (fact === undefined ? [] : [[name, fact] as [string, string]]))
}
