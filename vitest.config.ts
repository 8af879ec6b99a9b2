import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/support/longest-first.ts'

/** No database, no browser, no environment: they share their modules, which cost more than they do. */
const pure = ['src/{core,features}/**/{rules,texts}/**/*.test.ts']
const patience = { testTimeout: 120_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...patience,
          name: 'house',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts'],
          exclude: pure,
          globalSetup: 'test/support/global-setup.ts',
        },
      },
      { test: { ...patience, name: 'rules', include: pure, isolate: false } },
    ],
  },
})
