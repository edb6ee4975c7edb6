// What Kling does to films, faces and sounds besides: longer films, effects, speech and noises.
import { megabytes } from '../../../media/limits'
import type { Row } from '../../row'
import { effectScenes } from './effect'
import { mapPage } from './page'
import { film, guidance, mode, picture, sound, way, words } from './part'
import { inUnits } from './price'

const common = { provider: 'kling', tier: '', source: mapPage, dialect: { api: 'tool' } } as const
const video = { ...common, kind: 'video' } as const
const audio = { ...common, kind: 'audio', family: 'Kling sound' } as const

const volume = { limits: { min: 0, max: 2, step: 0.1 }, note: 'Kling takes 1 when nothing is said.' } as const

const lips: Row = {
  ...video,
  model: 'kling-lip-sync',
  name: 'Kling Lip-Sync',
  family: 'Kling Lip-Sync',
  note: 'Finding the faces of a film costs 0.05 units each time.',
  price: 'unknown',
  workflows: [
    way(
      'lip-sync',
      {
        sourceVideo: {
          limits: {
            of: { ...film, seconds: { min: 2, max: 60 }, side: { min: 512, max: 2160 }, bytes: megabytes(100) },
          },
          label: 'Film that speaks',
          note: '720p or 1080p; looked through for faces before the order is placed.',
        },
        faces: {
          limits: { sound: { min: 2, max: 60 }, overlap: 2, asking: { amount: 0.05, currency: 'units' } },
          required: true,
        },
        audio: { limits: { of: { ...sound, seconds: { min: 2, max: 60 } } }, required: true },
        soundVolume: volume,
        originalAudioVolume: volume,
      },
      {
        rules: [
          // A session names the film in which it found the faces.
          {
            needs: 'sourceVideo',
            when: { faces: 'unset' },
            why: 'A film is needed, in which somebody speaks.',
          },
        ],
      },
    ),
  ],
}

const avatar: Row = {
  ...video,
  model: 'kling-avatar',
  name: 'Kling Avatar',
  family: 'Kling Avatar',
  tier: 'Standard, Pro',
  dialect: { api: 'tool', mode: 'std' },
  price: inUnits(
    { when: { mode: 'pro' }, per: 'second', amount: 0.8, of: 'audio' },
    { per: 'second', amount: 0.4, of: 'audio' },
  ),
  workflows: [
    way('avatar', {
      image: { limits: { of: picture }, required: true },
      audio: { limits: { of: { ...sound, seconds: { min: 2, max: 300 } } }, required: true },
      prompt: words,
      mode: mode(['std', 'pro']),
    }),
  ],
}

const effects: Row = {
  ...video,
  model: 'kling-effects',
  name: 'Kling Effects',
  family: 'Kling Effects',
  note: 'Kling had 219 scenes on 2026-09-20, 15 of them for two pictures; their names come and go.',
  price: 'unknown',
  workflows: [
    way(
      'effects',
      {
        effectScene: { limits: { known: effectScenes }, required: true },
        referenceImages: {
          limits: { of: picture, min: 1, max: 2 },
          required: true,
          label: 'Pictures',
          note: 'One, or two for a scene of two people: left and right.',
        },
      },
      { marked: false },
    ),
  ],
}

const extend: Row = {
  ...video,
  model: 'kling-video-extend',
  name: 'Kling Extend',
  family: 'Kling Extend',
  note: 'Adds 4 to 5 s to a film that 1.0, 1.5 or 1.6 made in the last 30 days, up to 3 min; model and mode follow it.',
  price: 'unknown',
  workflows: [
    way('extend', {
      sourceVideo: {
        limits: { of: film, id: true },
        required: true,
        label: 'Film to go on with',
        note: 'By Kling’s own id of it.',
      },
      prompt: words,
      negativePrompt: words,
      guidance,
    }),
  ],
}

const noise: Row = {
  ...audio,
  model: 'kling-text-to-audio',
  name: 'Kling Text to Audio',
  price: inUnits({ per: 'result', amount: 0.25 }),
  workflows: [
    way(
      'text-to-audio',
      {
        prompt: { limits: { min: 1, max: 200 }, required: true },
        duration: { limits: { min: 3, max: 10, step: 0.1 }, required: true, start: 5 },
      },
      { marked: false },
    ),
  ],
}

const filmNoise: Row = {
  ...audio,
  model: 'kling-video-to-audio',
  name: 'Kling Video to Audio',
  price: inUnits({ per: 'result', amount: 0.25 }),
  workflows: [
    way(
      'video-to-audio',
      {
        sourceVideo: {
          limits: { of: { ...film, seconds: { min: 3, max: 20 }, bytes: megabytes(100) } },
          required: true,
          label: 'Film',
        },
        soundEffects: { limits: { max: 200 } },
        music: { limits: { max: 200 } },
        asmr: { limits: {} },
      },
      { marked: false },
    ),
  ],
}

const speech: Row = {
  ...audio,
  model: 'kling-tts',
  name: 'Kling Speech',
  note: 'What it says can be used by avatar and lip sync under its id.',
  price: inUnits({ per: 'result', amount: 0.05 }),
  workflows: [
    way(
      'text-to-speech',
      {
        prompt: { limits: { min: 1, max: 1000 }, required: true, label: 'What is said' },
        voice: { limits: {}, required: true, note: 'Of speech and lip sync; the voices of films are others.' },
        language: { limits: { options: ['zh', 'en'], labels: { zh: 'Chinese', en: 'English' } }, required: true },
        speed: { limits: { min: 0.8, max: 2, step: 0.1 } },
      },
      { marked: false },
    ),
  ],
}

export const tools: readonly Row[] = [lips, avatar, effects, extend, filmNoise, noise, speech]
