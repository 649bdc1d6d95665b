import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Against what hangs, not against a machine that is slow or has others at work.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One more than there are cores: some tests mostly wait, for a process to start or a second to pass.
    maxWorkers: availableParallelism() + 1,
  },
});
