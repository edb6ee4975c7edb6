'use client'
// The boards, the one changed last first; beneath them what one can start from.
import { FileUp, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/field'
import { Logo } from '@/components/ui/logo'
import { PhoneBar } from '@/components/ui/phone-bar'
import { useAwake } from '@/components/ui/window'
import type { NewBoard, Storyboard } from '@/lib/storyboard/storyboard'
import { ImportDialog } from './import'
import { useBoards, useNewBoard } from './query'
import { RemoveBoard } from './remove'
import { BoardRow } from './row'
import { sampleBoard, samples } from './sample'

const fresh = (): NewBoard => ({
  title: 'Untitled board',
  settings: { provider: 'local', model: 'animatic' },
  shots: [],
})

export function BoardList() {
  const awake = useAwake()
  const boards = useBoards()
  const add = useNewBoard()
  const [importing, setImporting] = useState(false)
  const [removing, setRemoving] = useState<Storyboard>()
  const list = awake ? boards.data : undefined
  return (
    <>
      <PhoneBar>
        <Logo />
        <span className="text-15 tight">Boards</span>
      </PhoneBar>
      <div className="min-h-0 flex-1 md:scroll-quiet">
        <div className="mx-auto flex w-full max-w-[960px] flex-col gap-6 p-6 max-md:p-4">
          <div className="flex flex-wrap items-center gap-2">
            <h1 className="mr-auto text-20 tight">Storyboards</h1>
            <Button icon={<FileUp className="size-4" />} onClick={() => setImporting(true)}>
              Import
            </Button>
            <Button
              kind="next"
              size="bar"
              icon={<Plus className="size-4" />}
              disabled={add.isPending}
              focusableWhenDisabled
              onClick={() => add.mutate(fresh)}
            >
              New board
            </Button>
          </div>
          {add.error && <ErrorLine>{add.error.message}</ErrorLine>}
          {boards.error && (
            <ErrorLine fixes={[{ label: 'Try again', onApply: () => void boards.refetch() }]}>
              {boards.error.message}
            </ErrorLine>
          )}
          {list && list.length > 0 ? (
            <ul aria-label="Boards" className="flex flex-col">
              {list.map((board) => (
                <BoardRow key={board.id} board={board} onRemove={() => setRemoving(board)} />
              ))}
            </ul>
          ) : (
            <p role="status" className="py-6 text-ink-2">
              {list ? 'No boards yet. Begin with an empty one, a script of yours, or a sample.' : 'Reading the boards'}
            </p>
          )}
          {boards.hasNextPage && (
            <Button className="self-center" onClick={() => void boards.fetchNextPage()}>
              Earlier boards
            </Button>
          )}
          <section aria-labelledby="samples" className="border-t border-line pt-5">
            <h2 id="samples" className="text-14 tight">
              Samples
            </h2>
            <ul className="mt-3 grid gap-4 md:grid-cols-2">
              {samples.map((sample) => (
                <li key={sample.title} className="flex items-center gap-4">
                  <span className="flex aspect-video w-36 shrink-0 items-center rounded-picture bg-monitor max-md:w-28">
                    <img alt="" src={`/samples/${sample.still}.jpg`} className="size-full object-contain" />
                  </span>
                  <span className="flex min-w-0 flex-col items-start gap-1">
                    <span className="font-medium">{sample.title}</span>
                    <span className="text-12 text-ink-2">{sample.about}</span>
                    <Button
                      size="tool"
                      disabled={add.isPending}
                      focusableWhenDisabled
                      aria-label={`Open a copy of ${sample.title}`}
                      onClick={() => add.mutate(() => sampleBoard(sample))}
                    >
                      Open a copy
                    </Button>
                  </span>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
      <ImportDialog open={importing} onClose={() => setImporting(false)} onBoard={(keep) => add.mutate(keep)} />
      <RemoveBoard board={removing} onClose={() => setRemoving(undefined)} />
    </>
  )
}
