// The closing line of a run, in plain words.
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter'

export default class Summary implements Reporter {
  private readonly last = new Map<string, TestResult['status']>()

  onTestEnd(test: TestCase, result: TestResult) {
    this.last.set(test.id, result.status)
  }

  onEnd(result: FullResult) {
    const count = (...kinds: string[]) => [...this.last.values()].filter((status) => kinds.includes(status)).length
    const failed = count('failed', 'timedOut', 'interrupted') || (result.status === 'passed' ? 0 : 1)
    process.stdout.write(`\n${count('passed')} passed, ${failed} failed, ${count('skipped')} skipped\n`)
  }
}
