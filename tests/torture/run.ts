import { parseArgs } from 'node:util';
import { torture } from './torture.ts';

// npm run torture                  200 kills, half of them without permission to read the history of Slack
// npm run torture -- KILLS SEED    a number of kills and a seed
const { positionals } = parseArgs({ allowPositionals: true });
const [kills = '200', seed = String(Date.now() % 1_000_000)] = positionals;
let failed = false;
for (const [index, history] of [true, false].entries()) {
  const life = { seed: Number(seed) + index, kills: Math.ceil(Number(kills) / 2), history };
  console.log(`seed ${life.seed}, ${life.kills} kills, ${history ? 'with' : 'without'} Slack's history`);
  const toll = await torture({ ...life, tell: console.log });
  console.log(toll);
  failed ||= toll.lost.length + toll.twice.length + toll.faults.length > 0;
}
process.exitCode = failed ? 1 : 0;
