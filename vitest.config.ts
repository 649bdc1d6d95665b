import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 30_000,
    // One more than there are cores: some tests mostly wait, for a process to start or a second to pass.
    maxWorkers: availableParallelism() + 1,
  },
});
