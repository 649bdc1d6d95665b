import { STORMS } from './storms.ts';

// npm run storms               ten minutes of each storm, one beside the other
// npm run storms -- SECONDS    as long as that
const seconds = Number(process.argv[2] ?? 600);
const tolls = await Promise.all(
  Object.entries(STORMS).map(async ([name, storm]) => [name, await storm(seconds)] as const),
);
for (const [name, { calls, mostInASecond }] of tolls)
  console.log(`${name}: ${calls} calls in ${seconds} s, at most ${mostInASecond} in any second`);
// The client still waits for what it was told to wait for.
process.exit(tolls.some(([, { mostInASecond }]) => mostInASecond > 1) ? 1 : 0);
