'use client'
import { ScanFace } from 'lucide-react'
import type { Face } from '@/lib/models/check/shape'
import { cx } from '../ui/cx'
import { exact } from './place'

type Props = { faces: readonly Face[]; chosen: string | undefined; onChoose: (face: Face) => void }

/** The faces of the film as pictures, one of them chosen. */
export function FaceList({ faces, chosen, onChoose }: Props) {
  return (
    <ul aria-label="Faces in the film" className="flex flex-wrap gap-2">
      {faces.map((face, at) => (
        <li key={face.id}>
          <button
            type="button"
            aria-pressed={face.id === chosen}
            onClick={() => onChoose(face)}
            className={cx(
              'flex w-24 flex-col gap-1 rounded-picture text-left text-11 text-ink-3',
              face.id === chosen && 'outline-2 outline-offset-2 outline-focus',
            )}
          >
            <span
              className="flex aspect-square items-center justify-center overflow-hidden rounded-picture bg-monitor text-ink-2"
              data-theme="dark"
            >
              {face.picture ? (
                <img alt="" src={face.picture} className="size-full object-contain" />
              ) : (
                <ScanFace aria-hidden className="size-6" />
              )}
            </span>
            <span className="text-12 font-medium text-ink">Face {at + 1}</span>
            <span className="tabular-nums">
              {exact(face.from)}–{exact(face.to)}&#8239;s
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
