'use client'
// What was painted, in small: the picture, its areas in their colours and the ways they go.
import { useId } from 'react'
import type { Asset } from '@/lib/media/asset'
import type { DynamicMask } from '@/lib/models/input'
import { flip, type Size } from './geometry'
import { type Area, areaColours } from './sheet'

type Props = { picture: Asset; moving: readonly DynamicMask[]; still: { asset: string } | undefined; size: Size }

const address = (id: string) => `/api/media/${encodeURIComponent(id)}`

export function Summary({ picture, moving, still, size }: Props) {
  const id = useId()
  const whole = { x: 0, y: 0, width: size.width, height: size.height }
  const layers = [
    ...moving.flatMap(({ mask }, at) =>
      'asset' in mask ? [{ area: (at + 1) as Area, url: address(mask.asset) }] : [],
    ),
    ...(still ? [{ area: 0 as Area, url: address(still.asset) }] : []),
  ]
  const thick = Math.max(size.width, size.height) / 120
  return (
    <svg
      role="img"
      aria-label={`${picture.name} with ${moving.length} moving ${moving.length === 1 ? 'area' : 'areas'}${still ? ' and one that stays still' : ''}`}
      viewBox={`0 0 ${size.width} ${size.height}`}
      className="size-full"
    >
      <image href={picture.posterUrl ?? picture.url} {...whole} preserveAspectRatio="none" />
      {layers.map(({ area, url }) => (
        <g key={area}>
          <mask id={`${id}${area}`}>
            <image href={url} {...whole} preserveAspectRatio="none" />
          </mask>
          <rect {...whole} fill={areaColours[area]} opacity={0.55} mask={`url(#${id}${area})`} />
        </g>
      ))}
      {moving.map(({ trajectories }, at) => {
        const area = (at + 1) as Area
        const path = trajectories.map((point) => flip(point, size))
        const line = path.map(({ x, y }) => `${x},${y}`).join(' ')
        return (
          <g key={area} fill="none" strokeLinecap="round" strokeLinejoin="round">
            <marker
              id={`${id}head${area}`}
              viewBox="0 0 4 4"
              refX="2"
              refY="2"
              markerWidth="4"
              markerHeight="4"
              orient="auto"
            >
              <path d="M0 0L4 2L0 4z" fill={areaColours[area]} stroke="none" />
            </marker>
            <polyline points={line} stroke="#000a" strokeWidth={thick * 2} />
            <polyline
              points={line}
              stroke={areaColours[area]}
              strokeWidth={thick}
              markerEnd={`url(#${id}head${area})`}
            />
          </g>
        )
      })}
    </svg>
  )
}
