import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'

const root = path.resolve(import.meta.dirname, '..', '..', '..')
// Every import looks down: to a lower floor, or into the file's own room.
const floors = [
  ['lib/errors'],
  ['lib/env', 'lib/db'],
  ['lib/media'],
  ['lib/models', 'lib/elements'],
  ['lib/storyboard'],
  ['lib/tasks', 'lib/providers'],
  ['lib/worker'],
  ['lib/runtime'],
  ['lib/api'],
  ['components'],
  ['app', 'instrumentation'],
]
// Type imports vanish in the build; the tables and the settings are typed by the words of rooms above them.
const typesMayLookUp = new Set(['lib/db'])
// A browser needs the addresses of the contract and its types, not what the server checks with.
const serverOnly = (file: string) =>
  /\.server\.ts$/.test(file) || /^lib\/(providers|worker)\/|^lib\/db\/client|^lib\/api\/contract\.ts$/.test(file)

type Import = { from: string; to: string; typeOnly: boolean; later: boolean }

function* sources(folder: string): Generator<string> {
  for (const name of readdirSync(path.join(root, folder))) {
    const file = path.join(folder, name)
    if (statSync(path.join(root, file)).isDirectory()) yield* sources(file)
    else if (/\.tsx?$/.test(name)) yield file
  }
}

const files = [...sources('lib'), ...sources('components'), ...sources('app')]
const known = new Set(files)

function resolve(from: string, to: string): string | undefined {
  const base = to.startsWith('@/') ? to.slice(2) : to.startsWith('.') ? path.join(path.dirname(from), to) : undefined
  if (base === undefined) return
  return [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`, `${base}/index.tsx`].find((file) => known.has(file))
}

const imports: Import[] = files.flatMap((from) => {
  const text = readFileSync(path.join(root, from), 'utf8')
  const found = [...text.matchAll(/(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'";]*?\s+from\s+)?['"]([^'"]+)['"]/g)]
  const lazy = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)]
  return [
    ...found.map(([, , type, to]) => ({ to: resolve(from, to ?? ''), typeOnly: type !== undefined, later: false })),
    ...lazy.map(([, to]) => ({ to: resolve(from, to ?? ''), typeOnly: false, later: true })),
  ].flatMap(({ to, ...how }) => (to ? [{ from, to, ...how }] : []))
})

function floorOf(file: string): { floor: number; room: string } {
  for (const [floor, rooms] of floors.entries())
    for (const room of rooms)
      if (file === room || file.startsWith(`${room}/`) || file.startsWith(`${room}.`)) return { floor, room }
  throw new Error(`${file} is in no room; add its room to the floors`)
}

test('imports look down only, and never into another room of the same floor', () => {
  const wrong = imports.filter(({ from, to, typeOnly }) => {
    const here = floorOf(from)
    const there = floorOf(to)
    if (here.room === there.room) return false
    if (typeOnly && typesMayLookUp.has(here.room)) return false
    return there.floor >= here.floor
  })
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
})

test('nothing that the browser loads reaches a file of the server', () => {
  const isScreen = (file: string) => file.startsWith('components/')
  const seen = new Map<string, string[]>()
  const queue = files.filter(isScreen).map((file) => [file])
  for (let trail = queue.pop(); trail; trail = queue.pop()) {
    const file = trail.at(-1) ?? ''
    if (seen.has(file)) continue
    seen.set(file, trail)
    for (const { from, to, typeOnly } of imports) if (from === file && !typeOnly) queue.push([...trail, to])
  }
  expect(
    [...seen.values()].filter((trail) => serverOnly(trail.at(-1) ?? '')).map((trail) => trail.join(' → ')),
  ).toEqual([])
})

test('the first load of Compose holds one row of the catalogue and nothing that judges', () => {
  const seen = new Map<string, string[]>()
  const queue = ['components/shell/provider.tsx', 'components/shell/shell.tsx', 'components/compose/screen.tsx'].map(
    (file) => [file],
  )
  for (let trail = queue.pop(); trail; trail = queue.pop()) {
    const file = trail.at(-1) ?? ''
    if (seen.has(file)) continue
    seen.set(file, trail)
    for (const { from, to, typeOnly, later } of imports)
      if (from === file && !typeOnly && !later) queue.push([...trail, to])
  }
  const heavy = (file: string) =>
    /^lib\/models\/(catalog\/index|judge)\.ts$/.test(file) ||
    /\bfrom '(zod|@base-ui)\b/.test(readFileSync(path.join(root, file), 'utf8'))
  expect([...seen.values()].filter((trail) => heavy(trail.at(-1) ?? '')).map((trail) => trail.join(' → '))).toEqual([])
})

test('no file imports itself around a corner', () => {
  const graph = new Map<string, string[]>()
  for (const { from, to } of imports) graph.set(from, [...(graph.get(from) ?? []), to])
  const cycles: string[] = []
  const done = new Set<string>()
  const walk = (file: string, trail: string[]) => {
    const at = trail.indexOf(file)
    if (at >= 0) return void cycles.push([...trail.slice(at), file].join(' → '))
    if (done.has(file)) return
    for (const next of graph.get(file) ?? []) walk(next, [...trail, file])
    done.add(file)
  }
  for (const file of files) walk(file, [])
  expect(cycles).toEqual([])
})
