'use client'
import { Pin } from 'lucide-react'
import { memo } from 'react'
import { Seconds } from '@/components/form/seconds'
import { cx } from '@/components/ui/cx'
import { Progress } from '@/components/ui/progress'
import type { BoardShot } from '@/lib/storyboard/storyboard'
import { type Act, number } from '../desk/act'
import { ColourDot } from './colour'
import { useDragged } from './drag'
import { ShotMark } from './mark'
import { ShotPicture } from './picture'
import type { ShotState } from './state'

export type ShotProps = {
  shot: BoardShot
  at: number
  state: ShotState
  /** Among those that commands are for; and the one that is shown. */
  selected: boolean
  current: boolean
  /** Characters that are sent, the look counted; and how many the model takes. */
  characters: number
  limit: number | undefined
  /** What keeps it from being rendered. */
  trouble: string | undefined
  /** It is the seconds that keep it. */
  wrongLength: boolean
  act: Act
}

export const ShotCard = memo(function ShotCard(props: ShotProps) {
  const { shot, at, state, selected, characters, limit, trouble, wrongLength, act } = props
  const { over, ...drag } = useDragged(shot.id, act)
  const too = limit !== undefined && characters > limit
  return (
    <article
      data-shot={shot.id}
      {...drag}
      className={cx(
        'relative flex h-full min-w-0 flex-col overflow-clip rounded-control bg-raised',
        selected && 'outline-2 outline-offset-2 outline-focus',
        over && 'outline-2 outline-offset-2 outline-edge outline-dashed',
      )}
    >
      <OpenShot {...props} />
      <div className="aspect-video w-full overflow-hidden bg-monitor" data-theme="dark">
        <ShotPicture shot={shot} state={state} />
      </div>
      {state.kind === 'going' ? (
        <Progress label={`Shot ${at + 1}`} value={state.share ?? 0} tone={state.bar ?? 'bg-running'} />
      ) : (
        <div className="h-[3px]" />
      )}
      <div className="flex flex-1 flex-col gap-1.5 px-2.5 pt-1.5 pb-2">
        <div className="flex h-6 items-center gap-2">
          <ShotNumber shot={shot} at={at} />
          <ShotSeconds shot={shot} at={at} act={act} invalid={wrongLength} />
          <span className="flex-1" />
          <ShotMark state={state} />
        </div>
        <p className={cx('line-clamp-3 min-h-[51px] text-12 leading-[17px] break-words', !shot.prompt && 'text-ink-3')}>
          {shot.prompt || 'No words yet'}
        </p>
        <p className="flex justify-between gap-2 text-12 text-ink-3">
          <span
            className={cx('truncate', trouble ? 'text-failed' : 'first-letter:uppercase')}
            title={trouble ?? state.note}
          >
            {trouble ?? state.note ?? state.changed ?? shot.framing ?? ''}
          </span>
          <span className={cx('shrink-0 tabular-nums', too && 'text-failed')}>
            {limit === undefined ? characters : `${characters} / ${limit}`}
          </span>
        </p>
      </div>
    </article>
  )
})

/** The whole of a shot is one button: select; twice or Enter: edit. */
export function OpenShot({ shot, at, state, selected, current, act }: ShotProps) {
  return (
    <button
      type="button"
      data-open
      aria-current={current}
      aria-label={`Shot ${at + 1}${selected && !current ? ', selected' : ''}, ${state.words}: ${shot.prompt || 'no words yet'}`}
      onClick={(event) =>
        act.select(shot.id, false, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : undefined)
      }
      onDoubleClick={() => act.select(shot.id, true)}
      className="absolute inset-0 rounded-control -outline-offset-2"
    />
  )
}

export function ShotSeconds({ shot, at, act, invalid }: Pick<ShotProps, 'shot' | 'at' | 'act'> & { invalid: boolean }) {
  return (
    <span className={cx('relative', shot.fromScript && '[&_button]:border-dashed')}>
      <Seconds
        id={`seconds-${shot.id}`}
        label={`Seconds of shot ${at + 1}`}
        value={shot.duration}
        onChange={(next) => {
          if (next > 0) act.seconds(shot.id, next)
        }}
        min={1}
        max={600}
        step={1}
        values={[2, 3, 4, 5, 6, 8, 10, 12, 15]}
        invalid={invalid}
      />
    </span>
  )
}

/** Its number, with the label's colour and the pin before it. */
export function ShotNumber({ shot: { colour, pinned }, at }: Pick<ShotProps, 'shot' | 'at'>) {
  return (
    <span className="flex items-center gap-1.5 font-mono text-12 text-ink-2">
      {colour && <ColourDot colour={colour} />}
      {number(at)}
      {pinned && <Pin aria-label="Pinned" className="size-3 shrink-0" />}
    </span>
  )
}
