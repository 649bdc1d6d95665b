import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { inTurns, ms, type Row, times } from './measure.ts';

const ROOT = new URL('../', import.meta.url);
const ROUNDS = 15;
const MAX_RATIO = 8;
const MAX_MEGABYTES = 150;

/** The flags and file of `npm run brief`, as in package.json. */
const BRIEF: readonly string[] = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'))
  .scripts.brief.split(' ')
  .slice(1);

/**
 * Writes the peak memory of a process in kilobytes to descriptor 3. On Linux `maxRSS` includes the memory of the parent
 * at the time of the fork, so the value of the program alone is read from /proc.
 */
const PEAK_SCRIPT = `
import { readFileSync, writeSync } from 'node:fs';
process.on('exit', () => {
  let peak = process.resourceUsage().maxRSS;
  try { peak = /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]; } catch {}
  writeSync(3, String(peak));
});`;

/** Runs a briefing as a separate process: its time relative to an empty Node process, and its memory. */
export async function coldStart(path: string): Promise<Row[]> {
  const file = resolve(path);
  const brief = () => node([...BRIEF, file]);
  const first = () => node([...BRIEF, file], { NODE_DISABLE_COMPILE_CACHE: '1' });
  const bare = () => node(['-e', '0']);
  const [usual = 0, uncached = 0, nothing = 0] = await inTurns([brief, first, bare], ROUNDS, 2);
  const peak = peakOf(path);
  const against = (time: number) => ({ text: `at most ${MAX_RATIO} ×`, met: time / nothing <= MAX_RATIO });
  return [
    { what: 'node -e 0', measured: ms(nothing) },
    { what: 'npm run brief, cold', measured: `${times(usual / nothing)} (${ms(usual)})`, target: against(usual) },
    { what: 'the same without what Node keeps compiled', measured: `${times(uncached / nothing)} (${ms(uncached)})` },
    {
      what: 'peak memory of npm run brief',
      measured: `${peak.toFixed(0)} MB`,
      target: { text: `at most ${MAX_MEGABYTES} MB`, met: peak <= MAX_MEGABYTES },
    },
  ];
}

function node(args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, env: environment(env), encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed: ${stderr}`);
}

function peakOf(path: string): number {
  const wrapper = `data:text/javascript,${encodeURIComponent(PEAK_SCRIPT)}`;
  const { output, stderr } = spawnSync(process.execPath, ['--import', wrapper, ...BRIEF, resolve(path)], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  const kilobytes = Number(output?.[3]);
  if (!kilobytes) throw new Error(`the peak of ${path} could not be read: ${stderr}`);
  return kilobytes / 1024;
}

/** The environment of a child: the location of the compile cache, and nothing that changes the output. */
const environment = (more: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({ ...more, TMPDIR: tmpdir() });
