// The 16:9 place of a card: footage whole on the monitor colour, a still at half strength, or a slate with words.
import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import { gatewayName, protocolOf } from '@/lib/models/provider-id'
import type { Task } from '@/lib/tasks/task'
import { Poster } from './poster'
import { isUnknown } from './state'
import { stillOf, wordsOf } from './telling'

const providerWords: Record<ReturnType<typeof protocolOf>, string> = {
  local: 'This computer',
  runware: 'Runware',
  kling: 'Kling',
  openai: 'The gateway',
}

export function Cell({ task }: { task: Task }) {
  const [output] = task.outputs
  if (output && output.kind !== 'audio') return <Poster asset={output} />
  if (task.status === 'failed') return <Slate>{isUnknown(task) ? task.error?.message : <Said task={task} />}</Slate>
  if (task.status === 'queued' && task.note !== undefined) return <Slate>{task.note}</Slate>
  const still = task.status === 'queued' || task.status === 'starting' ? undefined : stillOf(task)
  if (!still) return <Slate>{wordsOf(task) || 'Without words'}</Slate>
  return (
    <span className="block size-full bg-monitor">
      <img src={still} alt="" decoding="async" className="size-full object-contain opacity-50" />
    </span>
  )
}

function Said({ task }: { task: Task }) {
  return (
    <>
      <span className="block font-medium text-ink">
        {gatewayName(task.provider) ?? providerWords[protocolOf(task.provider)]} said
      </span>
      “{task.error?.message.trim()}”
    </>
  )
}

function Slate({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div className={cx('size-full rounded-picture border border-line bg-raised px-3.5 py-2.5', className)}>
      <p className="line-clamp-6 text-12 leading-[17px] break-words text-ink-2">{children}</p>
    </div>
  )
}
