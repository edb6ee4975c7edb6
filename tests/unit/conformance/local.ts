import { local } from '../../../lib/providers/local'
import { openDesk, order } from '../local/desk'
import type { Entrant } from './bench'

const nothing = () => {
  throw new Error('nothing goes out from here')
}

export const localEntrant: Entrant = {
  name: 'local',
  sends: false,
  names: true,
  async open() {
    const desk = await openDesk()
    return {
      provider: local,
      io: desk.io,
      order: () => order({ prompt: 'A harbour at dawn', duration: 1, width: 480, height: 270 }),
      secrets: [],
      // A film that is drawn here ends by itself.
      finish: () => undefined,
      sent: () => [],
      bought: () => 0,
      meet: nothing,
      intruder: nothing,
      close: desk.close,
    }
  },
}
