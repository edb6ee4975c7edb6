'use client'
// The large picture: a film in the player, a picture, a sound, or how it stands while there is none.
import { useState } from 'react'
import { Elapsed } from '@/components/media/elapsed'
import { Player } from '@/components/media/player'
import type { Piece } from '@/components/media/player-strip'
import { isUnknown, lookOf } from '@/components/media/state'
import { StateLine } from '@/components/media/state-line'
import { still } from '@/components/media/still'
import { stillOf, wordsOf } from '@/components/media/telling'
import { Button } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'
import { Segments } from '@/components/ui/segments'
import { isEnd, type Task } from '@/lib/tasks/task'
import { type Actions, nextStep } from './action'

/** The shots with the pictures they began from, to scale. */
function piecesOf({ input }: Task): Piece[] {
  if (input.pieces)
    return input.pieces.map(({ seconds, pictures: [first] = [] }) => ({ seconds, still: first && still(first) }))
  return (input.shots ?? []).map((shot, index) => {
    const medium = index === 0 ? input.firstFrame : input.referenceImages?.[index - 1]
    return { seconds: shot.duration, still: medium && still(medium) }
  })
}

export function Stage({ task, actions }: { task: Task; actions: Actions }) {
  const [chosen, choose] = useState(0)
  const output = task.outputs[chosen] ?? task.outputs[0]
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {output?.kind === 'video' ? (
        <Player
          key={output.id}
          film={output}
          pieces={piecesOf(task)}
          layout="stage"
          className="min-h-0 flex-1 max-md:[&>div:first-child]:aspect-video max-md:[&>div:first-child]:max-h-[60dvh] max-md:[&>div:first-child]:flex-none"
        />
      ) : (
        <div className="flex min-h-0 flex-1 items-center justify-center bg-monitor max-md:aspect-video">
          {output?.kind === 'image' && (
            <img
              src={output.url}
              width={output.width}
              height={output.height}
              alt={wordsOf(task)}
              className="size-full object-contain"
            />
          )}
          {/* biome-ignore lint/a11y/useMediaCaption: there is no text of this sound to show */}
          {output?.kind === 'audio' && <audio src={output.url} controls className="w-[min(480px,90%)]" />}
          {!output && <Unfinished task={task} actions={actions} />}
        </div>
      )}
      {task.outputs.length > 1 && (
        <div className="flex justify-center bg-monitor pb-3">
          <Segments
            label="Results"
            size="tool"
            value={String(chosen)}
            onChange={(next) => choose(Number(next))}
            choices={task.outputs.map((_, index) => ({ value: String(index), label: index + 1 }))}
          />
        </div>
      )}
    </div>
  )
}

function Unfinished({ task, actions }: { task: Task; actions: Actions }) {
  const picture = stillOf(task)
  const step = nextStep(task, actions)
  const { bar } = lookOf(task)
  return (
    <div className="relative flex size-full items-center justify-center overflow-hidden">
      {picture && !isEnd(task.status) && (
        <img src={picture} alt="" className="absolute inset-0 size-full object-contain opacity-50" />
      )}
      <div className="relative m-4 flex max-w-[460px] flex-col items-center gap-3 rounded-bar border border-line bg-ground px-6 py-5 text-center">
        <StateLine task={task} className="text-14" />
        {task.error ? (
          <p className="text-ink wrap-break-word">
            {isUnknown(task) ? task.error.message : `“${task.error.message.trim()}”`}
          </p>
        ) : (
          <p className="line-clamp-4 text-ink-2">{task.note ?? wordsOf(task)}</p>
        )}
        {!isEnd(task.status) && (
          <>
            {task.status !== 'queued' && (
              <Progress
                label="Progress"
                value={task.status === 'saving' ? 1 : (task.progress ?? null)}
                tone={bar}
                className="w-60"
              />
            )}
            <p className="text-12 text-ink-2">
              <Elapsed since={task.startedAt ?? task.createdAt} />
            </p>
          </>
        )}
        {step && (
          <Button kind={isUnknown(task) ? 'next' : 'plain'} size="bar" onClick={step.onPick}>
            {step.label}
          </Button>
        )}
      </div>
    </div>
  )
}
