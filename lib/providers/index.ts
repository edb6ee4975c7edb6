// Everybody who runs models for us. A new one is a folder and a word in this list.
import type { Env } from '../env.server'
import { kling } from './kling'
import { local } from './local'
import { openai } from './openai'
import type { Provider } from './provider'
import { runware } from './runware'

export const providersOf = (env: Env): readonly Provider[] => [local, runware, kling, ...env.gateways.map(openai)]
