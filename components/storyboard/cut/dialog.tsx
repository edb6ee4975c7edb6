'use client'
// A board as one file: the film of its takes and pictures, and the animatic of its stills and words. Both are free.
import { useEffect, useMemo, useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { seconds } from '@/components/ui/figure'
import { useBoardFilm } from '@/lib/api/film-query'
import { cutOf, samePieces, sketchOf } from '@/lib/storyboard/cut'
import type { Around } from '@/lib/storyboard/plan'
import { boardSeconds } from '@/lib/storyboard/storyboard'
import { staleShots } from '@/lib/storyboard/take-change'
import type { Task } from '@/lib/tasks/task'
import type { Desk } from '../desk/desk'
import type { Draft } from '../desk/draft'
import { CutMade } from './made'
import { CutPlan } from './plan'
import { useMaking } from './use-making'

type Props = {
  open: boolean
  onClose: () => void
  desk: Desk
  draft: Draft
  tasks: readonly Task[]
  around: Around
}

export function CutDialog(props: Props) {
  return (
    <Dialog open={props.open} onClose={props.onClose} wide title="The film">
      <Room {...props} />
    </Dialog>
  )
}

function Room({ desk, draft, tasks, around }: Props) {
  const [slates, setSlates] = useState(false)
  const cut = useMemo(() => cutOf(draft, tasks), [draft, tasks])
  const stale = useMemo(() => staleShots(draft, tasks, around).length, [draft, tasks, around])
  const stand = useSaved(
    desk,
    useMemo(() => JSON.stringify(cut.pieces), [cut]),
  )
  const { data: facts, error } = useBoardFilm(desk.id, stand)
  const film = useMaking(desk, tasks, 'cut')
  const animatic = useMaking(desk, tasks, 'animatic')
  const empty = draft.shots.length === 0
  const barred = cut.missing.length > 0 && !slates
  const [fresh, sketched] = [
    film.made?.input.pieces !== undefined && samePieces(film.made.input.pieces, cut.pieces),
    animatic.made?.input.pieces !== undefined && samePieces(animatic.made.input.pieces, sketchOf(draft)),
  ]
  return (
    <div className="mt-3 flex flex-col gap-5">
      <section aria-label="Film" className="flex flex-col gap-3">
        <p className="text-ink-2 tabular-nums">
          What stands for each shot, in order, {seconds(boardSeconds(draft.shots))}
          {facts ? `, ${facts.width}×${facts.height}, ${facts.fps} fps` : ''}.
        </p>
        <CutPlan {...{ draft, cut, stale, facts, error, slates }} onSlates={setSlates} />
        <CutMade
          making={film}
          title={draft.title}
          {...{ fresh, stale }}
          label="Make the film"
          again="Make it anew"
          next
          reason={empty ? 'No shots yet' : barred ? 'Some shots are missing' : undefined}
          onMake={() => film.make({ slates })}
        />
      </section>
      <section aria-label="Animatic" className="flex flex-col gap-3 border-t border-line pt-4">
        <div>
          <h3 className="text-14 tight">Animatic</h3>
          <p className="text-ink-2">
            Every shot as a moving sketch of its pictures and words, at its authored seconds.
          </p>
        </div>
        <CutMade
          making={animatic}
          title={`${draft.title}, animatic`}
          fresh={sketched}
          label="Render the animatic"
          again="Render it anew"
          reason={empty ? 'No shots yet' : undefined}
          onMake={() => animatic.make({})}
        />
      </section>
    </div>
  )
}

/** The pieces once the studio has the board as it stands here; nothing until then. */
function useSaved(desk: Desk, pieces: string): string | undefined {
  const [saved, setSaved] = useState<string>()
  useEffect(() => {
    let here = true
    void desk.save().then((done) => {
      if (here && done) setSaved(pieces)
    })
    return () => {
      here = false
    }
  }, [desk, pieces])
  return saved
}
