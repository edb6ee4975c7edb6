'use client'
// One take, large: a dark stage in both themes, its neighbours, and its recipe beside it.
import { ArrowLeft, ChevronLeft, ChevronRight, PanelRight } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type TouchEvent, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { titlesOf } from '@/components/media/telling'
import { Button } from '@/components/ui/button'
import { Drawer } from '@/components/ui/drawer'
import { Empty } from '@/components/ui/empty'
import { IconButton, IconLink } from '@/components/ui/icon-button'
import { isTaken } from '@/components/ui/typing'
import { useAwake, useRoomy, useWide } from '@/components/ui/window'
import { useTask, useTaskCounts, useTasks } from '@/lib/api/queries'
import { StudioError } from '@/lib/errors'
import type { Task } from '@/lib/tasks/task'
import { useActions } from './action'
import { countFilter, galleryAddress, taskFilter, useFilter } from './filter'
import { Neighbours } from './neighbour'
import { Question } from './question'
import { Recipe } from './recipe'
import { remember } from './return'
import { countOf } from './show'
import { Stage } from './stage'

export function Viewer({ id }: { id: string }) {
  return useAwake() ? <Screen id={id} /> : null
}

function Screen({ id }: { id: string }) {
  const router = useRouter()
  const [filter] = useFilter()
  const list = useTasks(taskFilter(filter))
  const { data: counts } = useTaskCounts(countFilter(filter))
  const { data: task, error, refetch } = useTask(id)
  const tasks = useMemo(() => list.data ?? [], [list.data])
  const titleOf = useMemo(() => titlesOf(tasks), [tasks])
  const index = tasks.findIndex((one) => one.id === id)
  const address = galleryAddress(filter)
  const hrefOf = (one: Task) => `/gallery/${one.id}${address}`
  const back = `/gallery${address}`
  const [next, before] = [tasks[index + 1], index > 0 ? tasks[index - 1] : undefined]
  const follower = next ?? before
  const gone = useCallback(() => {
    router.replace(follower ? `/gallery/${follower.id}${address}` : back)
  }, [router, follower, address, back])
  const { actions, asked, answer } = useActions(gone)
  const [recipe, setRecipe] = useState(false)
  const roomy = useRoomy()
  const wide = useWide()
  useEffect(() => remember(id), [id])

  const nearEnd = index >= 0 && index > tasks.length - 6
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  useEffect(() => {
    if (nearEnd && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [nearEnd, hasNextPage, isFetchingNextPage, fetchNextPage])

  const go = (one: Task | undefined) => {
    if (one) router.replace(hrefOf(one))
  }
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (isTaken(event) || !task) return
    const acts: Record<string, () => void> = {
      ArrowLeft: () => go(before),
      ArrowRight: () => go(next),
      r: () => actions.again(task),
      d: () => actions.save(task),
      Delete: () => actions.ask(task, 'delete'),
      Escape: () => router.push(back),
    }
    const act = acts[event.key]
    if (!act || (document.fullscreenElement && event.key === 'Escape')) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
  const swipe = useSwipe(
    () => go(next),
    () => go(before),
  )

  if (!task) {
    return (
      <div className="m-auto flex max-w-[380px] flex-col items-center gap-4 p-6 text-center">
        {error instanceof StudioError && error.code === 'not-found' ? (
          <Empty
            title="This take is not here"
            words="It was deleted, or the address is not quite right."
            next={
              <Button kind="next" onClick={() => router.push(back)}>
                To the gallery
              </Button>
            }
          />
        ) : error ? (
          <>
            <p role="alert">{error.message}</p>
            <div className="flex gap-2">
              <Button onClick={() => void refetch()}>Try again</Button>
              <Button onClick={() => router.push(back)}>To the gallery</Button>
            </div>
          </>
        ) : (
          <p role="status" className="text-ink-2">
            Reading the take
          </p>
        )}
      </div>
    )
  }
  const total = counts && countOf(filter.show, counts)
  return (
    <div className="grid min-h-0 flex-1 md:h-dvh lg:grid-cols-[minmax(0,1fr)_380px]">
      <div data-theme="dark" className="flex min-h-0 min-w-0 flex-col bg-monitor text-ink" {...swipe}>
        <div className="flex h-12 shrink-0 items-center gap-2 px-3 max-md:h-[52px]">
          <IconLink href={back} label="To the gallery">
            <ArrowLeft />
          </IconLink>
          <Link href={back} className="rounded-picture text-ink-2 hover:text-ink max-md:hidden">
            Gallery
          </Link>
          <span aria-hidden className="text-ink-3 max-md:hidden">
            /
          </span>
          <h1 className="min-w-0 truncate text-14 tight">{titleOf(task)}</h1>
          <span className="flex-1" />
          {index >= 0 && total !== undefined && (
            <p className="text-12 whitespace-nowrap text-ink-2 tabular-nums">
              {index + 1} of {total}
            </p>
          )}
          <IconButton label="The take before" keys="ArrowLeft" aria-disabled={!before} onClick={() => go(before)}>
            <ChevronLeft />
          </IconButton>
          <IconButton label="The take after" keys="ArrowRight" aria-disabled={!next} onClick={() => go(next)}>
            <ChevronRight />
          </IconButton>
          {wide && !roomy && (
            <IconButton label="Recipe" onClick={() => setRecipe(true)}>
              <PanelRight />
            </IconButton>
          )}
        </div>
        <Stage key={task.id} task={task} actions={actions} />
        {index >= 0 && tasks.length > 1 && <Neighbours tasks={tasks} index={index} titleOf={titleOf} hrefOf={hrefOf} />}
      </div>
      {wide && !roomy ? (
        <Drawer open={recipe} onClose={() => setRecipe(false)} title="Recipe" side="right">
          <Recipe task={task} actions={actions} />
        </Drawer>
      ) : (
        <aside aria-label="Recipe" className="min-h-0 border-line bg-panel lg:scroll-quiet lg:border-l">
          <Recipe task={task} actions={actions} />
        </aside>
      )}
      <Question asked={asked} titleOf={titleOf} actions={actions} onClose={answer} />
    </div>
  )
}

/** A finger drawn sideways across the stage goes to the neighbour; on the strip it scrubs instead. */
function useSwipe(onLeft: () => void, onRight: () => void) {
  const start = useRef<{ x: number; y: number } | undefined>(undefined)
  return {
    onTouchStart(event: TouchEvent) {
      const touch = event.touches[0]
      const scrubs = event.target instanceof Element && event.target.closest('[role="slider"]') !== null
      start.current =
        touch && event.touches.length === 1 && !scrubs ? { x: touch.clientX, y: touch.clientY } : undefined
    },
    onTouchEnd(event: TouchEvent) {
      const touch = event.changedTouches[0]
      if (!touch || !start.current) return
      const [x, y] = [touch.clientX - start.current.x, touch.clientY - start.current.y]
      start.current = undefined
      if (Math.abs(x) < 60 || Math.abs(x) < 2 * Math.abs(y)) return
      if (x < 0) onLeft()
      else onRight()
    },
  }
}
