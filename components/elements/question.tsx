'use client'
import { type ReactNode, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

type Props<T> = {
  asked: T | undefined
  title: (about: T) => string
  words: (about: T) => ReactNode
  /** What would be lost by. */
  verb: string
  onYes: (about: T) => void
  onClose: () => void
}

/** Asks before something is lost; the default keeps it. */
export function Question<T>({ asked, title, words, verb, onYes, onClose }: Props<T>) {
  const keep = useRef<HTMLButtonElement>(null)
  // The words stay while the dialog fades.
  const last = useRef(asked)
  if (asked !== undefined) last.current = asked
  const about = asked ?? last.current
  if (about === undefined) return null
  return (
    <Dialog
      open={asked !== undefined}
      onClose={onClose}
      first={keep}
      title={title(about)}
      description={words(about)}
      actions={
        <>
          <Button
            kind="grave"
            onClick={() => {
              onYes(about)
              onClose()
            }}
          >
            {verb}
          </Button>
          <Button ref={keep} kind="next" size="normal" onClick={onClose}>
            Keep
          </Button>
        </>
      }
    />
  )
}
