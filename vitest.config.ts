import { defineConfig } from 'vitest/config'

// One config, two projects: `unit` needs nothing but Node; `browser` needs Chromium. Which database the
// database tests use is the environment's word (PUJA_TEST_DB=pglite|postgres), see tests/support/database.ts.
// Whole journeys and permission matrices need not run on both databases every time (tools/test.mjs).
const through = process.env.PUJA_TEST_THROUGH === 'no' ? ['tests/journeys/**', 'tests/permissions/**'] : []

// Two files run at a time, also those in a browser: each has its own house, port, data folder and Chromium.
export default defineConfig({
  oxc: false,
  esbuild: { jsx: 'automatic', jsxImportSource: 'hono/jsx' },
  test: {
    maxWorkers: 2,
    // Files of one worker share its modules: the database's program and the server of PostgreSQL are started once and not once a
    // file, which halves the time. A test therefore leaves no module changed behind it (no mocks of modules, clocks put back).
    isolate: false,
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tests/**/*.test.ts'], exclude: ['tests/browser/**', ...through], testTimeout: 60_000, hookTimeout: 120_000 } },
      { extends: true, test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], testTimeout: 180_000, hookTimeout: 180_000 } },
    ],
  },
})
