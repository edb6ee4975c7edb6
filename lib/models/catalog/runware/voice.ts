// Faces that speak: KlingAI Lip-Sync and Avatar 2.0 on Runware.
import { megabytes } from '../../../media/limits'
import type { Row } from '../../row'
import { newPicture } from './part'
import { modelPage, providerPage, video } from './platform'

const volume = {
  limits: { min: 0, max: 2, step: 0.1 },
  source: { page: 'Kling’s own lip-sync API; Runware prints no range', date: '2026' },
} as const

const avatar = video({
  id: 'avatar',
  fields: {
    image: { limits: { of: newPicture }, required: true },
    audio: { limits: { of: { kind: 'audio', seconds: { min: 2, max: 300 }, bytes: megabytes(5) } }, required: true },
    prompt: { limits: { min: 1, max: 2500 } },
  },
})
const common = { provider: 'runware', kind: 'video', source: providerPage } as const

export const voice: readonly Row[] = [
  {
    ...common,
    model: 'klingai:avatar@2.0-pro',
    name: 'KlingAI Avatar 2.0 Pro',
    family: 'Kling Avatar 2.0',
    tier: 'Pro',
    price: {
      currency: 'USD',
      rates: [{ per: 'second', amount: 0.087, of: 'audio' }],
      source: modelPage('KlingAI Avatar 2.0 Pro'),
    },
    workflows: [avatar],
  },
  {
    ...common,
    model: 'klingai:avatar@2.0-standard',
    name: 'KlingAI Avatar 2.0 Standard',
    family: 'Kling Avatar 2.0',
    tier: 'Standard',
    price: {
      currency: 'USD',
      rates: [{ per: 'second', amount: 0.044, of: 'audio' }],
      source: modelPage('KlingAI Avatar 2.0 Standard'),
    },
    workflows: [avatar],
  },
  {
    ...common,
    model: 'klingai:7@1',
    name: 'KlingAI Lip-Sync',
    family: 'Kling Lip-Sync',
    tier: '',
    price: {
      currency: 'USD',
      rates: [
        {
          per: 'second',
          amount: 0.0092,
          of: 'sourceVideo',
          steps: [
            { upTo: 5, amount: 0.0462 },
            { upTo: 10, amount: 0.0924 },
          ],
        },
      ],
      source: modelPage('KlingAI Lip-Sync'),
    },
    workflows: [
      video({
        id: 'lip-sync',
        fields: {
          sourceVideo: {
            limits: {
              of: { kind: 'video', seconds: { min: 2, max: 60 }, side: { min: 512, max: 2160 }, bytes: megabytes(20) },
            },
            required: true,
            label: 'Film that speaks',
            note: '720p or 1080p',
          },
          audio: { limits: { of: { kind: 'audio', seconds: { min: 2, max: 60 } } }, required: true },
          soundVolume: volume,
          originalAudioVolume: volume,
        },
      }),
    ],
  },
]
