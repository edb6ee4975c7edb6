'use client'
import { Brush, Eraser, Hand, Maximize, Redo2, Route, Undo2, ZoomIn, ZoomOut } from 'lucide-react'
import { IconButton } from '../ui/icon-button'
import { Slider } from '../ui/slider'
import type { Tool } from './gesture'
import type { StageTell } from './stage'

const tools = [
  { tool: 'paint', label: 'Paint', keys: 'B', icon: <Brush /> },
  { tool: 'erase', label: 'Erase', keys: 'E', icon: <Eraser /> },
  { tool: 'path', label: 'Draw the path', keys: 'P', icon: <Route /> },
  { tool: 'move', label: 'Move the picture', keys: 'H', icon: <Hand /> },
] as const satisfies readonly { tool: Tool; label: string; keys: string; icon: React.ReactNode }[]

type Props = {
  tool: Tool
  onTool: (tool: Tool) => void
  /** Diameter of the brush in pixels of the picture, and the largest one. */
  width: number
  most: number
  onWidth: (width: number) => void
  history: { step(by: 1 | -1): void; canUndo: boolean; canRedo: boolean }
  stage: StageTell | undefined
}

/** What the hand does, how broad the brush is, back and forth, nearer and farther. */
export function Toolbar({ tool, onTool, width, most, onWidth, history, stage }: Props) {
  return (
    <div
      role="toolbar"
      aria-label="Tools"
      className="top-0 z-2 flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-overlay px-3 py-1.5 max-md:sticky"
    >
      <span className="flex gap-0.5">
        {tools.map(({ tool: one, label, keys, icon }) => (
          <IconButton key={one} label={label} keys={keys} on={tool === one} onClick={() => onTool(one)}>
            {icon}
          </IconButton>
        ))}
      </span>
      <span className="flex items-center gap-2 text-12 text-ink-2 max-md:order-2">
        Brush
        <Slider
          label="Width of the brush"
          value={width}
          min={2}
          max={most}
          onChange={onWidth}
          valueText={(value) => `${value} pixels`}
          className="w-28 max-md:w-20"
        />
        <span className="w-12 text-ink-3 tabular-nums">{width}&#8239;px</span>
      </span>
      <span className="ml-auto flex gap-0.5 max-md:order-1">
        <IconButton label="Undo" keys="Control+Z" disabled={!history.canUndo} onClick={() => history.step(-1)}>
          <Undo2 />
        </IconButton>
        <IconButton label="Redo" keys="Control+Shift+Z" disabled={!history.canRedo} onClick={() => history.step(1)}>
          <Redo2 />
        </IconButton>
      </span>
      <span className="flex gap-0.5 max-md:order-3 max-md:ml-auto">
        <IconButton label="Farther" keys="-" onClick={() => stage?.zoom(1 / 1.25)}>
          <ZoomOut />
        </IconButton>
        <IconButton label="Nearer" keys="+" onClick={() => stage?.zoom(1.25)}>
          <ZoomIn />
        </IconButton>
        <IconButton label="Show the whole picture" keys="F" onClick={() => stage?.fit()}>
          <Maximize />
        </IconButton>
      </span>
    </div>
  )
}
