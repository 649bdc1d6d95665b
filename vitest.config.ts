import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const LONG = 'tests/**/*.long.test.ts';

// npm test runs the quick ones, npm run test:long what takes minutes: random properties, hostile texts, killed processes.
export default defineConfig({
  test: {
    // Against what hangs, not against a machine that is slow or has others at work.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: availableParallelism(),
    // Files share a process, so that modules and the weights of the models are loaded once: two fifths of the time.
    // A test therefore leaves no global behind: what it changes of the environment or the timers, it restores.
    isolate: false,
    globalSetup: 'tests/support/temporary-files.ts',
    projects: [
      { extends: true, test: { name: 'quick', include: ['tests/**/*.test.ts'], exclude: [LONG] } },
      { extends: true, test: { name: 'long', include: [LONG] } },
    ],
  },
});
