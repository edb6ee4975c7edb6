'use client'
import { type DragEvent, useState } from 'react'
import type { Act } from '../desk/act'

const kind = 'application/x-reelboard-shot'

/** A shot that can be dragged to the place of another; files that are dropped pass by. */
export function useDragged(id: string, act: Act) {
  const [over, setOver] = useState(false)
  return {
    over,
    draggable: true,
    onDragStart(event: DragEvent) {
      event.dataTransfer.setData(kind, id)
      event.dataTransfer.effectAllowed = 'move'
    },
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes(kind)) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop(event: DragEvent) {
      setOver(false)
      const from = event.dataTransfer.getData(kind)
      if (!from) return
      event.preventDefault()
      if (from !== id) act.drop(from, id)
    },
  }
}
