'use client'
import { type FocusEvent, type MouseEvent, type PointerEvent, useCallback, useMemo, useRef, useState } from 'react'
import { titlesOf } from '@/components/media/telling'
import { usualTimes } from '@/components/media/usual'
import { Button } from '@/components/ui/button'
import { PhoneBar } from '@/components/ui/phone-bar'
import { say } from '@/components/ui/toast'
import { useAwake, useWide } from '@/components/ui/window'
import { useTaskCounts, useTasks } from '@/lib/api/queries'
import { useQueue } from '@/lib/api/queue-query'
import type { Task } from '@/lib/tasks/task'
import { useActions } from './action'
import { Compare } from './compare'
import { useDensity } from './density'
import { countFilter, galleryAddress, taskFilter, useFilter } from './filter'
import { Grid, type GridView } from './grid'
import { useHoverFilm } from './hover-film'
import { Loading, Silent } from './instead'
import { Nothing } from './nothing'
import { pairOf, usePicks } from './pick'
import { PickedBar } from './picked-bar'
import { Question } from './question'
import { useReturn } from './return'
import { TaskCard } from './task-card'
import { Toolbar } from './toolbar'
import { usePickKeys, useSearchKey, useWalk } from './walk'

/** Pixels at the bottom that the bar of the picked ones lies over. */
const barRoom = 80

const filmOf = (task: Task | undefined) => task?.outputs.find(({ kind }) => kind === 'video')
const cellOf = (target: EventTarget) => (target instanceof Element ? target.closest<HTMLElement>('[data-task]') : null)

export function Gallery() {
  return useAwake() ? <Screen /> : null
}

/** A card's menu floats outside the grid and bubbles up to it all the same. While it is open the card keeps the tools that hold it. */
const isHere = ({ currentTarget, target }: PointerEvent | FocusEvent) =>
  target instanceof Node && currentTarget.contains(target) && !currentTarget.querySelector('[aria-expanded="true"]')

function Screen() {
  const [filter] = useFilter()
  const density = useDensity()
  const wide = useWide()
  const list = useTasks(taskFilter(filter))
  const { data: counts } = useTaskCounts(countFilter(filter))
  const { data: starred } = useTaskCounts(countFilter({ ...filter, star: true }))
  const tasks = useMemo(() => list.data ?? [], [list.data])
  const { actions, asked, answer } = useActions()
  const [hot, setHot] = useState<string>()
  const film = useHoverFilm()
  const view = useRef<GridView>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)
  useSearchKey(search)

  const play = useCallback(
    (task: Task) => {
      const cell = document.querySelector(`[data-task="${CSS.escape(task.id)}"] [data-cell]`)
      const asset = filmOf(task)
      if (cell && asset) film.toggle(cell, asset)
    },
    [film],
  )
  const { picked, pick, swap, clear, markOf } = usePicks(list.data)
  const { entry, choose, go, onKeyDown } = useWalk({ tasks, view, actions, play, pick })
  useReturn(scroller, tasks, go)

  // On a phone a tap picks instead of opening while this is on.
  const [tapping, setTapping] = useState(false)
  const [comparing, setComparing] = useState(false)
  const bar = useRef<HTMLDivElement>(null)
  const found = pairOf(picked)
  const pair = 'pair' in found ? found.pair : undefined
  if (comparing && !pair) setComparing(false)
  const compare = () => {
    if ('reason' in found) say({ words: `${found.reason}.` })
    else setComparing(true)
  }
  const pickNone = () => {
    // The bar goes with the picks; a focus that stood in it goes back to the cards.
    if (bar.current?.contains(document.activeElement)) go(tasks.findIndex(({ id }) => id === picked.at(-1)?.id))
    clear()
    setTapping(false)
  }
  usePickKeys(picked.length > 0 || tapping, { compare, clear: pickNone })
  const pickByPress = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-open]') : null
    const task = link && tasks.find(({ id }) => id === cellOf(link)?.dataset.task)
    if (!task || !(tapping || event.shiftKey)) return
    event.preventDefault()
    event.stopPropagation()
    pick(task)
  }

  const warm = (target: EventTarget, related: EventTarget | null) => {
    const card = cellOf(target)
    if (card && related instanceof Node && card.contains(related)) return
    const id = card?.dataset.task
    setHot(id)
    const asset = filmOf(tasks.find((task) => task.id === id))
    const cell = card?.querySelector('[data-cell]')
    if (asset && cell) film.soon(cell, asset)
    else film.stop()
  }
  const cool = () => {
    setHot(undefined)
    film.stop()
  }

  const titleOf = useMemo(() => titlesOf(tasks), [tasks])
  const usual = useMemo(() => usualTimes(tasks), [tasks])
  // A place in line is among all that wait, whatever is shown here.
  const { data: queue } = useQueue(false)
  const address = galleryAddress(filter)
  const total = list.hasNextPage ? -1 : tasks.length
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = list
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])

  return (
    <div ref={scroller} className="flex min-h-0 flex-1 flex-col md:scroll-quiet">
      <PhoneBar>
        <h1 className="text-15 tight">Gallery</h1>
        <span className="flex-1" />
        {tasks.length > 0 && (
          <Button
            kind="quiet"
            aria-pressed={tapping}
            className="aria-pressed:bg-hover aria-pressed:text-ink"
            onClick={() => setTapping(!tapping)}
          >
            Pick
          </Button>
        )}
      </PhoneBar>
      <h1 className="sr-only max-md:hidden">Gallery</h1>
      <Toolbar counts={counts} starred={starred} density={density} search={search} />
      {list.isPending && <Loading density={density} />}
      {list.isError && tasks.length === 0 && <Silent error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && tasks.length === 0 && <Nothing filter={filter} />}
      {tasks.length > 0 && (
        // biome-ignore lint/a11y/noStaticElementInteractions: what bubbles up from the cards is heard once here
        <div
          className={picked.length > 0 ? 'pb-20' : undefined}
          onKeyDown={onKeyDown}
          onClickCapture={pickByPress}
          onPointerOver={(event: PointerEvent) => {
            if (event.pointerType === 'mouse' && isHere(event)) warm(event.target, event.relatedTarget)
          }}
          onPointerLeave={(event: PointerEvent) => {
            if (isHere(event)) cool()
          }}
          onFocus={(event: FocusEvent) => {
            if (!isHere(event)) return
            const id = cellOf(event.target)?.dataset.task
            if (id) choose(id)
            if (event.target.matches(':focus-visible')) warm(event.target, event.relatedTarget)
          }}
          onBlur={(event: FocusEvent) => {
            if (isHere(event) && !event.currentTarget.contains(event.relatedTarget)) cool()
          }}
        >
          <Grid
            count={tasks.length}
            density={density}
            scroller={wide ? scroller : undefined}
            view={view}
            covered={picked.length > 0 ? barRoom : 0}
            onNearEnd={more}
          >
            {(index) => {
              const task = tasks[index]
              return (
                task && (
                  <TaskCard
                    key={task.id}
                    task={task}
                    title={titleOf(task)}
                    href={`/gallery/${task.id}${address}`}
                    place={queue?.places.get(task.id)}
                    usual={usual(task)}
                    entry={task.id === entry}
                    hot={task.id === hot}
                    position={index + 1}
                    total={total}
                    actions={actions}
                    mark={markOf(task.id)}
                    onPick={pick}
                  />
                )
              )
            }}
          </Grid>
        </div>
      )}
      {picked.length > 0 && (
        <PickedBar
          ref={bar}
          picked={picked}
          reason={'reason' in found ? found.reason : undefined}
          onCompare={compare}
          onSave={actions.save}
          onClear={pickNone}
        />
      )}
      <Compare
        pair={comparing ? pair : undefined}
        titleOf={titleOf}
        onSwap={swap}
        onSave={actions.save}
        onClose={() => setComparing(false)}
      />
      <Question asked={asked} titleOf={titleOf} actions={actions} onClose={answer} />
    </div>
  )
}
