// Fields and sentences that the models of a gateway share, and where each fact comes from.
import type { Fields, Use } from '../../row'
import type { Rule, When } from '../../rules'
import { shapes } from '../../size'
import type { Source } from '../../source'
import { packed, taken } from './word'

/** The page prints no date; the date is that of the reading. */
export const page: Source = { page: 'OctopusX, Kling Videos (OpenAI format)', date: '2026-11-20' }
const upstream: Source = { page: 'Tencent Cloud, guide to CreateAigcVideoTask', date: '2026' }
const clients: Source = { page: 'clients and gateways of the new-api family', date: '2026' }

/** What the gateway's own page does not say, each fact with where it is said instead. */
const unsure = (who: 'upstream' | 'clients', more = '') =>
  `May be refused by your gateway; source: ${who === 'upstream' ? 'Tencent’s guide' : 'clients of such gateways'}.${more && ` ${more}`}`
export const fromUpstream = (more?: string) => ({ note: unsure('upstream', more), source: upstream })
const fromClients = (more?: string) => ({ note: unsure('clients', more), source: clients })

export const prompt = { limits: {} } as const
export const picture = { kind: 'image' } as const
export const film = { kind: 'video' } as const
export const frames = { limits: { of: picture, ends: 'both' } } as const
export const shape: Use<'size'> = { limits: { sizes: shapes('16:9', '9:16', '1:1'), as: 'shape' } }

export const resolution = { limits: { options: ['720P', '1080P'] } } as const
/** What every way of working can say. */
const always = {
  resolution,
  offPeak: { limits: {}, note: 'By the gateway’s page it costs less; for Kling the price may not change.' },
} satisfies Fields
/** Made with the picture; `Enabled` and `Disabled` are not on the page. */
export const sound = { limits: {}, ...fromClients() } as const

/** The page names the lengths of a model and, apart from that, 5, 10 and 15 s: between them it may refuse. */
export const duration = (max: 10 | 15): Use<'duration'> => ({ limits: { min: 5, max, step: 1 }, start: 5 })
export const listed = (max: 10 | 15): number[] => (max === 15 ? [5, 10, 15] : [5, 10])
export const listedOnly = (max: 10 | 15): Rule => ({
  narrows: 'duration',
  to: { values: listed(max) },
  when: {},
  why: `The gateway’s page lists ${listed(max)
    .join(', ')
    .replace(/, (\d+)$/, ' and $1')} s; another length may be refused.`,
  force: 'offering',
})

export const shots = {
  shots: {
    limits: { max: 6, words: { min: 1, max: 512 }, seconds: { min: 1, max: 15, step: 1 } },
    ...fromUpstream(),
  },
  shotType: { limits: { options: ['customize', 'intelligence'] }, ...fromUpstream() },
} satisfies Fields
export const elements: Use<'elements'> = {
  limits: { max: 7, byId: true, pictures: 0, of: picture },
  ...fromUpstream('Named by their ids there.'),
}
const elementMarks: Rule = {
  markers: 'element',
  of: 'elements',
  why: 'There is no element of that number.',
  force: 'placing',
}
export const told: readonly Rule[] = [
  elementMarks,
  { bars: 'prompt', when: { shots: 'set' }, why: 'Shots take the place of the words.', force: 'offering' },
  { bars: 'shots', when: { shotType: 'intelligence' }, why: 'With intelligence the model cuts the words itself.' },
  { needs: 'prompt', when: { shotType: 'intelligence' }, why: 'Intelligence makes shots of the words: write them.' },
  { needs: 'shots', when: { shotType: 'customize' }, why: 'A shot type of customize needs shots.' },
  { sum: 'shots', equals: 'duration', why: 'Shot lengths must add up to the length.' },
]

/** A request that carries what the form has no field for is the gateway's to judge. */
export const bare: When = { extra: 'unset' }
export const wordsNeeded = (or: boolean): Rule => ({
  atLeastOne: or ? ['prompt', 'shots'] : ['prompt'],
  when: bare,
  why: or ? 'Words or shots are needed.' : 'Words are needed.',
})
export const needed = (key: 'firstFrame' | 'referenceImages' | 'referenceVideos', why: string): Rule => ({
  needs: key,
  when: bare,
  why,
})
export const lastNeedsFirst: Rule = {
  needs: 'firstFrame',
  when: { lastFrame: 'set' },
  why: 'A last frame needs a first frame.',
  force: 'placing',
}
export const shapeFollows: Rule = {
  bars: 'aspectRatio',
  when: { firstFrame: 'set' },
  why: 'With a first frame the shape follows the picture.',
  force: 'offering',
}

export function complete(fields: Fields, scene?: string): Fields {
  const all: Fields = { ...always, ...fields }
  return { ...all, extra: { limits: { taken: taken(all, scene !== undefined), packed } } }
}
