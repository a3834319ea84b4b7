import { defineConfig } from 'vitest/config'

// One config, two projects: `unit` needs nothing but Node; `browser` needs Chromium. Which database the
// database tests use is the environment's word (PUJA_TEST_DB=pglite|postgres), see tests/support/database.ts.
export default defineConfig({
  oxc: false,
  esbuild: { jsx: 'automatic', jsxImportSource: 'hono/jsx' },
  test: {
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tests/**/*.test.ts'], exclude: ['tests/browser/**'], testTimeout: 60_000, hookTimeout: 120_000 } },
      { extends: true, test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], testTimeout: 180_000, hookTimeout: 180_000, fileParallelism: false } },
    ],
  },
})
