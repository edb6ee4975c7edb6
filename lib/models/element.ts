// Elements: what their parts forbid each other.
import type { Input } from './input'
import type { Limits } from './limits'
import { type Clash, saysNothing } from './raw'

/** Pictures need a frontal one; a film stands alone; a voice goes with pictures only. */
export function elementFindings({ film, voice, byId }: Limits['elements'], { elements: list = [] }: Input): Clash[] {
  return list.flatMap(({ id, frontalImage, images, videos, voices, tags }, at): Clash[] => {
    const say = (key: string, message: string) => ({ path: `elements.${at}.${key}`, message })
    const pictured = frontalImage !== undefined || Boolean(images?.length)
    return [
      ...Object.entries({ images, videos, voices, tags }).flatMap(([key, all]) =>
        all && !all.length ? [say(key, saysNothing)] : [],
      ),
      ...(list.findIndex((other) => other.id === id) < at ? [say('id', `Two elements are called ${id}.`)] : []),
      ...(byId && (pictured || videos?.length || voices?.length || !/^\d+$/.test(id))
        ? [say('id', 'Only an element that is known there can be used here, by its id of digits.')]
        : []),
      ...(images?.length && !frontalImage ? [say('frontalImage', 'More pictures need a frontal one.')] : []),
      ...(videos?.length && !film ? [say('videos', 'This model takes no films of elements.')] : []),
      ...(voices?.length && !voice ? [say('voices', 'This model takes no voices of elements.')] : []),
      ...(videos?.length && pictured
        ? [say('videos', 'An element is shown by pictures or by a film, not by both.')]
        : []),
      ...(voices?.length && !frontalImage ? [say('voices', 'A voice needs a frontal picture of the element.')] : []),
    ]
  })
}
