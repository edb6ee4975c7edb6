import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { StudioError } from '../../../lib/errors'
import { kindOf, scripts } from '../../../lib/storyboard/script'
import type { ScriptShot } from '../../../lib/storyboard/script/script'

const scene = (at: number) => `INT. LAMP ROOM ${at} - NIGHT

The great lens turns once.
A moth circles the bulb.

She climbs the last stair (4 s)

MARA
(out of breath)
It was lit when I left.

[[hold on the brass]]

Salt on the window. Далеко море. 远处是海。

CUT TO:
`
const film = `Title: The Last Keeper
Author: Nobody

${Array.from({ length: 20 }, (_, at) => scene(at + 1)).join('\n')}`

const worded = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

test('a screenplay of 300 lines keeps every word in order, in and out again', () => {
  expect(film.split('\n').length).toBeGreaterThanOrEqual(300)
  expect(kindOf(film)).toBe('fountain')
  const read = scripts.fountain.read(film, 5)
  expect(read.title).toBe('The Last Keeper')
  expect(read.shots).toHaveLength(60)
  expect(read.shots[0]).toMatchObject({
    prompt: 'The great lens turns once.\nA moth circles the bulb.',
    scene: 'INT. LAMP ROOM 1 - NIGHT',
  })
  expect(read.shots[1]).toMatchObject({
    prompt: 'She climbs the last stair',
    duration: 4,
    dialogue: 'MARA\n(out of breath)\nIt was lit when I left.',
  })
  expect(read.shots[2]).toMatchObject({ notes: '[[hold on the brass]]' })
  const written = scripts.fountain.write(read)
  expect(scripts.fountain.read(written, 5)).toEqual(read)
  const lost = worded(film).filter((line) => !written.includes(line) && !line.endsWith('(4 s)'))
  expect(lost).toEqual([])
})

const whole = `Title:
    _**THE LAST KEEPER**_
Credit: Written by
Author: Me

FADE IN:

[[cold open]]

INT. CABIN - NIGHT

# Act one

Rain on the glass. (4 s)

MARA
It was lit.

MARA
(low)
I lit it.

[[hold]]

She turns.

CUT TO:

INT. STAIRS - NIGHT

> DISSOLVE TO BLACK

EXT. DECK - DAWN

= She is alone.

Gulls.

EXT. DECK - DAWN

Again gulls.

> THE END <

[[two
lines]]

EXT. NOWHERE - DAY
`

test('every line of a screenplay comes back in its place', () => {
  const filled = (text: string) => text.split('\n').filter((line) => line.trim() !== '')
  const read = scripts.fountain.read(whole, 5)
  expect(read.shots.map(({ prompt, scene, notes }) => [prompt, scene, notes])).toEqual([
    [
      'Rain on the glass.',
      'INT. CABIN - NIGHT',
      'Title page:\nTitle:\n    _**THE LAST KEEPER**_\nCredit: Written by\nAuthor: Me\n\nBefore the scene:\nFADE IN:\n\nBefore the scene:\n[[cold open]]\n\n# Act one',
    ],
    ['She turns.', 'INT. CABIN - NIGHT', '[[hold]]'],
    [
      'Gulls.',
      'EXT. DECK - DAWN',
      'Before the scene:\nCUT TO:\n\nBefore the scene:\nINT. STAIRS - NIGHT\n\nBefore the scene:\n> DISSOLVE TO BLACK\n\n= She is alone.',
    ],
    [
      'Again gulls.',
      'EXT. DECK - DAWN',
      'Before the scene:\nEXT. DECK - DAWN\n\nAfter the shot:\n> THE END <\n\nAfter the shot:\n[[two\nlines]]\n\nAfter the shot:\nEXT. NOWHERE - DAY',
    ],
  ])
  const written = scripts.fountain.write(read)
  expect(filled(written)).toEqual(filled(whole))
  expect(scripts.fountain.read(written, 5)).toEqual(read)
})

test('a screenplay without a title page gets none, and a film of another name only another title', () => {
  const bare = 'FADE IN:\n\nINT. CABIN - NIGHT\n\nRain.\n\nCUT TO:\n\nEXT. DECK - DAWN\n\nGulls.\n\n> THE END <\n'
  expect(scripts.fountain.write(scripts.fountain.read(bare, 5))).toBe(bare)
  const renamed = scripts.fountain.write({ ...scripts.fountain.read(whole, 5), title: 'Dawn' })
  expect(renamed.split('\n\n')[0]).toBe('Title: Dawn\nCredit: Written by\nAuthor: Me')
  const titled = 'Title: Dawn\nAuthor: Me\n\nINT. CABIN - NIGHT\n\nRain.\n'
  expect(scripts.fountain.write(scripts.fountain.read(titled, 5))).toBe(titled)
})

test('a table keeps its values, quotes and line breaks, in and out again', () => {
  const table = 'shot,prompt,seconds,scene,framing\n1,"Dawn, ""slate"" sea\nsecond line",4,One,wide\n2,The lamp,,One,\n'
  const read = scripts.csv.read(table, 5)
  expect(read.shots).toEqual([
    { prompt: 'Dawn, "slate" sea\nsecond line', duration: 4, scene: 'One', framing: 'wide' },
    { prompt: 'The lamp', duration: 5, scene: 'One', fromScript: true },
  ])
  expect(scripts.csv.read(scripts.csv.write(read), 5)).toEqual(read)
})

test('a list keeps its words, scenes and lengths, in and out again', () => {
  const list =
    '# The Last Keeper\n\n## Dawn\n\n- Slate sea at first light (4 s)\n- *Very* slow push in\n  on the tower\n1. Numbered too [3s]\n\nA paragraph of its own.\n'
  const read = scripts.list.read(list, 5)
  expect(read.title).toBe('The Last Keeper')
  expect(read.shots.map(({ prompt }) => prompt)).toEqual([
    'Slate sea at first light',
    '*Very* slow push in\non the tower',
    'Numbered too',
    'A paragraph of its own.',
  ])
  expect(scripts.list.read(scripts.list.write(read), 5).shots.map(({ prompt, scene }) => [prompt, scene])).toEqual(
    read.shots.map(({ prompt, scene }) => [prompt, scene]),
  )
})

for (const [what, kind, text, line] of [
  ['a note that never closes', 'fountain', 'INT. ROOM\n\nShe waits.\n\n[[forever\n', 5],
  ['a length that is none', 'csv', 'prompt,seconds\nDawn,4\nLamp,soon\n', 3],
  [
    'a length that is none after an empty line and a cell of two lines',
    'csv',
    'prompt,seconds\n\n"Dawn\nbreaks",4\nLamp,soon\n',
    5,
  ],
  ['an unknown column', 'csv', 'prompt,lens\nDawn,35\n', 1],
  ['a value too many', 'csv', 'prompt,seconds\nDawn,4,5\n', 2],
  ['two columns that say the same', 'csv', 'shot,action,description\n1,Dawn,Slate\n', 1],
  ['a scene of two lines', 'csv', 'prompt,scene\nDawn,"One\nTwo"\n', 2],
  ['bytes that are no text', 'list', '- one\n- t\0wo\n', 2],
] as const)
  test(`${what} is refused by its line`, () => {
    try {
      scripts[kind].read(text, 5)
      throw new Error('it was taken')
    } catch (error) {
      expect(error).toBeInstanceOf(StudioError)
      expect((error as StudioError).issues?.[0]?.path).toBe(`line.${line}`)
    }
  })

const spoken = ({ prompt, dialogue, notes, scene }: ScriptShot) => [prompt, dialogue, notes, scene]

test('what is no action of a screenplay is no shot: cut text, notes over empty lines, lyrics, sections and synopses among the words', () => {
  const read = (text: string) => scripts.fountain.read(text, 5).shots.map(spoken)
  expect(read('/*\nINT. OTHER\n\nGone.\n*/\n\nRain.\n\n[[why\n\nnot]]\n\nEnd.\n')).toEqual([
    ['Rain.', undefined, '/*\nINT. OTHER\n\nGone.\n*/', undefined],
    ['End.', undefined, '[[why\n\nnot]]', undefined],
  ])
  expect(read('# Act\n= She waits.\nRain.\n\n~La la\n~Lu lu\n\n===\n\nWind.\n')).toEqual([
    ['Rain.', undefined, '# Act\n\n= She waits.', undefined],
    ['Wind.', undefined, '~La la\n\n~Lu lu\n\n===', undefined],
  ])
  expect(read('.DAWN\n\nGulls.\n\nМАРА (O.S.)\n~La la\n  \nStill here.\n\nJON ^\nNo.\n')).toEqual([
    ['Gulls.', 'МАРА (O.S.)\n~La la\n  \nStill here.\n\nJON ^\nNo.', undefined, 'DAWN'],
  ])
})

test('marks of other systems change no word: a mark of order, line ends, forced lines, signs and scripts of all kinds', () => {
  const text =
    'Title: 夜 🎭\n\nINT. בית 🏠 - DAY #1#\n\n!SCANNING THE AISLES...\nWhere?\n\n\tגשם\t“rain”\n\nRain: it falls. (2.5 s)\n\n> BURN TO WHITE.\n\n@McCLANE\nYippie 😀\n'
  const read = scripts.fountain.read(text, 5)
  for (const other of [
    `\uFEFF${text}`,
    text.replaceAll('\n', '\r\n'),
    text.replaceAll('\n', '\r'),
    `\n\n${text}`.trimStart(),
  ])
    expect(scripts.fountain.read(other, 5)).toEqual(read)
  expect(read.shots.map(({ prompt }) => prompt)).toEqual([
    'SCANNING THE AISLES...\nWhere?',
    '\tגשם\t“rain”',
    'Rain: it falls.',
    '',
  ])
  expect(worded(scripts.fountain.write(read))).toEqual(worded(text))
  expect(kindOf('\uFEFFTitle: X\n\nRain.\n')).toBe('fountain')
})

/** Words that look like everything but the words of a shot. */
const trap = fc.constantFrom(
  ...[
    'Rain',
    'INT. ROOM - DAY',
    '.FORCED',
    '...dots',
    'MARA',
    'JON ^',
    'THE DOOR SLAMS',
    'CUT TO:',
    '> X',
    '> THE END <',
    '# Act',
  ],
  ...[
    '= syn',
    '===',
    '~la',
    '!x',
    '!INT. A',
    '!!INT. A',
    '@mc',
    '(low)',
    '(4 s)',
    'Rain (4 s)',
    '[3s]',
    'Title: X',
    'a, "b"',
    '\t tab',
  ],
  ...[
    '😀',
    'גשם',
    '- item',
    '* item',
    '1. num',
    '',
    'Hello.',
    '-',
    '>',
    '#',
    'a,b;c\td',
    '“q”',
    '|',
    '[[the same shot]]',
  ],
)
const trapped = (maxLength: number) =>
  fc.array(trap, { maxLength }).map((lines) =>
    lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  )

for (const kind of ['fountain', 'list', 'csv'] as const)
  test(`whatever a shot says, it is the same shot after a ${kind} of it is read again`, () => {
    const shots = fc.array(
      fc.record({
        prompt: trapped(4),
        duration: fc.constantFrom(4, 2.5, 5),
        fromScript: fc.boolean(),
        scene: fc.constantFrom('INT. ROOM - DAY', 'Dawn', 'EXT. SEA'),
        dialogue: trapped(3),
      }),
      { minLength: 1, maxLength: 5 },
    )
    const told = (all: readonly ScriptShot[]) =>
      all.map(({ prompt, duration, scene, dialogue }) => [
        prompt,
        duration,
        scene,
        kind === 'list' ? '' : (dialogue ?? ''),
      ])
    fc.assert(
      fc.property(shots, (some) => {
        const own = some.map(({ fromScript, dialogue, duration, ...shot }): ScriptShot => {
          const said = dialogue ? { dialogue } : {}
          return fromScript ? { ...shot, ...said, duration: 5, fromScript } : { ...shot, ...said, duration }
        })
        const text = scripts[kind].write({ title: 'T', shots: own })
        expect(told(scripts[kind].read(text, 5).shots), text).toEqual(told(own))
      }),
      { numRuns: 400, seed: 20_261_120 },
    )
  })

test('any board of plain words survives a table', () => {
  const shots = fc.array(
    fc.record({
      prompt: fc.string({ minLength: 1 }).filter((text) => text.trim() !== '' && !/[\0\uFFFD\r\uFEFF]/.test(text)),
      duration: fc.integer({ min: 1, max: 60 }),
    }),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(shots, (some) => expect(scripts.csv.read(scripts.csv.write({ shots: some }), 5).shots).toEqual(some)),
  )
})
