import { parseArgs } from 'node:util';
import { STORMS } from './storms.ts';

// npm run storms               ten minutes of each storm, in parallel
// npm run storms -- SECONDS    a duration in seconds
const { positionals } = parseArgs({ allowPositionals: true });
const seconds = Number(positionals[0] ?? 600);
const results = await Promise.all(
  Object.entries(STORMS).map(async ([name, storm]) => [name, await storm(seconds)] as const),
);
for (const [name, { calls, mostInASecond }] of results)
  console.log(`${name}: ${calls} calls in ${seconds} s, at most ${mostInASecond} in any second`);
// The client still waits for its Retry-After.
process.exit(results.some(([, { mostInASecond }]) => mostInASecond > 1) ? 1 : 0);
