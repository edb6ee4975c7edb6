'use client'
// What a take was made from: what to do with it, its words, its pictures, its facts, the exact request.
import { Copy, Download, Ellipsis, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { isUnknown } from '@/components/media/state'
import { StateLine } from '@/components/media/state-line'
import { still } from '@/components/media/still'
import { Remark, StarButton } from '@/components/media/take-mark'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/field'
import { seconds } from '@/components/ui/figure'
import { IconButton } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import { say } from '@/components/ui/toast'
import { mediaOf } from '@/lib/models/input'
import type { Task } from '@/lib/tasks/task'
import { type Actions, isWhole } from './action'
import { factsFor } from './fact'
import { ExactRequest } from './request'
import { menuOf } from './task-card'

export function Recipe({ task, actions }: { task: Task; actions: Actions }) {
  return (
    <div className="flex flex-col">
      <div className="flex flex-col gap-3 p-4 pt-3">
        <div className="flex items-center justify-between gap-3">
          <StateLine task={task} className="flex-1" />
          <StarButton task={task} />
          <Menu
            label="More"
            trigger={
              <IconButton label="More" size="tool">
                <Ellipsis />
              </IconButton>
            }
            entries={menuOf(task, actions)}
          />
        </div>
        <div className="flex gap-2">
          <Button
            // What nobody knows the end of is decided first, on the stage.
            kind={isUnknown(task) ? 'plain' : 'next'}
            size="bar"
            keys="R"
            icon={<Undo2 aria-hidden className="size-4" />}
            onClick={() => actions.again(task)}
            className="flex-1"
          >
            {isWhole(task) ? 'Open its board' : 'Use again'}
          </Button>
          {task.outputs[0] && (
            <Button
              size="bar"
              icon={<Download aria-hidden className="size-4" />}
              aria-keyshortcuts="D"
              onClick={() => actions.save(task)}
            >
              Download
            </Button>
          )}
        </div>
        {task.status === 'done' && <Remark key={task.id} task={task} />}
        {task.error && (
          <div className="flex flex-col gap-1 empty:hidden">
            {/* Without a result it stands on the stage. */}
            {task.outputs.length > 0 && <ErrorLine>{task.error.message}</ErrorLine>}
            {task.error.issues?.map((issue) => (
              <p key={`${issue.path} ${issue.message}`} className="text-12 text-ink-2">
                {issue.message}
              </p>
            ))}
          </div>
        )}
      </div>
      {!isWhole(task) && <Words task={task} />}
      {!isWhole(task) && <Pictures task={task} />}
      <Part>
        <dl className="grid grid-cols-[88px_1fr] gap-x-2 gap-y-1.5">
          {factsFor(task).map(([name, fact]) => (
            <div key={name} className="contents">
              <dt className="text-ink-2">{name}</dt>
              <dd className="break-words">{fact}</dd>
            </div>
          ))}
        </dl>
      </Part>
      {!isWhole(task) && <ExactRequest task={task} />}
    </div>
  )
}

function Part({ title, aside, children }: { title?: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="border-t border-line p-4">
      {title && (
        <div className="mb-2 flex items-center justify-between">
          <h2 className="text-12 font-medium text-ink-2">{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  )
}

function Words({ task: { input } }: { task: Task }) {
  const shots = input.shots ?? []
  const all = [input.prompt, ...shots.map(({ prompt }) => prompt)].filter(Boolean).join('\n\n')
  if (!all) return null
  const copy = () =>
    navigator.clipboard.writeText(all).then(
      () => say({ words: 'Words copied' }),
      () => say({ words: 'This browser does not let pages copy.' }),
    )
  return (
    <Part
      title="Words"
      aside={
        <Button kind="quiet" size="card" icon={<Copy aria-hidden className="size-3.5" />} onClick={copy}>
          Copy
        </Button>
      }
    >
      {input.prompt && <p className="whitespace-pre-wrap">{input.prompt}</p>}
      {shots.length > 0 && (
        <ol className="flex flex-col gap-3">
          {shots.map((shot, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an order does not change once it is placed
            <li key={index} className="flex gap-3">
              <span className="w-3 shrink-0 font-mono text-12 text-ink-2">{index + 1}</span>
              <p className="min-w-0 flex-1 whitespace-pre-wrap">{shot.prompt}</p>
              <span className="shrink-0 text-12 text-ink-2 tabular-nums">{seconds(shot.duration)}</span>
            </li>
          ))}
        </ol>
      )}
      {input.negativePrompt && (
        <p className="mt-3 text-ink-2">
          <span className="font-medium">Leave out: </span>
          {input.negativePrompt}
        </p>
      )}
    </Part>
  )
}

const slotWords: Record<string, string> = {
  firstFrame: 'First frame',
  lastFrame: 'Last frame',
  image: 'Portrait',
  sourceVideo: 'Film to change',
  referenceImages: 'Reference',
  referenceVideos: 'Reference film',
  elements: 'Element',
}

function Pictures({ task: { input } }: { task: Task }) {
  const used = mediaOf(input).flatMap(({ path, medium }) => {
    const [slot = '', index] = path.split('.')
    const src = still(medium)
    const word = slotWords[slot]
    if (!src || !word) return []
    const count =
      slot === 'elements' ? `, ${input.elements?.[Number(index)]?.id}` : index ? ` ${Number(index) + 1}` : ''
    return [{ path, src, word: `${word}${count}` }]
  })
  if (used.length === 0) return null
  return (
    <Part title="Pictures used">
      <ul className="flex flex-wrap gap-2.5">
        {used.map(({ path, src, word }) => (
          <li key={path} className="w-[102px]">
            <img src={src} alt="" className="h-[58px] w-full rounded-picture bg-monitor object-contain" />
            <p className="mt-1.5 truncate text-12 text-ink-2">{word}</p>
          </li>
        ))}
      </ul>
    </Part>
  )
}
