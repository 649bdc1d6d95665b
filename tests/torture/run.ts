import { parseCount, runProgram } from '#cli/arguments';
import { torture } from './torture.ts';

const USAGE = `Usage: npm run torture [-- KILLS [SEED]]

Kills the process again and again while it posts, and counts the posts: 200 times if no number is given, half of them
without permission to read the history of Slack.`;

process.exitCode = await runProgram({
  usage: USAGE,
  options: {},
  takesArguments: true,
  main: ({ positionals: [kills = '200', seed = String(Date.now() % 1_000_000)] }) =>
    run(parseCount(kills, 'KILLS', USAGE), parseCount(seed, 'SEED', USAGE)),
});

/** Resolves to the exit code: 1 if a post was lost, arrived twice, or caused an error. */
async function run(kills: number, seed: number): Promise<number> {
  let failed = false;
  for (const [index, history] of [true, false].entries()) {
    const options = { seed: seed + index, kills: Math.ceil(kills / 2), history };
    console.log(`seed ${options.seed}, ${options.kills} kills, ${history ? 'with' : 'without'} Slack's history`);
    const result = await torture({ ...options, log: console.log });
    console.log(result);
    failed ||= result.lost.length + result.twice.length + result.faults.length > 0;
  }
  return failed ? 1 : 0;
}
