// Says, in a thread of its own, what keeps films from being joined without coding them anew.
import { parentPort, workerData } from 'node:worker_threads'
import { judge } from './join.mjs'
import { runsOf } from './run.mjs'

const runs = runsOf(workerData)
judge(runs).then(
  (found) => parentPort.postMessage(found.map((one) => ({ ...one, number: runs[one.at].number }))),
  (error) => parentPort.postMessage({ said: error.message }),
)
