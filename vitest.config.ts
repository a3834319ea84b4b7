import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// One config, two projects: `unit` needs nothing but Node; `browser` needs Chromium. Which database the
// database tests use is the environment's word (PUJA_TEST_DB=pglite|postgres), see tests/support/database.ts.
// Whole journeys and permission matrices need not run on both databases every time (tools/test.mjs).
const through = process.env.PUJA_TEST_THROUGH === 'no' ? ['tests/journeys/**', 'tests/permissions/**'] : []

// A long file that begins last keeps everybody waiting beside an idle core. What ran here before, vitest remembers; a fresh clone does not.
const LONG = [
  'tests/browser/every-role',
  'tests/browser/services',
  'tests/browser/style-guide',
  'tests/browser/posyandu',
  'tests/faults/killed',
  'tests/permissions/hostile-input',
  'tests/permissions/regions',
  'platform/db/backup/backup',
  'register/duplicates-recall',
  'satisfaction/anonymity',
  'documents/render/render',
  'register/properties-database',
]
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONG.findIndex((name) => moduleId.endsWith(`${name}.test.ts`))
      return at < 0 ? LONG.length : at
    }
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}

// Two files run at a time, also those in a browser: each has its own house, port, data folder and Chromium.
export default defineConfig({
  oxc: false,
  esbuild: { jsx: 'automatic', jsxImportSource: 'hono/jsx' },
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    // Three runs of one `npm test` read the same modules: translated once and kept, by their contents.
    experimental: { fsModuleCache: true },
    // Files of one worker share its modules: the database's program and the server of PostgreSQL are started once and not once a
    // file, which halves the time. A test therefore leaves no module changed behind it (no mocks of modules, clocks put back).
    isolate: false,
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tests/**/*.test.ts'], exclude: ['tests/browser/**', ...through], testTimeout: 60_000, hookTimeout: 120_000 } },
      { extends: true, test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], testTimeout: 180_000, hookTimeout: 180_000 } },
    ],
  },
})
