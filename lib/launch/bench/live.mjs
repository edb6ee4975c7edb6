// From the commit of a change to its event at a client, with one client and with 500, in one run.
import http from 'node:http'
import { at, open, post, round, scratch, sleep, wipe } from './studio.mjs'

const film = {
  provider: 'local',
  model: 'animatic',
  workflow: 'text-to-video',
  input: { prompt: 'Dawn over a slate sea', duration: 3 },
}

function listen(url, heard) {
  return new Promise((open) => {
    const request = http.get(`${url}/api/tasks/stream?after=0`, (answer) => {
      open(() => request.destroy())
      let rest = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk) => {
        const now = Date.now()
        rest += chunk
        const events = rest.split('\n\n')
        rest = events.pop() ?? ''
        for (const event of events) {
          const data = /^data: (.*)$/m.exec(event)?.[1]
          if (data) heard(now, JSON.parse(data))
        }
      })
      answer.on('error', () => {})
    })
    request.on('error', () => {})
  })
}

async function measure(url, clients) {
  const lags = []
  let counting = false
  const closers = await Promise.all(
    Array.from({ length: clients }, () =>
      listen(url, (now, task) => {
        if (counting && task.updatedAt) lags.push(now - Date.parse(task.updatedAt))
      }),
    ),
  )
  await sleep(500)
  counting = true
  for (let change = 0; change < 60; change++) {
    const task = await post(`${url}/api/tasks`, film)
    await post(`${url}/api/tasks/${task.id}/cancel`, {})
    await sleep(30)
  }
  await sleep(1000)
  for (const close of closers) close()
  return { p50Ms: at(lags, 0.5), p95Ms: at(lags, 0.95), events: lags.length }
}

export async function live() {
  const folder = await scratch()
  const studio = await open(folder)
  const one = await measure(studio.url, 1)
  const many = await measure(studio.url, 500)
  await studio.close()
  await wipe(folder)
  return { one, fiveHundred: many, ratio: { p95: round(many.p95Ms / Math.max(1, one.p95Ms)) } }
}
