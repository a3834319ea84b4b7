// What vitest's JSON report leaves out: errors outside any test (a rejection nobody caught, a worker that died), with the file they
// came from where that is known. Written to the file that PUJA_TEST_FAULTS names; read by second-run.mjs.
import { writeFileSync } from 'node:fs'

export default class FaultsReporter {
  onTestRunEnd(_modules, errors) {
    const path = process.env.PUJA_TEST_FAULTS
    if (path === undefined) return
    const faults = errors.map((error) => ({ file: error.VITEST_TEST_PATH, message: error.stack ?? error.message }))
    writeFileSync(path, JSON.stringify(faults))
  }
}
