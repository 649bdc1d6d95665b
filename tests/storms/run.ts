import { parseCount, runProgram } from '#cli/arguments';
import { STORMS } from './storms.ts';

const USAGE = `Usage: npm run storms [-- SECONDS]

Runs all storms of requests in parallel, for 600 seconds if no other duration is given.`;

const exitCode = await runProgram({
  usage: USAGE,
  options: {},
  takesArguments: true,
  main: ({ positionals: [seconds = '600'] }) => run(parseCount(seconds, 'SECONDS', USAGE)),
});
// The client still waits for its Retry-After.
process.exit(exitCode);

/** Resolves to the exit code: 1 if a storm called more than once in any second. */
async function run(seconds: number): Promise<number> {
  const results = await Promise.all(
    Object.entries(STORMS).map(async ([name, storm]) => [name, await storm(seconds)] as const),
  );
  for (const [name, { calls, mostInASecond }] of results)
    console.log(`${name}: ${calls} calls in ${seconds} s, at most ${mostInASecond} in any second`);
  return results.some(([, { mostInASecond }]) => mostInASecond > 1) ? 1 : 0;
}
