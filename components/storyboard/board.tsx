'use client'
// An open board: navigator, board and player, inspector. On the phone one under the other, the columns as drawers.
import { memo, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { say } from '@/components/ui/toast'
import { useRoomy, useWide } from '@/components/ui/window'
import { rowOf } from '@/lib/models/catalog'
import { animatic } from '@/lib/models/catalog/local/animatic'
import type { Row } from '@/lib/models/row'
import { plan } from '@/lib/storyboard/plan'
import type { Storyboard } from '@/lib/storyboard/storyboard'
import { takesOf } from '@/lib/storyboard/take'
import { retarget } from '@/lib/storyboard/wish'
import { useAct } from './act'
import { BoardBar, type BoardLayout } from './board-bar'
import { focusWords, useBoardKeys } from './board-key'
import { BoardPhone } from './board-phone'
import { piecesOf, useBoardControl } from './board-play'
import { Cards } from './cards'
import { CheckAll } from './check-all'
import { Conflict } from './conflict'
import type { Desk } from './desk'
import { Inspector } from './inspector'
import { ModelSelect } from './model-select'
import { Navigator } from './navigator'
import { RenderButton } from './render-button'
import { Retarget } from './retarget'
import { Rows } from './rows'
import { nextOffer, type Offer, useOffers } from './scope'
import { useBoardTasks, useShotStates } from './shot-state'
import { useShotView } from './shot-view'
import { SideDrawer } from './side-drawer'
import { Stage } from './stage'
import { ScaleStrip } from './strip'
import { useDeskState, useKeeping } from './use-desk'
import { usePlan } from './use-plan'
import { useRender } from './use-render'

const views = { cards: memo(Cards), strip: memo(ScaleStrip), list: memo(Rows) }
const Player = memo(Stage)

export function Board({ desk }: { desk: Desk }) {
  const state = useDeskState(desk)
  const draft = state.history.now
  // Words appear under the hand at once; cards, strip and plan follow when there is time.
  const shown = useDeferredValue(draft)
  useKeeping(desk)
  useArrivals(state.arrived, desk)
  const [picked, setPicked] = useState<string | undefined>(draft.shots[0]?.id)
  const [layout, setLayout] = useState<BoardLayout>('cards')
  const [drawer, setDrawer] = useState<'shots' | 'shot'>()
  const [checking, setChecking] = useState(false)
  const [turning, setTurning] = useState<Row>()
  const [putOff, setPutOff] = useState<Storyboard>()
  const wide = useWide()
  const roomy = useRoomy()

  const row = rowOf(draft.settings?.provider ?? 'local', draft.settings?.model ?? 'animatic') ?? animatic
  const planned = usePlan(shown, row)
  const tasks = useBoardTasks(desk.id)
  const states = useShotStates(shown, tasks)
  const at = Math.max(
    0,
    draft.shots.findIndex(({ id }) => id === picked),
  )
  const shot = draft.shots[at]
  const pieces = useMemo(() => piecesOf(shown.shots, states), [shown.shots, states])
  const control = useBoardControl(pieces)

  const seek = useRef((_: string) => {})
  seek.current = (id) => {
    const piece = pieces.find((one) => one.shot.id === id)
    const here = control.time()
    if (piece && !control.playing && (here < piece.start || here >= piece.end)) control.seek(piece.start)
  }
  const show = useCallback((id: string) => {
    setPicked(id)
    seek.current(id)
  }, [])
  const select = useCallback(
    (id: string, edit = false) => {
      show(id)
      if (edit || !wide) setDrawer('shot')
      if (edit) focusWords(id)
    },
    [show, wide],
  )
  const pick = useCallback(
    (id: string) => {
      show(id)
      if (!roomy) setDrawer(undefined)
    },
    [show, roomy],
  )
  const act = useAct(desk, select)
  const view = useShotView(shown, row, planned, states, shot?.id)
  const offers = useOffers(shown, row, planned, states, shot?.id)
  const offer = nextOffer(offers)
  const { placing, place } = useRender(desk)
  const render = ({ reason, scope }: Offer) => {
    if (reason === undefined || placing === 'unanswered') void place(row, scope)
    else setChecking(true)
  }
  useBoardKeys({ desk, draft, selected: shot?.id, act, onRender: () => offer && render(offer), onPlay: control.toggle })

  const turn = (next: Row, lengths: Record<string, number> = {}) => {
    desk.edit((now) => retarget(now, next, lengths))
    setTurning(undefined)
    say({ words: `Turned to ${next.name}`, action: { label: 'Undo', onClick: desk.undo } })
  }
  const ask = (next: Row) => {
    if (plan(retarget(draft, next), next, planned.around).issues.length === 0) turn(next)
    else setTurning(next)
  }
  const id = shot?.id
  const chosen = id && states.get(id)?.takeId
  const takes = useMemo(
    () => ({
      takes: id ? takesOf(tasks, id) : [],
      chosen,
      onChoose: (taskId: string) => id && act.choose(id, taskId),
    }),
    [tasks, id, chosen, act],
  )
  const View = views[wide ? layout : 'list']
  const navigator = <Navigator draft={draft} desk={desk} states={states} selected={shot?.id} onPick={pick} />
  const inspector = shot && (
    <Inspector draft={draft} shot={shot} at={at} row={row} planned={planned} view={view(shot)} act={act} />
  )
  const model = <ModelSelect row={row} draft={draft} around={planned.around} onTurn={ask} className="max-w-56" />
  const next = offer && (
    <RenderButton
      offer={offer}
      offers={offers}
      placing={placing}
      onRender={render}
      onCheck={() => setChecking(true)}
      wide={!wide}
    />
  )
  return (
    <>
      <h1 className="sr-only">{draft.title}</h1>
      <BoardBar
        desk={desk}
        state={state}
        layout={layout}
        onLayout={setLayout}
        onCheck={() => setChecking(true)}
        onDecide={() => setPutOff(undefined)}
        onShots={roomy ? undefined : () => setDrawer('shots')}
        model={model}
        next={next}
      />
      <BoardPhone
        desk={desk}
        state={state}
        model={model}
        next={next}
        onDecide={() => setPutOff(undefined)}
        onShots={() => setDrawer('shots')}
        onCheck={() => setChecking(true)}
        onAdd={() => act.add()}
      />
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] md:grid-cols-[minmax(0,1fr)_320px] lg:grid-cols-[240px_minmax(0,1fr)_344px]">
        {roomy && (
          <aside aria-label="Shots and look" className="min-h-0 scroll-quiet border-r border-line bg-panel">
            {navigator}
          </aside>
        )}
        <div className="flex min-h-0 min-w-0 flex-col">
          <div className="contents max-md:sticky max-md:top-[52px] max-md:z-10 max-md:block">
            <Player
              control={control}
              pieces={pieces}
              blocks={planned.blocks}
              selected={shot?.id}
              onPick={show}
              takes={takes}
            />
          </div>
          <section aria-label="Board" className="min-h-0 flex-1 max-md:pb-20 md:scroll-quiet">
            <View board={shown} row={row} blocks={planned.blocks} of={planned.of} view={view} act={act} />
          </section>
        </div>
        {wide && (
          <aside aria-label="Shot" className="min-h-0 scroll-quiet border-l border-line bg-panel">
            {inspector ?? <p className="p-4 text-ink-2">Add a shot; what it says is written here.</p>}
          </aside>
        )}
      </div>
      {!roomy && (
        <SideDrawer open={drawer === 'shots'} onClose={() => setDrawer(undefined)} title="Shots and look" phone={!wide}>
          {navigator}
        </SideDrawer>
      )}
      {!wide && inspector && (
        <SideDrawer open={drawer === 'shot'} onClose={() => setDrawer(undefined)} title="Shot" phone tall>
          {inspector}
        </SideDrawer>
      )}
      {offer && (
        <CheckAll
          open={checking}
          onClose={() => setChecking(false)}
          draft={draft}
          planned={planned}
          offer={offer}
          act={act}
          onRender={render}
        />
      )}
      {turning && (
        <Retarget
          row={turning}
          before={row}
          draft={draft}
          around={planned.around}
          onClose={() => setTurning(undefined)}
          onApply={turn}
        />
      )}
      <Conflict
        desk={desk}
        mine={draft}
        theirs={state.theirs === putOff ? undefined : state.theirs}
        onLater={() => setPutOff(state.theirs)}
      />
    </>
  )
}

/** Says that somebody else changed the board, and how to see it as it was. */
function useArrivals(arrived: number, desk: Desk) {
  useEffect(() => {
    if (arrived > 0) say({ words: 'Changed elsewhere; shown here now', action: { label: 'Undo', onClick: desk.undo } })
  }, [arrived, desk])
}
