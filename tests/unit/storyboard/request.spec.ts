import { expect, test } from '@playwright/test'
import { boardOfRequest } from '../../../lib/storyboard/request'
import { newBoard } from '../../../lib/storyboard/storyboard'

const at = { provider: 'runware', model: 'klingai:kling-video@3-pro' } as const

test('a request of several shots becomes a board word for word, and says what it leaves behind', () => {
  const { board, notes } = boardOfRequest(
    {
      ...at,
      input: {
        shots: [
          { prompt: 'Dawn,  two spaces', duration: 4 },
          { prompt: 'Lamp; a semicolon', duration: 3 },
        ],
        width: 1920,
        height: 1080,
        sound: true,
        firstFrame: { url: 'https://example.com/a.png' },
        lastFrame: { url: 'https://example.com/b.png' },
        negativePrompt: 'blur',
        elements: [{ id: 'hero' }],
      },
    },
    4,
  )
  expect(newBoard.safeParse(board).success).toBe(true)
  expect(board.settings).toEqual({ ...at, aspectRatio: '16:9', sound: true })
  expect(board.shots).toEqual([
    { prompt: 'Dawn,  two spaces', duration: 4, firstFrame: { url: 'https://example.com/a.png' } },
    { prompt: 'Lamp; a semicolon', duration: 3, lastFrame: { url: 'https://example.com/b.png' } },
  ])
  expect(notes).toEqual([
    'One element of the request: add them to the library and call them by @name.',
    'Not kept on a board: Leave out.',
  ])
})

test('a request in one piece is one shot; left to the model, the board leaves its cuts to it too', () => {
  const { board } = boardOfRequest({ ...at, input: { prompt: 'All of it', duration: 12, shotType: 'intelligence' } }, 4)
  expect(board.settings?.shotMode).toBe('model')
  expect(board.shots).toEqual([{ prompt: 'All of it', duration: 12 }])
  expect(boardOfRequest({ ...at, input: { prompt: 'No length' } }, 4).board.shots).toEqual([
    { prompt: 'No length', duration: 4, fromScript: true },
  ])
})
