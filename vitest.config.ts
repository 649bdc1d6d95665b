import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const LONG = 'tests/**/*.long.test.ts';

// npm test runs the quick ones, npm run test:long what takes minutes: random properties, hostile texts, killed processes.
export default defineConfig({
  test: {
    // Against what hangs, not against a machine that is slow or has others at work.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One more than there are cores: some tests mostly wait, for a process to start or a second to pass.
    maxWorkers: availableParallelism() + 1,
    projects: [
      { extends: true, test: { name: 'quick', include: ['tests/**/*.test.ts'], exclude: [LONG] } },
      { extends: true, test: { name: 'long', include: [LONG] } },
    ],
  },
});
