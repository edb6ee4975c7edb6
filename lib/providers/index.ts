// Everybody who runs models for us. A new one is a folder and a word in this list.
import { local } from './local'
import type { Provider } from './provider'
import { runware } from './runware'

export const providers: readonly Provider[] = [local, runware]
