'use client'
// A small drawn place through which the movement is played, over and over while somebody looks.
import { Pause, Play } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { IconButton } from '../ui/icon-button'
import { coloursOf, draw } from './draw'
import { type Movement, sentence } from './move'
import { poseAt } from './pose'

/** Milliseconds of one run and of the stillness before and after it. */
const run = 2400
const pause = 600

const eased = (share: number) => share * share * (3 - 2 * share)

const still = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** The movement's share at a moment of its loop. */
const shareAt = (ms: number) => eased(Math.min(1, Math.max(0, ((ms % (run + 2 * pause)) - pause) / run)))

export function Preview({ movement }: { movement: Movement }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [playing, setPlaying] = useState(false)
  const print = JSON.stringify(movement)
  // A new movement shows itself, unless movement is not wanted; then the last frame stands and the button plays.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is watched is the movement as it prints
  useEffect(() => setPlaying(!still()), [print])
  useEffect(() => {
    const sheet = canvas.current
    if (!sheet) return
    const told: Movement = JSON.parse(print)
    const colours = coloursOf(sheet)
    const show = (share: number) => draw(sheet, poseAt(told, share), colours)
    if (!playing) return show(1)
    const begun = performance.now()
    let next = 0
    const step = (now: number) => {
      show(shareAt(now - begun))
      next = requestAnimationFrame(step)
    }
    next = requestAnimationFrame(step)
    return () => cancelAnimationFrame(next)
  }, [playing, print])
  return (
    <div className="relative aspect-video w-full overflow-hidden rounded-picture bg-monitor" data-theme="dark">
      <canvas
        ref={canvas}
        width={480}
        height={270}
        role="img"
        aria-label={`A drawing of the movement: ${sentence(movement)}`}
        className="size-full"
      />
      <IconButton
        label={playing ? 'Stop the drawing' : 'Play the movement'}
        size="card"
        afloat
        className="absolute! right-1.5 bottom-1.5"
        onClick={() => setPlaying(!playing)}
      >
        {playing ? <Pause /> : <Play />}
      </IconButton>
    </div>
  )
}
