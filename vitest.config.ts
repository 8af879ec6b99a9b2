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
          // A worker loads the product once and not for each of two hundred files, which was a third
          // of all its time: what a test changes of the process, it puts back.
          isolate: false,
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts'],
          exclude: pure,
          globalSetup: 'test/support/global-setup.ts',
        },
      },
      { test: { ...patience, name: 'rules', include: pure, isolate: false } },
    ],
  },
})
