'use client'
// An open board: navigator, board and player, inspector. On the phone one under the other, the columns as drawers.
import { memo, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { usePaletteEntries } from '@/components/palette/source'
import { say } from '@/components/ui/toast'
import { useRoomy, useWide } from '@/components/ui/window'
import { useQueue } from '@/lib/api/queue-query'
import { rowOf } from '@/lib/models/catalog'
import { animatic } from '@/lib/models/catalog/local/animatic'
import type { Row } from '@/lib/models/row'
import { lookFor, type Storyboard } from '@/lib/storyboard/storyboard'
import { turnings } from '@/lib/storyboard/turn'
import { retarget } from '@/lib/storyboard/wish'
import { Cards } from './block/cards'
import { Rows } from './block/rows'
import { ScaleStrip } from './block/strip'
import { BoardBar, type BoardLayout, layouts } from './board-bar'
import { BoardPhone } from './board-phone'
import { useBoardKeys } from './command/key'
import { paletteOf } from './command/palette'
import { useHand } from './command/use-hand'
import { CutButton } from './cut/button'
import { CutDialog } from './cut/dialog'
import { useAct } from './desk/act'
import { Conflict } from './desk/conflict'
import type { Desk } from './desk/desk'
import { useDeskState, useKeeping } from './desk/use-desk'
import { Versions } from './desk/versions'
import { Inspector } from './inspector/inspector'
import { Many } from './inspector/many'
import { Navigator } from './navigator'
import { CheckAll } from './pay/check-all'
import { ModelSelect } from './pay/model-select'
import { RenderButton } from './pay/render-button'
import { Retarget } from './pay/retarget'
import { useCautions } from './pay/use-caution'
import { usePress } from './pay/use-press'
import { BoardNow } from './plan/now'
import { nextOffer, type Offer, useOffers } from './plan/scope'
import { limitOf, usePlan } from './plan/use-plan'
import { useRender } from './plan/use-render'
import { useTails } from './seam/use-tails'
import { useBoardTasks, useShotStates } from './shot/state'
import { useShotView } from './shot/view'
import { SideDrawer } from './side-drawer'
import { Stage } from './stage'
import { Film } from './stage/film'
import { piecesOf, useBoardControl } from './stage/play'
import { useTakeHand } from './take/hand'
import { usePick } from './use-pick'
import { useSelection } from './use-selection'
import { useSteady } from './use-steady'

const views = { cards: memo(Cards), strip: memo(ScaleStrip), list: memo(Rows) }
const Player = memo(Stage)
const Shots = memo(Navigator)

export function Board({ desk }: { desk: Desk }) {
  const state = useDeskState(desk)
  const draft = state.history.now
  // Words appear under the hand at once; cards, strip and plan follow when there is time.
  const shown = useDeferredValue(draft)
  useKeeping(desk)
  useArrivals(state.arrived, desk)
  const selection = useSelection(draft.shots)
  const { shot, at, ids } = selection
  const [layout, setLayout] = useState<BoardLayout>('cards')
  const [drawer, setDrawer] = useState<'shots' | 'shot'>()
  const [checking, setChecking] = useState<'next' | Offer['key']>()
  const [marking, setMarking] = useState(false)
  const [recalling, setRecalling] = useState(false)
  const [filming, setFilming] = useState(false)
  const [turning, setTurning] = useState<Row>()
  const [putOff, setPutOff] = useState<Storyboard>()
  const wide = useWide()
  const roomy = useRoomy()

  const row = rowOf(draft.settings?.provider ?? 'local', draft.settings?.model ?? 'animatic') ?? animatic
  const tasks = useBoardTasks(desk.id)
  const tails = useTails(shown, tasks)
  const planned = usePlan(shown, row, tails)
  const { data: queue } = useQueue(false)
  const places = queue?.places
  const states = useShotStates(shown, tasks, { ...planned.around, places })
  const pieces = useMemo(() => piecesOf(shown.shots, states), [shown.shots, states])
  const control = useBoardControl(pieces)

  const { show, pick, selecting } = usePick({
    ...{ selection, pieces, control, wide, roomy, marking },
    onDrawer: setDrawer,
  })
  const act = useAct(desk, selecting, planned.known)
  const view = useShotView(shown, row, planned, states, selection.set, shot?.id)
  const cautions = useCautions(shown, row, planned)
  const offers = useOffers(shown, row, planned, states, selection.set)
  const offer = nextOffer(offers)
  const { placing, place } = useRender(desk)
  // While the dialog fades away it goes on showing what it was opened for.
  const lastScope = useRef<'next' | Offer['key']>('next')
  if (checking !== undefined) lastScope.current = checking
  const shownScope = lastScope.current
  const ask = (offer: Offer) => setChecking(offer.key)
  const order = usePress({
    ...{ offers, isFresh: () => shown === desk.read().history.now },
    ...{ onOrder: (one) => void place(row, one), onOther: ask },
  })
  const render = useSteady((offer: Offer) => {
    // Asked again it is the order that was placed before, whatever stands on the board by now.
    if (placing === 'unanswered') void place(row, offer)
    else if (offer.reason === undefined && offer.again.length === 0) order(offer)
    else ask(offer)
  })
  const onCheck = useSteady(() => setChecking('next'))
  const hand = useHand({
    ...{ desk, state, act, control, wide, marking, shot, at, ids, offer, offers, row, planned },
    mark: (on) => {
      setMarking(on)
      if (!on && shot) selection.pick(shot.id)
    },
    ...{ render, onCheck },
    onFilm: () => setFilming(true),
    onVersions: () => setRecalling(true),
    nextLayout: () => setLayout(layouts[(layouts.indexOf(layout) + 1) % layouts.length] ?? 'cards'),
  })
  // What is beside the words follows them when there is time; what is pressed there asks for the hand as it is then.
  const calm = useDeferredValue(hand)
  useBoardKeys(hand)
  usePaletteEntries('Board', () => paletteOf(hand))

  const turn = (next: Row, lengths: Record<string, number> = {}) => {
    desk.edit((now) => retarget(now, next, lengths))
    setTurning(undefined)
    say({ words: `Turned to ${next.name}`, action: { label: 'Undo', onClick: desk.undo } })
  }
  const onTurn = useSteady((next: Row) => {
    if (turnings(draft, row, next, planned.around).length === 0) turn(next)
    else setTurning(next)
  })
  const takes = useTakeHand({ ...{ shot, at, tasks, act, offers, planned, render }, draft: shown })
  const View = views[wide ? layout : 'list']
  const { around, blocks, of } = planned
  const { settings } = shown
  const model = useMemo(
    () => <ModelSelect row={row} onTurn={onTurn} className="max-w-56 md:max-lg:max-w-32" />,
    [row, onTurn],
  )
  const film = useMemo(
    () => <Film {...{ settings, row, act }} {...(wide ? {} : { model })} />,
    [settings, row, act, wide, model],
  )
  const navigator = (
    <Shots
      {...{ desk, states, film }}
      shots={shown.shots}
      look={draft.look}
      selected={selection.set}
      current={shot?.id}
      onPick={pick}
      limit={limitOf(row, shot && planned.of.get(shot.id))}
      told={!draft.look || lookFor(row.provider, draft.look) !== undefined}
      first={!wide}
    />
  )
  const inspector =
    ids.length > 1 ? (
      <Many hand={hand} />
    ) : (
      shot && <Inspector {...{ draft, shot, at, row, planned, cautions, act, takes }} hand={calm} view={view(shot)} />
    )
  const next = useMemo(
    () => offer && <RenderButton {...{ offer, offers, placing, onCheck }} onRender={render} wide={!wide} />,
    [offer, offers, placing, onCheck, render, wide],
  )
  const cut = useMemo(() => <CutButton tasks={tasks} onOpen={() => setFilming(true)} />, [tasks])
  const onDecide = useSteady(() => setPutOff(undefined))
  const onShots = useSteady(() => setDrawer('shots'))
  const onMany = useSteady(() => setDrawer('shot'))
  const now = useMemo(
    () => ({ board: shown, row, blocks, of, around, view, act }),
    [shown, row, blocks, of, around, view, act],
  )
  return (
    <BoardNow value={now}>
      <h1 className="sr-only">{draft.title}</h1>
      <BoardBar
        {...{ layout, onCheck, onDecide, model, next }}
        hand={calm}
        onLayout={setLayout}
        onShots={roomy ? undefined : onShots}
        film={cut}
      />
      <BoardPhone {...{ row, next, onDecide, onShots, onMany }} hand={calm} />
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] md:grid-cols-[minmax(0,1fr)_320px] lg:grid-cols-[240px_minmax(0,1fr)_344px]">
        {roomy && (
          <aside aria-label="Shots and look" className="min-h-0 scroll-quiet border-r border-line bg-panel">
            {navigator}
          </aside>
        )}
        <div className="flex min-h-0 min-w-0 flex-col">
          <div className="contents max-md:top-[52px] max-md:z-10 max-md:block max-md:[@media(min-height:36rem)]:sticky">
            <Player control={control} pieces={pieces} blocks={blocks} selected={shot?.id} onPick={show} takes={takes} />
          </div>
          <section aria-label="Board" className="min-h-0 flex-1 max-md:pb-20 md:scroll-quiet">
            <View />
          </section>
        </div>
        {wide && (
          <aside aria-label="Shot" className="min-h-0 scroll-quiet border-l border-line bg-panel">
            {inspector ?? <p className="p-4 text-ink-2">Add a shot; what it says is written here.</p>}
          </aside>
        )}
      </div>
      {!roomy && (
        <SideDrawer
          open={drawer === 'shots'}
          onClose={() => setDrawer(undefined)}
          title={wide ? 'Shots and look' : 'Shots, film and look'}
          phone={!wide}
          tall={!wide}
        >
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
          key={shownScope}
          open={checking !== undefined}
          asked={shownScope === 'next' ? undefined : shownScope}
          onClose={() => setChecking(undefined)}
          draft={draft}
          planned={planned}
          cautions={cautions}
          offer={offer}
          offers={offers}
          act={act}
          onRender={order}
          view={view}
        />
      )}
      <CutDialog open={filming} onClose={() => setFilming(false)} {...{ desk, draft, tasks, around }} />
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
      <Versions desk={desk} open={recalling} onClose={() => setRecalling(false)} />
      <Conflict
        desk={desk}
        mine={draft}
        theirs={state.theirs === putOff ? undefined : state.theirs}
        onLater={() => setPutOff(state.theirs)}
      />
    </BoardNow>
  )
}

/** Says that somebody else changed the board, and how to see it as it was. */
function useArrivals(arrived: number, desk: Desk) {
  useEffect(() => {
    if (arrived > 0) say({ words: 'Changed elsewhere; shown here now', action: { label: 'Undo', onClick: desk.undo } })
  }, [arrived, desk])
}
